// An article's text as paragraphs, its quotations marked.

/** Make the paragraphs of the article of a quotation.
 *
 * The text is cut wherever something begins or ends; together the pieces are the text, whole.
 */
function markedText(row) {
  const { text, rows: told } = row.article;
  const spans = spansOf(row, told);
  const cuts = new Set([0, text.length, ...text.lineStarts()]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const paragraphs = [];
  let paragraph = null;
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [start, end] = [places[i], places[i + 1]];
    const part = text.slice(start, end);
    paragraph ??= element("p");
    paragraph.append(piece(part, spans.filter((span) => span.start <= start && end <= span.end)));
    if (part.endsWith("\n") || end === text.length) {
      paragraph.classList.toggle("blank", !paragraph.textContent.trim());
      paragraphs.push(paragraph);
      paragraph = null;
    }
  }
  return paragraphs;
}

/** Everything to be marked: the quotation, its cue and mention, the others of the article. */
function spansOf(row, told) {
  const others = told
    .filter((other) => other !== row)
    .map((other) => ({ start: other.quote_start, end: other.quote_end, other }));
  return [
    { start: row.quote_start, end: row.quote_end, current: row },
    { start: row.cue_start, end: row.cue_end, cue: row },
    { start: row.speaker_start, end: row.speaker_end, mention: row },
    ...others,
  ].filter(({ start, end }) => start >= 0 && start < end);
}

/** Make one piece of text inside the marks that cover it. */
function piece(part, spans) {
  const others = spans.filter((span) => span.other);
  // Where quotations are nested, the inner one is meant.
  others.sort((a, b) => a.end - a.start - (b.end - b.start));
  let made = document.createTextNode(part);
  if (spans.some((span) => span.mention)) {
    made = element("strong", { class: "mention", title: label("mention") }, made);
  }
  if (spans.some((span) => span.cue)) {
    made = element("span", { class: "cue", title: label("cue") }, made);
  }
  if (others.length) made = otherLink(others[0].other, made);
  if (spans.some((span) => span.current)) made = element("mark", {}, made);
  return made;
}

function otherLink(other, content) {
  const href = hashOf({ ...state, open: other });
  const link = element("a", { class: "other", href, title: other.who || label("unknown") }, content);
  link.row = other;
  return link;
}
