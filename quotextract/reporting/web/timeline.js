// Quotations over time: click a bar, drag over some, or walk with the arrow keys.

class Timeline {
  constructor(place, days) {
    const known = days.filter((day) => !Number.isNaN(day));
    this.place = place;
    place.hidden = !known.length;
    if (place.hidden) return;
    const [first, last] = known.reduce(
      ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
      [Infinity, -Infinity],
    );
    Object.assign(this, periodsOf(first, last));
    this.plot = place.querySelector(".plot");
    this.told = place.querySelector(".told");
    this.bars = this.periods.map((_, i) => this.bar(i));
    this.plot.append(...this.bars);
    place.querySelector(".ticks").append(...this.ticks());
    this.listen();
  }

  bar(i) {
    const fill = element("span", { class: "fill" });
    return element("button", { type: "button", tabIndex: i ? -1 : 0 }, fill);
  }

  ticks() {
    const n = this.periods.length;
    const step = Math.ceil(n / 6);
    const numbers = this.periods.map((_, i) => i).filter((i) => i % step === 0);
    return numbers.map((i) => {
      const tick = element("span", {}, TICK_FORMATS[this.unit](this.periods[i].start));
      tick.style.left = `${(100 * i) / n}%`;
      return tick;
    });
  }

  listen() {
    this.plot.addEventListener("pointerdown", (event) => {
      this.dragged = this.at(event);
      // Only a mouse draws a range: a finger that moves here wants to scroll.
      if (event.pointerType === "mouse") this.plot.setPointerCapture(event.pointerId);
    });
    this.plot.addEventListener("pointermove", (event) => {
      this.tell(this.at(event));
      if (event.buttons && this.dragged !== undefined) this.mark(this.dragged, this.at(event));
    });
    this.plot.addEventListener("pointerup", (event) => {
      if (this.dragged !== undefined) this.select(this.dragged, this.at(event));
      this.dragged = undefined;
    });
    this.plot.addEventListener("pointercancel", () => (this.dragged = undefined));
    this.plot.addEventListener("pointerleave", () => this.tell());
    this.plot.addEventListener("focusin", (event) => this.tell(this.bars.indexOf(event.target)));
    this.plot.addEventListener("focusout", () => this.tell());
    this.plot.addEventListener("keydown", (event) => this.walk(event));
  }

  /** Which bar is below the pointer. */
  at(event) {
    const box = this.plot.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * this.bars.length);
    return Math.max(0, Math.min(this.bars.length - 1, place));
  }

  walk(event) {
    const now = this.bars.indexOf(event.target);
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -now, End: this.bars.length - 1 - now };
    if (event.key === "Enter" || event.key === " ") this.select(now, now);
    else if (event.key in steps) this.bars[now + steps[event.key]]?.focus();
    else return;
    event.preventDefault();
  }

  /** Filter by the days from one bar to another; by none where they were chosen already. */
  select(one, other) {
    const from = dateOf(this.periods[Math.min(one, other)].start);
    const to = dateOf(this.periods[Math.max(one, other)].end);
    const again = state.from === from && state.to === to;
    choose(again ? { from: "", to: "" } : { from, to });
  }

  /** Say what the bar stands for; without one, what the height means. */
  tell(i) {
    const bar = this.bars[i];
    this.told.textContent = bar ? bar.ariaLabel : this.scale;
  }

  mark(one, other) {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    this.bars.forEach((bar, i) => bar.classList.toggle("out", i < low || i > high));
  }

  /** Draw the figures anew. */
  show(count) {
    if (this.place.hidden) return;
    const numbers = this.periods.map(() => 0);
    let undated = 0;
    for (const [day, n] of count.of) {
      if (Number.isNaN(day)) undated += n;
      else numbers[this.periods.findIndex((period) => day <= period.end)] += n;
    }
    const most = Math.max(1, ...numbers);
    const [from, to] = [dayOf(state.from), dayOf(state.to)];
    this.bars.forEach((bar, i) => {
      const { start, end } = this.periods[i];
      const inside = !(end < from) && !(start > to);
      const name = periodName(this.unit, this.periods[i]);
      bar.firstChild.style.height = `${(100 * numbers[i]) / most}%`;
      bar.ariaLabel = `${name}: ${label("quotations", { n: numbers[i] })}`;
      bar.ariaPressed = String(inside && Boolean(state.from || state.to));
      bar.classList.toggle("out", !inside);
    });
    const without = undated ? ` · ${label("undated", { n: undated })}` : "";
    this.scale = label(`per-${this.unit}`, { most }) + without;
    this.tell();
  }
}
