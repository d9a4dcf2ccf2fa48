// The keyboard: / searches, j and k or the arrows walk, Enter opens, Escape closes.

const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const TURNS = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 };

function startKeys(table, panel) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (panel.row) {
      if (event.key in TURNS) turn(event, () => panel.step(TURNS[event.key]));
    } else if (isTyping(event.target)) {
      // From the search straight into what it found.
      if (event.target.id === "words" && ["ArrowDown", "Enter"].includes(event.key)) {
        turn(event, () => table.focus(0));
      }
    } else if (event.key === "/") {
      turn(event, () => byId("words").focus());
    } else if (event.key in STEPS) walk(event, table);
  });
}

function walk(event, table) {
  const inside = table.table.contains(document.activeElement);
  // Outside the table the arrows belong to what is there, or scroll the page.
  if (!inside && event.key.startsWith("Arrow")) return;
  const first = inside || table.current > 0 ? STEPS[event.key] : 0;
  turn(event, () => table.focus(table.current + first));
}

function turn(event, act) {
  event.preventDefault();
  act();
}
