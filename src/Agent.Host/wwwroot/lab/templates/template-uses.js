const PAGE = 200;
const MOST_PAGES = 5;

/**
 * How many pipelines use each template, for the list: a Map from a template's id to the number. The list itself does not wait for it;
 * where pipelines cannot be read it stays empty.
 */
export async function templateUses(api, signal) {
  const uses = new Map();
  let cursor = null;
  for (let page = 0; page === 0 || (cursor && page < MOST_PAGES); page += 1) {
    const { data, next } = await api.get('pipelines', { limit: PAGE, cursor }, signal);
    for (const { steps } of data) for (const id of new Set(steps.map((step) => step.template_id).filter(Boolean))) uses.set(id, (uses.get(id) ?? 0) + 1);
    cursor = next;
  }
  return uses;
}
