// Ranked bars that filter by what they stand for: speakers, sources.

const MORE = 40;
const SMALL = matchMedia("(max-width: 52rem)");

/** A list of bars.
 *
 * @param {HTMLElement} place - Holds an `ol`, a button for more, and maybe a field to find one.
 * @param {string} name - The list of `state` that a click changes.
 * @param {Array} items - What bars stand for.
 * @param {Function} describe - Gives `{text, detail}` of an item.
 * @param {object} [apart] - Stands below all others, however many it counts.
 */
class Bars {
  constructor(place, name, items, describe, apart) {
    Object.assign(this, { name, items, describe, apart, limit: SMALL.matches ? 5 : 8, query: "", count: new Count() });
    this.list = place.querySelector("ol");
    this.more = place.querySelector("button.more");
    this.more.addEventListener("click", () => {
      this.limit += MORE;
      this.draw();
    });
    place.querySelector("input")?.addEventListener("input", (event) => {
      this.query = event.target.value;
      this.draw();
    });
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) toggle(name, button.item);
    });
  }

  /** Draw the figures anew. */
  show(count) {
    this.count = count;
    this.draw();
  }

  draw() {
    const words = wanted(this.query);
    const chosen = new Set(state[this.name]);
    const number = (item) => this.count.of.get(item) ?? 0;
    const fitting = this.items.filter(
      (item) =>
        (number(item) || chosen.has(item)) &&
        words.every((word) => fold(this.describe(item).text).includes(word)),
    );
    // The order of the items decides between equals, so bars do not jump about.
    fitting.sort((a, b) => chosen.has(b) - chosen.has(a) || number(b) - number(a));
    const apart = this.apart && number(this.apart) ? [this.apart] : [];
    const most = Math.max(1, ...[...fitting, ...apart].map(number));
    const focused = this.list.contains(document.activeElement) && document.activeElement.item;
    this.list.replaceChildren(
      ...[...fitting.slice(0, this.limit), ...apart].map((item) =>
        this.bar(item, number(item), most, chosen),
      ),
    );
    if (focused !== false) this.focus(focused);
    const left = fitting.length - this.limit;
    this.more.hidden = left <= 0;
    this.more.textContent =
      left > MORE ? label("more", { n: MORE, all: left }) : label("rest", { n: left });
  }

  bar(item, number, most, chosen) {
    const { text, detail } = this.describe(item);
    const share = this.count.total && !item.apart ? number / this.count.total : null;
    const fill = element("span", { class: "fill" });
    fill.style.width = `${(100 * number) / most}%`;
    const button = element(
      "button",
      { type: "button", class: item.apart ? "bar apart" : "bar", item, "aria-pressed": String(chosen.has(item)) },
      element(
        "span",
        { class: "name", dir: "auto" },
        text,
        " ",
        element("span", { class: "detail", dir: "auto" }, detail),
      ),
      element("span", { class: "number" }, integers.format(number)),
      element("span", { class: "share" }, share === null ? "" : percents.format(share)),
      element("span", { class: "track", "aria-hidden": "true" }, fill),
    );
    return element("li", {}, button);
  }

  focus(item) {
    Array.from(this.list.querySelectorAll("button"))
      .find((button) => button.item === item)
      ?.focus({ preventScroll: true });
  }
}
