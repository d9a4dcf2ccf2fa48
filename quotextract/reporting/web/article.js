// The panel: an article with one quotation marked in its place.

class Panel {
  constructor(dialog, table) {
    Object.assign(this, { dialog, table, row: null, place: -1 });
    this.body = byId("article-body");
    byId("previous").addEventListener("click", () => this.step(-1));
    byId("next").addEventListener("click", () => this.step(1));
    byId("close").addEventListener("click", () => this.close());
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    // A browser may close it all the same, when Escape is pressed twice.
    dialog.addEventListener("close", () => this.row && !dialog.open && this.close());
    dialog.addEventListener("click", (event) => {
      const other = event.target.closest("a.other");
      if (other && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.open(other.row);
      } else if (event.target === dialog) this.close(); // beside the panel
    });
  }

  /** Show a quotation in its article; the way back leads to the list. */
  open(row) {
    const hash = hashOf({ ...state, open: row });
    if (this.row) history.replaceState(history.state, "", hash);
    else history.pushState({ opened: true }, "", hash);
    this.show(row);
  }

  close() {
    // What the page itself opened, the browser's way back closes; so the list comes but once.
    if (history.state?.opened) history.back();
    else {
      history.replaceState(null, "", hashOf({ ...state, open: null }));
      this.hide();
    }
  }

  show(row) {
    this.row = state.open = row;
    const place = this.table.rows.indexOf(row);
    if (place >= 0) this.place = place;
    byId("facts").replaceChildren(facts(row));
    this.body.replaceChildren(articleElement(row));
    const n = this.table.rows.length;
    byId("place").textContent = place < 0 ? "" : label("place", { at: place + 1, n });
    byId("previous").disabled = this.place <= 0;
    byId("next").disabled = this.place + 1 >= n;
    if (!this.dialog.open) this.dialog.showModal();
    this.body.focus({ preventScroll: true });
    this.body.scrollTop = 0;
    this.body.querySelector("mark")?.scrollIntoView({ block: "center" });
  }

  hide() {
    if (!this.row) return;
    this.row = state.open = null;
    this.dialog.close();
    this.table.focus(this.place);
  }

  /** While it is printed the panel is no modal one: of those, paper shows one page only. */
  print(printing) {
    if (!this.row) return;
    this.dialog.close();
    if (printing) this.dialog.show();
    else this.dialog.showModal();
    this.body.focus({ preventScroll: true });
  }

  step(by) {
    const row = this.table.rows[this.place + by];
    if (row) this.open(row);
  }
}

/** Who says it and how that is known, above the article. */
function facts(row) {
  const name = element("h2", { id: "article-heading", class: "who" }, speakerName(row));
  const sure = element("p", { class: "sure", title: label("confidence") }, ...confidence(row));
  const told = [
    ["role", row.speaker_role],
    ["in-the-article", row.speaker === row.who ? "" : row.speaker],
    ["mention", row.speaker_mention],
    ["cue", row.cue],
    ["type", labelOf("type", row.quote_type)],
    ["rule", row.attribution],
  ].filter(([, value]) => value);
  const list = told.map(([key, value]) => {
    const name = element("dt", { class: key }, label(key));
    return element("div", {}, name, element("dd", { dir: "auto" }, value));
  });
  const parts = [name, sure, badges(row), element("dl", {}, ...list)].filter(Boolean);
  return element("section", { class: row.uncertain ? "facts uncertain" : "facts" }, ...parts);
}

function articleElement(row) {
  const { title, author, date, source, url, doc_name: file } = row.article;
  const paragraphs = markedText(row);
  const first = paragraphs[0];
  const titled = title && first?.textContent.trim() === title.trim();
  if (titled) first.classList.add("headline");
  const signed = author && label("by", { author });
  const known = [signed, source, written(date, longDate), file].filter(Boolean);
  const about = element("p", { class: "about" }, known.join(" · "));
  const link = webLink(url, label("original"));
  if (link) about.append(" · ", link);
  const headline = title && !titled ? element("h3", { class: "headline", dir: "auto" }, title) : "";
  const text = element("div", { class: "text", lang: "it" }, ...paragraphs);
  return element("article", {}, about, headline, text);
}
