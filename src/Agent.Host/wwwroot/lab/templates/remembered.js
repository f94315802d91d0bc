const PREFIX = 'promptlab-lab:values:';

/** What was given last when a template was run: `{variables, provider, model, fallback, parameters}`. Only this browser knows. */
export function rememberedValues(template) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + template)) ?? {};
  } catch {
    return {};
  }
}

export function rememberValues(template, values) {
  try {
    localStorage.setItem(PREFIX + template, JSON.stringify(values));
  } catch {
    // Full or forbidden: then nothing is remembered.
  }
}
