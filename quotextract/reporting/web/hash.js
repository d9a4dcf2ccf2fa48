// The choices in the address, so that a view can be kept and sent.

const LISTS = { s: "speakers", type: "types", source: "sources" };
const WORDS = { q: "words", from: "from", to: "to" };
const bySpeakerKey = new Map([...speakers, NOBODY].map((speaker) => [speaker.key, speaker]));
const rowById = new Map();
for (const row of rows) {
  if (!rowById.has(row.quote_id)) rowById.set(row.quote_id, row);
}

function hashOf(chosen) {
  const parts = new URLSearchParams();
  for (const [key, name] of Object.entries(WORDS)) {
    if (chosen[name]) parts.set(key, chosen[name]);
  }
  for (const [key, name] of Object.entries(LISTS)) {
    chosen[name].forEach((value) => parts.append(key, value.key ?? value));
  }
  if (chosen.least) parts.set("least", chosen.least);
  if (chosen.check) parts.set("check", "1");
  if (chosen.sort) parts.set("sort", (chosen.down ? "-" : "") + chosen.sort);
  if (chosen.open) parts.set("open", chosen.open.quote_id);
  return `#${parts}`;
}

/** The choices that an address tells; what it tells wrongly is left out. */
function fromHash(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const chosen = { ...NOTHING };
  for (const [key, name] of Object.entries(WORDS)) chosen[name] = parts.get(key) ?? "";
  for (const [key, name] of Object.entries(LISTS)) chosen[name] = parts.getAll(key);
  chosen.speakers = chosen.speakers.map((key) => bySpeakerKey.get(key)).filter(Boolean);
  const least = Number(parts.get("least"));
  chosen.least = least > 0 && least <= 1 ? least : 0;
  chosen.check = parts.get("check") === "1";
  const sort = parts.get("sort") ?? "";
  chosen.down = sort.startsWith("-");
  chosen.sort = sort.replace(/^-/, "");
  if (!Object.hasOwn(ORDERS, chosen.sort)) chosen.sort = "";
  chosen.open = rowById.get(parts.get("open")) ?? null;
  return chosen;
}

let keeping = 0;

/** Write the choices into the address; not at every key, which browsers would refuse. */
function keepHash() {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    const hash = hashOf(state);
    if (hash !== (location.hash || "#")) history.replaceState(history.state, "", hash);
  }, 200);
}
