// One quotation as a row of the table; on a phone, as a card.

/** Make the row of a quotation.
 *
 * @param {object} row - The quotation.
 * @param {number} place - Where it stands among the rows shown, from 0.
 * @param {boolean} current - Whether the tab key reaches it.
 */
function rowElement(row, place, current) {
  const link = element(
    "a",
    { href: hashOf({ ...state, open: row }), class: "said", dir: "auto" },
    row.quote,
  );
  link.tabIndex = current ? 0 : -1;
  const line = element(
    "tr",
    { role: "row", "aria-rowindex": String(place + 2), class: row.uncertain ? "uncertain" : "" },
    cell("speaker", speakerName(row), speakerRole(row)),
    cell(`quote ${row.quote_type}`, link, badges(row)),
    cell("type", labelOf("type", row.quote_type)),
    cell("date", written(row.date)),
    cell("article", element("span", { class: "source" }, row.source), articleName(row.article)),
    cell("confidence", ...confidence(row)),
  );
  line.row = row;
  return line;
}

function cell(name, ...children) {
  return element("td", { role: "cell", class: name }, ...children);
}

function speakerName(row) {
  if (row.who) return element("strong", { dir: "auto" }, row.who);
  const unknown = element("span", { "aria-hidden": "true" }, "? ");
  return element("em", { class: "unknown" }, unknown, label("unknown"));
}

function speakerRole(row) {
  return row.speaker_role && element("span", { class: "role", dir: "auto" }, row.speaker_role);
}

function articleName(article) {
  const name = article.title || article.doc_name;
  return element("span", { class: "title", title: name, dir: "auto" }, name);
}

/** What a reader must know before trusting a row, in words. */
function badges(row) {
  const words = [
    row.uncertain && ["uncertain", label("uncertain")],
    row.negated && ["negated", label("negated")],
    ...row.marks.map((mark) => ["mark", labelOf("flag", mark)]),
  ].filter(Boolean);
  if (!words.length) return "";
  const made = words.map(([name, text]) => element("span", { class: `badge ${name}` }, text));
  return element("span", { class: "badges" }, ...made);
}

/** How sure a row is, as a number and as a bar. */
function confidence(row) {
  const fill = element("span", { class: "fill" });
  fill.style.width = `${100 * row.confidence}%`;
  const level = row.uncertain ? "low" : row.confidence < SURE ? "middle" : "high";
  return [
    element("span", { class: "figure" }, decimals.format(row.confidence)),
    element("span", { class: `meter ${level}`, "aria-hidden": "true" }, fill),
  ];
}
