// The data of the page: articles, speakers, and quotations as rows.

const UNCERTAIN = 0.5;
const SURE = 0.8;
// Flags that tell of marks mended by guess; the others tell what kind of place it is.
const MENDED = new Set(["doubled", "reopened", "unclosed", "unopened", "wrong-closer"]);
const OWN_OFFSETS = {
  quote: ["quote_start", "quote_end"],
  speaker_mention: ["speaker_start", "speaker_end"],
  cue: ["cue_start", "cue_end"],
};
const ABOUT_ARTICLE = ["doc_id", "doc_name", "title", "date", "source", "url"];

const articles = payload.articles.map((cells) => {
  const [author, text] = cells.slice(ABOUT_ARTICLE.length);
  const article = { author, text: new Text(text), rows: [] };
  ABOUT_ARTICLE.forEach((name, i) => (article[name] = cells[i]));
  article.day = dayOf(article.date);
  return article;
});

const speakers = payload.speakers.map(([key, name, kind, role], number) => {
  return { key, name, kind, role, number };
});

/** Stands for whoever spoke where the article does not tell; no chart counts it as a speaker. */
const NOBODY = { key: "?", name: label("unknown"), kind: "", role: "", apart: true };

const rows = payload.quotes.article.map((place, number) => rowOf(articles[place], number));
payload.articles = payload.quotes = null; // all of it is in the rows now

function rowOf(article, number) {
  const columns = payload.quotes;
  const row = { number, article, folded: null };
  for (const name of payload.columns) {
    row[name] = columns[name] ? columns[name][number] : article[name];
  }
  for (const [name, [start, end]] of Object.entries(OWN_OFFSETS)) {
    row[name] ??= row[start] < 0 ? "" : article.text.slice(row[start], row[end]);
  }
  restoreContext(row, article.text);
  const found = columns.speakers[number].map((place) => speakers[place]);
  row.who = found.map((speaker) => speaker.name).join(" & ");
  row.speakers = found.length ? found : [NOBODY];
  row.repeat = columns.repeats[number] ?? 0;
  row.uncertain = row.confidence < UNCERTAIN;
  row.marks = row.flags ? row.flags.split(" ") : [];
  row.check = row.uncertain || !row.who || row.negated || row.marks.some((mark) => MENDED.has(mark));
  article.rows.push(row);
  return row;
}

/** Cut out of the article what is told by its place. */
function restoreContext(row, text) {
  const { context_before: before, context_after: after, sentence } = row;
  if (typeof before === "number") {
    row.context_before = text.slice(row.quote_start - before, row.quote_start);
  }
  if (typeof after === "number") {
    row.context_after = text.slice(row.quote_end, row.quote_end + after);
  }
  if (Array.isArray(sentence)) {
    row.sentence = text.slice(...sentence);
  }
}

/** What a search looks at. */
function searchable(row) {
  row.folded ??= fold(
    [row.quote, row.who, row.speaker, row.speaker_mention, row.speaker_role].join("\n") +
      ["", row.title, row.source, row.doc_name].join("\n"),
  );
  return row.folded;
}
