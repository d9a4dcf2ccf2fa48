// What the reader has chosen, and who wants to know when that changes.

const NOTHING = {
  words: "",
  speakers: [],
  types: [],
  sources: [],
  from: "",
  to: "",
  least: 0,
  check: false,
  sort: "",
  down: false,
};
const state = { ...NOTHING, open: null };
const listeners = [];

function onChange(listener) {
  listeners.push(listener);
}

/** Change some choices and tell everybody. */
function choose(choices) {
  Object.assign(state, choices);
  listeners.forEach((listener) => listener(choices));
}

/** Choose a value of a list, or take the choice back. */
function toggle(name, value) {
  const chosen = state[name];
  const left = chosen.filter((other) => other !== value);
  choose({ [name]: left.length < chosen.length ? left : [...chosen, value] });
}

/** Take back all filters; the order stays. */
function clearFilters() {
  const { sort, down, ...filters } = NOTHING;
  choose(filters);
}

function isFiltered() {
  const { sort, down, ...filters } = NOTHING;
  // The name of a list's only value may be empty, so its length is asked.
  return Object.keys(filters).some((name) => state[name].length ?? state[name]);
}
