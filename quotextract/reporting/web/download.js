// The rows shown as CSV, cell for cell what the program's own exporter writes.

const FORMULA = new Set("=+-@\t\r");
const QUOTED = new Set([...FORMULA, "'"]);

/** Put an apostrophe before what a spreadsheet would run as a formula. */
function harmless(text) {
  const [first, second] = [text.charAt(0), text.charAt(1)];
  return FORMULA.has(first) || (first === "'" && QUOTED.has(second)) ? `'${text}` : text;
}

function csvCell(row, name) {
  const value = row[name];
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "number") {
    const text = harmless(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }
  // Only confidences are fractions, and those keep their point when they are whole.
  return name.endsWith("confidence") && Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** A table after RFC 4180, with a byte order mark for spreadsheets. */
function csvOf(found) {
  const lines = found.map((row) => payload.columns.map((name) => csvCell(row, name)).join(","));
  return `\ufeff${[payload.columns.join(","), ...lines].join("\r\n")}\r\n`;
}

function download(found) {
  const file = new Blob([csvOf(found)], { type: "text/csv;charset=utf-8" });
  const link = element("a", { href: URL.createObjectURL(file), download: `${fileName()}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function fileName() {
  return fold(payload.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "quotextract";
}
