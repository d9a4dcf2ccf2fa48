// Puts the parts together.

const sourcesKnown = [...new Set(rows.map((row) => row.source))];

function startFigures() {
  const aboutSpeaker = (speaker) => {
    return { text: speaker.name, detail: speaker.role || labelOf("kind", speaker.kind) };
  };
  const aboutSource = (source) => ({ text: source || label("no-source"), detail: "" });
  const speakerBars = new Bars(byId("speakers"), "speakers", speakers, aboutSpeaker, NOBODY);
  const sourceBars = new Bars(byId("sources"), "sources", sourcesKnown, aboutSource);
  byId("sources").hidden = sourcesKnown.every((source) => !source);
  const timeline = new Timeline(byId("timeline"), articles.map((article) => article.day));
  byId("overview").classList.toggle("narrow", byId("sources").hidden && byId("timeline").hidden);
  return (found) => {
    speakerBars.show(found.speakers);
    sourceBars.show(found.sources);
    timeline.show(found.days);
  };
}

function showStatus(found) {
  const all = rows.length;
  const status = isFiltered() ? "some" : "all";
  byId("status").textContent = label(`status-${status}`, { n: found.rows.length, all });
  byId("nothing").hidden = found.rows.length > 0;
  byId("rows").hidden = !found.rows.length;
  byId("download").disabled = !found.rows.length;
}

/** The head tells what there is: how much, from when to when, and how figures count. */
function showHead() {
  const days = articles.map((article) => article.day).filter((day) => !Number.isNaN(day));
  days.sort((a, b) => a - b);
  const [first, last] = [days[0], days[days.length - 1]];
  byId("period").textContent = !days.length
    ? label("no-dates")
    : first === last
      ? longDate(first)
      : label("period", { from: longDate(first), to: longDate(last) });
  const known = sourcesKnown.filter(Boolean).length;
  const counts = { articles: payload.read, quotations: rows.length, speakers: speakers.length };
  if (known) counts.sources = known;
  for (const [name, n] of Object.entries(counts)) {
    const figure = element("dd", {}, integers.format(n));
    const word = label(`count-${name}`, { n });
    byId("counts").append(element("div", {}, element("dt", {}, word), figure));
  }
  const repeats = rows.filter((row) => row.repeat).length;
  byId("repeats").textContent = repeats ? label("repeats", { n: repeats }) : "";
}

/** Make ready in idle moments what the first search would have to wait for. */
function foldAhead(at = 0) {
  window.requestIdleCallback?.((idle) => {
    while (at < rows.length && idle.timeRemaining() > 1) searchable(rows[at++]);
    if (at < rows.length) foldAhead(at);
  });
}

function start() {
  const table = new Table(byId("rows"));
  const panel = new Panel(byId("article"), table);
  const showFigures = startFigures();
  let found = null;

  onChange(() => {
    found = filtered(state);
    showFigures(found);
    showFilters();
    showStatus(found);
    showSorting(table.table);
    table.show(found.rows);
    keepHash();
  });
  const follow = () => {
    const { open, ...choices } = fromHash(location.hash);
    if (hashOf({ ...choices, open: null }) !== hashOf({ ...state, open: null }) || !found) {
      choose(choices);
    }
    if (open) panel.show(open);
    else panel.hide();
  };

  showHead();
  startFilters();
  startSorting(table.table);
  startKeys(table, panel);
  table.table.addEventListener("click", (event) => {
    const line = event.target.closest("tr");
    if (!line?.row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Who marks words to copy them wants no panel.
    if (String(getSelection())) return;
    event.preventDefault();
    panel.open(line.row);
  });
  byId("download").addEventListener("click", () => download(found.rows));
  addEventListener("popstate", follow);
  addEventListener("beforeprint", () => (panel.row ? panel.print(true) : table.fillAll()));
  addEventListener("afterprint", () => {
    table.whole = false;
    panel.print(false);
  });
  watchHeight(byId("bar"), "--bar");
  follow();
  foldAhead();
  document.documentElement.dataset.ready = "yes";
}

byId("theme").addEventListener("click", toggleTheme);
document.querySelector("a.skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("words").focus();
});
if (rows.length) start();
