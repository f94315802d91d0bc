/** Rows of texts for a spreadsheet's paste: tab-separated, one line per row. */
export function toTsv(rows) {
  return rows.map((row) => row.map((cell) => safe(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}

/** RFC 4180. */
export function toCsv(rows) {
  return rows.map((row) => row.map((cell) => quoted(safe(cell))).join(',')).join('\r\n') + '\r\n';
}

/** A name that begins like a formula must not become one; a signed number may stay. */
function safe(cell) {
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^[+\-]\d[\d.,]*\s*%?$/.test(cell);
  return isFormula ? `'${cell}` : cell;
}

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
