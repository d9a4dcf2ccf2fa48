// Text: places counted in code points, and what a search does not tell apart.

const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** A text whose places are Unicode code points; JavaScript itself counts UTF-16 units. */
class Text {
  constructor(string) {
    this.string = string;
    // Where there is no emoji or the like, both counts are the same.
    this.points = ASTRAL.test(string) ? Array.from(string) : null;
  }

  get length() {
    return (this.points ?? this.string).length;
  }

  slice(start, end) {
    const part = (this.points ?? this.string).slice(start, end);
    return this.points ? part.join("") : part;
  }

  /** Where lines begin, the first one excepted. */
  lineStarts() {
    const characters = this.points ?? this.string;
    const starts = [];
    for (let at = characters.indexOf("\n"); at >= 0; at = characters.indexOf("\n", at + 1)) {
      starts.push(at + 1);
    }
    return starts;
  }
}

/** A text without case, accents, and kinds of apostrophes and spaces. */
function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/\s+/g, " ");
}

/** What is looked for: words in any order; between quotation marks, words in a row. */
function wanted(query) {
  const found = query.matchAll(/["“”«»]([^"“”«»]*)(?:["“”«»]|$)|([^\s"“”«»]+)/g);
  return Array.from(found, (match) => fold(match[1] ?? match[2]).trim()).filter(Boolean);
}
