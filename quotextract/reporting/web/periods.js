// Time cut into days, weeks, months or years, by how long it is.

const UNITS = [
  { name: "day", upTo: 62, start: (day) => day },
  // Day 0 was a Thursday; weeks begin on Monday.
  { name: "week", upTo: 500, start: (day) => day - ((((day + 3) % 7) + 7) % 7) },
  { name: "month", upTo: 3_700, start: (day) => firstOf(day, 7) },
  { name: "year", upTo: Infinity, start: (day) => firstOf(day, 4) },
];

/** The first day of the month or year of a day, by how much of the date is kept. */
function firstOf(day, kept) {
  return dayOf(`${dateOf(day).slice(0, kept)}-01-01`.slice(0, 10));
}

/** The periods from one day to another: `{start, end}`, both days included. */
function periodsOf(first, last) {
  const unit = UNITS.find((one) => last - first < one.upTo);
  const periods = [];
  for (let start = unit.start(first); start <= last; ) {
    let next = start + 1;
    while (unit.start(next) === start) next += 1;
    periods.push({ start, end: next - 1 });
    start = next;
  }
  return { unit: unit.name, periods };
}

const PERIOD_FORMATS = {
  day: longDate,
  week: shortDate,
  month: dateFormat({ month: "long", year: "numeric" }),
  year: dateFormat({ year: "numeric" }),
};
const TICK_FORMATS = {
  day: dateFormat({ day: "numeric", month: "short" }),
  week: dateFormat({ day: "numeric", month: "short" }),
  month: dateFormat({ month: "short", year: "numeric" }),
  year: PERIOD_FORMATS.year,
};

function periodName(unit, period) {
  const name = PERIOD_FORMATS[unit](period.start);
  return unit === "week" ? `${name} – ${shortDate(period.end)}` : name;
}
