/** `top_landing_pages` as a person reads it. */
export function readableName(identifier) {
  const words = String(identifier).replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
