// The table: rows are made in chunks as they come into sight, and dropped behind it.

const CHUNK = 40;

class Table {
  constructor(table) {
    this.table = table;
    this.rows = [];
    this.chunks = [];
    this.current = 0;
    this.whole = false; // while it is printed
    this.rowHeight = 72; // a guess, till the first rows are there to be measured
    this.watcher = new IntersectionObserver((entries) => this.see(entries), {
      rootMargin: "900px 0px",
    });
    table.addEventListener("focusin", (event) => this.focused(event.target.closest("tr")));
  }

  /** Show other rows. */
  show(found) {
    this.watcher.disconnect();
    this.chunks.forEach((chunk) => chunk.remove());
    this.rows = found;
    this.current = 0;
    this.chunks = [];
    for (let at = 0; at < found.length; at += CHUNK) this.chunks.push(this.chunk(at));
    this.table.append(...this.chunks);
    if (this.chunks.length) this.fill(this.chunks[0]);
    this.chunks.forEach((chunk) => this.watcher.observe(chunk));
    this.table.setAttribute("aria-rowcount", String(found.length + 1));
  }

  chunk(at) {
    const size = Math.min(CHUNK, this.rows.length - at);
    const made = element("tbody", { role: "rowgroup", at, size });
    this.drain(made, size * this.rowHeight);
    return made;
  }

  see(entries) {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) this.fill(target);
      else if (target.filled && !this.whole && !target.contains(document.activeElement)) {
        this.drain(target, boundingClientRect.height);
      }
    }
  }

  fill(chunk) {
    if (chunk.filled) return;
    chunk.filled = true;
    const found = this.rows.slice(chunk.at, chunk.at + chunk.size);
    chunk.replaceChildren(
      ...found.map((row, i) => rowElement(row, chunk.at + i, chunk.at + i === this.current)),
    );
    if (chunk.at === 0) this.rowHeight = chunk.offsetHeight / chunk.size || this.rowHeight;
  }

  /** Leave a gap as high as the rows were, so that nothing moves. */
  drain(chunk, height) {
    chunk.filled = false;
    const gap = element("td", { colspan: "6" });
    gap.style.height = `${height}px`;
    chunk.replaceChildren(element("tr", { class: "gap", "aria-hidden": "true" }, gap));
  }

  /** Make all rows, to be printed, and keep them till paper has them. */
  fillAll() {
    this.whole = true;
    this.chunks.forEach((chunk) => this.fill(chunk));
  }

  link(place) {
    const chunk = this.chunks[Math.floor(place / CHUNK)];
    if (!chunk) return null;
    this.fill(chunk);
    return chunk.children[place - chunk.at].querySelector("a.said");
  }

  /** Walk to a row. */
  focus(place) {
    const link = this.link(Math.max(0, Math.min(this.rows.length - 1, place)));
    if (!link) return;
    link.focus({ preventScroll: true });
    link.closest("tr").scrollIntoView({ block: "nearest" });
  }

  /** Let the tab key come back to where the reader was. */
  focused(line) {
    if (!line?.row) return;
    const before = this.chunks[Math.floor(this.current / CHUNK)];
    if (before?.filled) this.link(this.current).tabIndex = -1;
    this.current = Number(line.getAttribute("aria-rowindex")) - 2;
    this.link(this.current).tabIndex = 0;
  }
}

/** Let the headings of the columns sort. */
function startSorting(table) {
  table.tHead.addEventListener("click", (event) => {
    const sort = event.target.closest("button")?.dataset.sort;
    if (!sort) return;
    // Once up, once down, then as the articles were read.
    if (state.sort !== sort) choose({ sort, down: false });
    else choose(state.down ? { sort: "", down: false } : { sort, down: true });
  });
}

function showSorting(table) {
  for (const button of table.tHead.querySelectorAll("button")) {
    const own = button.dataset.sort === state.sort;
    const direction = state.down ? "descending" : "ascending";
    button.closest("th").ariaSort = own ? direction : "none";
  }
}
