const NAME = 'promptlab-lab:theme';
const THEMES = ['auto', 'light', 'dark'];
const LABELS = { auto: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };

/** What the person chose; `auto` follows the system. */
export function readTheme() {
  try {
    const theme = localStorage.getItem(NAME);
    return THEMES.includes(theme) ? theme : 'auto';
  } catch {
    return 'auto';
  }
}

export function nextTheme(theme) {
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  try {
    localStorage.setItem(NAME, next);
  } catch {
    // Nothing is remembered then.
  }
  return next;
}

export const themeLabel = (theme) => LABELS[theme];
