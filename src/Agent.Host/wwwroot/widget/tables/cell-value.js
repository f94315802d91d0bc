const NUMBER = /^[^\d\p{L}]{0,4}?([+\-−]?)\s*(?:[€$£¥]\s*)?([+\-−]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d-])/u;
const EMPTY = new Set(['', '–', '—', '-', 'n/a']);

/**
 * What a cell sorts by: a number when its text begins with one ("€ 1,234.50", "−3.2 %", "12 – 14 %"), its words otherwise,
 * null when it is empty. ISO dates sort as words.
 */
export function cellValue(text) {
  const words = text.trim();
  if (EMPTY.has(words.toLowerCase())) return null;
  const match = NUMBER.exec(words.replace(/^(?:EUR|USD|GBP)\s*/i, ''));
  if (!match) return words;
  const size = Number(match[3].replaceAll(',', '') + (match[4] ?? ''));
  return /[-−]/.test(match[1] + match[2]) ? -size : size;
}

/** Numbers before words, empty cells last; words as a person orders them. */
export function compareValues(a, b) {
  if (a === null || b === null) return (a === null) - (b === null);
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return typeof a === 'number' ? a - b : a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' });
}

/** Whether a cell holds a figure and nothing else: an amount, a share, an interval, a change. */
export function isFigure(text) {
  return typeof cellValue(text) === 'number' && !/\p{L}/u.test(text.replace(/\b(?:[A-Z]{3}|pp|x)\b/g, ''));
}
