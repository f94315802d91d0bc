const NAME = 'promptlab-lab:key';

/** The API key that this browser sends; null where the local user needs none. Storage may be forbidden, then there is none. */
export function readKey() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

export function writeKey(key) {
  if (key) localStorage.setItem(NAME, key);
  else localStorage.removeItem(NAME);
}
