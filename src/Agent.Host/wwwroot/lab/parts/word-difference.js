const MOST = 600;

/** Word difference between two short texts, as the server's parts `{kind, text}`; null where they are too long for the page. */
export function wordDifference(from, to) {
  const [a, b] = [tokens(from), tokens(to)];
  if (a.length > MOST || b.length > MOST) return null;
  const lengths = longest(a, b);
  const parts = [];
  const add = (kind, text) => (parts.at(-1)?.kind === kind ? (parts.at(-1).text += text) : parts.push({ kind, text }));
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      add('same', a[i]);
      i += 1;
      j += 1;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) add('removed', a[i++]);
    else add('added', b[j++]);
  }
  while (i < a.length) add('removed', a[i++]);
  while (j < b.length) add('added', b[j++]);
  return parts;
}

const tokens = (text) => text.match(/\s+|[\p{L}\p{Nd}_]+|./gsu) ?? [];

function longest(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  }
  return lengths;
}
