// The fields above the table, and what is chosen as words that can be taken back.

const TYPES = ["direct", "mixed", "indirect", "none"];
const FIELDS = { words: "value", from: "value", to: "value", least: "value", check: "checked" };

function startFilters() {
  const form = byId("filters");
  byId("choices").open = !SMALL.matches;
  const present = new Set(rows.map((row) => row.quote_type));
  byId("types").append(...TYPES.filter((type) => present.has(type)).map(typeBox));
  byId("types").hidden = present.size < 2;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const [name, property] of Object.entries(FIELDS)) {
    byId(name).addEventListener("input", (event) => {
      const value = event.target[property];
      choose({ [name]: name === "least" ? Number(value) : value });
    });
  }
  byId("words").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.words) {
      choose({ words: "" });
      event.preventDefault();
    }
  });
  byId("clear").addEventListener("click", () => {
    clearFilters();
    byId("words").focus();
  });
  byId("chosen").addEventListener("click", (event) => {
    const chip = event.target.closest("button");
    if (!chip) return;
    chip.undo();
    (byId("chosen").querySelector("button") ?? byId("words")).focus();
  });
}

function typeBox(type) {
  const input = element("input", { type: "checkbox", value: type });
  input.addEventListener("input", () => toggle("types", type));
  return element("label", { class: "choice" }, input, element("span", {}, labelOf("type", type)));
}

/** Bring the fields in line with the choices. */
function showFilters() {
  for (const [name, property] of Object.entries(FIELDS)) {
    const field = byId(name);
    // A date half typed has no value; to set it then would take away what was typed.
    if (String(field[property]) !== String(state[name])) field[property] = state[name];
  }
  byId("least-told").textContent = decimals.format(state.least);
  for (const input of byId("types").querySelectorAll("input")) {
    input.checked = state.types.includes(input.value);
  }
  byId("chosen").replaceChildren(...chips());
  byId("clear").hidden = !isFiltered();
}

function chips() {
  const lists = [
    ["speakers", (speaker) => speaker.name],
    ["sources", (source) => source || label("no-source")],
  ];
  const found = lists.flatMap(([name, text]) =>
    state[name].map((value) => chip(text(value), () => toggle(name, value))),
  );
  if (state.from || state.to) {
    const [from, to] = [state.from, state.to].map((date) => (date ? written(date) : "…"));
    found.push(chip(from === to ? from : `${from} – ${to}`, () => choose({ from: "", to: "" })));
  }
  return found;
}

function chip(text, undo) {
  const cross = element("span", { "aria-hidden": "true" }, "×");
  const name = label("remove", { what: text });
  const button = element("button", { type: "button", "aria-label": name, undo }, text, " ", cross);
  return element("li", {}, button);
}
