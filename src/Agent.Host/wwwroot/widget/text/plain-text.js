/** Markdown without its marks, on one line. */
export function plainText(markdown) {
  return markdown.replaceAll(/\\([^\w\s])/g, '$1').replaceAll(/[*_`#|]+|:?-{3,}:?/g, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** The first line that says something. */
export function firstLine(markdown) {
  return markdown.split('\n').map(plainText).find((line) => line !== '') ?? '';
}
