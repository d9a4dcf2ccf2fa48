// Labels, numbers and dates, as the reader's language writes them.
"use strict";
const payload = JSON.parse(document.getElementById("data").textContent);
const { language, labels } = payload;

const plural = new Intl.PluralRules(language);
// Italian would leave four figures ungrouped, and five not: in a column that is hard to read.
const integers = new Intl.NumberFormat(language, { useGrouping: "always" });
const decimals = new Intl.NumberFormat(language, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const percents = new Intl.NumberFormat(language, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const collator = new Intl.Collator(language, { sensitivity: "base", numeric: true });

/** The label of a key; where it is counted, the form for that number. */
function label(key, values = {}) {
  const form = labels[key] ?? labels[`${key}.${plural.select(values.n ?? 0)}`];
  return (form ?? labels[`${key}.other`] ?? key).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? integers.format(value) : value;
  });
}

/** The label of a word out of the data; the word itself where there is none. */
function labelOf(group, word) {
  return labels[`${group}.${word}`] ?? word;
}

const DAY = 86_400_000;
const DATE = /^(\d{4})-(\d\d)-(\d\d)/;

/** The number of a day, counted from 1970; NaN where the date does not tell a day. */
function dayOf(date) {
  const parts = DATE.exec(date);
  return parts ? Math.floor(Date.UTC(parts[1], parts[2] - 1, parts[3]) / DAY) : NaN;
}

function dateOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function dateFormat(options) {
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
  return (day) => format.format(day * DAY);
}

const longDate = dateFormat({ day: "numeric", month: "long", year: "numeric" });
const shortDate = dateFormat({ day: "numeric", month: "short", year: "numeric" });

/** A date for people; what is no date stays as it is. */
function written(date, format = shortDate) {
  const day = dayOf(date);
  return Number.isNaN(day) ? date : format(day);
}
