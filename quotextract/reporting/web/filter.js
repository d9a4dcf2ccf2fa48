// Which rows the choices let through, and the figures beside them.

/** One bit for each filter: a row carries the bits of those that it fails. */
const FAILS = { words: 1, speakers: 2, types: 4, sources: 8, dates: 16, least: 32, check: 64 };

const MISSING_LAST = "\uffff";
const ORDERS = {
  speaker: (row) => row.who || MISSING_LAST,
  quote: (row) => row.quote,
  type: (row) => labelOf("type", row.quote_type),
  date: (row) => row.date || MISSING_LAST,
  article: (row) => [row.source || MISSING_LAST, row.title || row.doc_name].join("\n"),
  confidence: (row) => row.confidence,
};
const sorted = new Map();

/** All rows in an order; what has no value stands last both ways. */
function ordered(name, down) {
  const key = `${name} ${down}`;
  if (!sorted.has(key)) {
    const keys = rows.map(ORDERS[name] ?? ((row) => row.number));
    const sign = down ? -1 : 1;
    const compare = (a, b) => {
      const [one, other] = [keys[a.number], keys[b.number]];
      if (typeof one === "number") return sign * (one - other) || a.number - b.number;
      const last = one.startsWith(MISSING_LAST) - other.startsWith(MISSING_LAST);
      return last || sign * collator.compare(one, other) || a.number - b.number;
    };
    sorted.set(key, rows.slice().sort(compare));
  }
  return sorted.get(key);
}

/** A function that tells which filters a row fails. */
function failing(chosen) {
  const words = wanted(chosen.words);
  const [from, to] = [dayOf(chosen.from), dayOf(chosen.to)];
  const [voices, types, sources] = ["speakers", "types", "sources"].map((n) => new Set(chosen[n]));
  const dated = !Number.isNaN(from) || !Number.isNaN(to);
  return (row) => {
    let fails = 0;
    if (words.length && !words.every((word) => searchable(row).includes(word))) fails |= FAILS.words;
    if (voices.size && !row.speakers.some((one) => voices.has(one))) fails |= FAILS.speakers;
    if (types.size && !types.has(row.quote_type)) fails |= FAILS.types;
    if (sources.size && !sources.has(row.source)) fails |= FAILS.sources;
    // A day that is not known is neither before nor after another.
    const day = row.article.day;
    if (dated && (Number.isNaN(day) || day < from || day > to)) fails |= FAILS.dates;
    if (row.confidence < chosen.least) fails |= FAILS.least;
    if (chosen.check && !row.check) fails |= FAILS.check;
    return fails;
  };
}

/** Adds up; what several articles repeat word for word counts once, in its first article. */
class Count {
  constructor() {
    this.of = new Map();
    this.total = 0;
    this.first = new Map();
  }

  add(row, keys) {
    if (row.repeat) {
      if (!this.first.has(row.repeat)) this.first.set(row.repeat, row.article);
      if (this.first.get(row.repeat) !== row.article) return;
    }
    if (!keys[0]?.apart) this.total += 1;
    for (const key of keys) this.of.set(key, (this.of.get(key) ?? 0) + 1);
  }
}

/** The rows that pass, in the order chosen, and a count for each chart.
 *
 * A chart counts what all filters but its own let through, so that it shows what else
 * there is to choose.
 */
function filtered(chosen) {
  const fails = failing(chosen);
  const failed = new Uint8Array(rows.length);
  const counts = { speakers: new Count(), sources: new Count(), days: new Count() };
  for (const row of ordered("date", false)) {
    const bits = (failed[row.number] = fails(row));
    if (!(bits & ~FAILS.speakers)) counts.speakers.add(row, row.speakers);
    if (!(bits & ~FAILS.sources)) counts.sources.add(row, [row.source]);
    if (!(bits & ~FAILS.dates)) counts.days.add(row, [row.article.day]);
  }
  const passed = ordered(chosen.sort, chosen.down).filter((row) => !failed[row.number]);
  return { rows: passed, ...counts };
}
