import { element, icon } from '../../widget/view/dom.js';
import { afterPause, selectField } from '../parts/fields.js';
import { costText, countText, counted, durationText } from '../parts/figures.js';
import { statusMark, timeMark } from '../parts/marks.js';
import { linkButton, pageHead } from '../parts/page-head.js';
import { PagedList } from '../parts/paged-list.js';
import { runStepFilters } from './run-step-filters.js';

const STATUSES = ['running', 'completed', 'failed', 'cancelled', 'interrupted'];
const FILTERS = ['pipeline_id', 'template_id', 'version', 'status', 'provider', 'model', 'tag', 'from', 'to', 'search'];

/** All runs that one has started, the newest first. */
export async function show(page, params, lab) {
  const { query } = lab;
  const nothing = { data: [] };
  const [pipelines, templates, providers] = await Promise.all([
    lab.api.get('pipelines', { limit: 200 }, lab.signal).catch(() => nothing),
    lab.api.get('templates', { limit: 200 }, lab.signal).catch(() => nothing),
    lab.api.get('providers', {}, lab.signal).catch(() => nothing),
  ]);
  if (lab.signal.aborted) return;
  const search = element('input', { type: 'search', class: 'input', 'aria-label': 'Search runs', placeholder: 'Search name, inputs and output', on: { input: afterPause(() => filter({ search: search.value.trim() })) } });
  const known = pipelines.data.map(({ id, name }) => ({ value: id, text: name })).toSorted((a, b) => a.text.localeCompare(b.text));
  const chosen = query.get('pipeline_id');
  if (chosen && !known.some(({ value }) => value === chosen)) known.push({ value: chosen, text: 'A deleted pipeline' });
  const pipeline = selectField('Pipeline', [{ value: '', text: 'Any' }, ...known], { value: chosen ?? '', on: { change: () => filter({ pipeline_id: pipeline.value }) } });
  const status = selectField('Status', [{ value: '', text: 'Any' }, ...STATUSES], { value: query.get('status') ?? '', on: { change: () => filter({ status: status.value }) } });
  const steps = runStepFilters(lab, { templates: templates.data, providers: providers.data }, filter);
  const from = dayField('From', 'from', false);
  const to = dayField('Up to', 'to', true);
  search.value = query.get('search') ?? '';

  const list = new PagedList({
    label: 'Runs',
    signal: lab.signal,
    load: (cursor, signal) => lab.api.get('runs', { ...Object.fromEntries(FILTERS.map((name) => [name, query.get(name)])), cursor, limit: 50 }, signal),
    empty: () =>
      FILTERS.some((name) => query.get(name))
        ? { title: 'No run fits.', text: 'Take a filter away.' }
        : { title: 'No pipeline ran yet.', text: 'Each run is kept here with its steps, outputs, tokens and cost. One that failed can be resumed.', action: linkButton('To the pipelines', '/lab/pipelines', { kind: 'primary' }) },
    onLoad: (items) => lab.announce(counted(items.length, 'run')),
    columns: [
      { label: 'Pipeline', kind: 'wide', cell: nameCell },
      { label: 'Status', cell: ({ status: text }) => statusMark(text) },
      { label: 'Attempts', kind: 'figure', cell: ({ attempts }) => countText(attempts) },
      { label: 'Tokens', kind: 'figure', cell: ({ input_tokens: read, output_tokens: written }) => `${countText(read)} → ${countText(written)}` },
      { label: 'Cost', kind: 'figure', cell: ({ cost }) => costText(cost) },
      { label: 'Duration', kind: 'figure', cell: ({ duration_ms: duration }) => durationText(duration) },
      { label: 'When', cell: ({ created_at: at }) => timeMark(at) },
    ],
  });
  page.append(pageHead({ title: 'Runs' }), element('div', { class: 'filters filters-labelled' }, element('label', { class: 'search-box' }, icon('search'), search), pipeline.node, status.node, from, to), steps, list.node);
  await list.reload();

  function filter(values) {
    lab.setQuery(values);
    list.reload();
  }

  /** Days of this browser; the second one is wholly in. */
  function dayField(text, name, isEnd) {
    const input = element('input', { type: 'date', class: 'input', 'aria-label': text, on: { change: () => filter({ [name]: input.value && instant(input.value, isEnd) }) } });
    const given = query.get(name);
    if (given) input.value = new Date(new Date(given).getTime() - (isEnd ? 1 : 0)).toLocaleDateString('sv-SE');
    return element('label', { class: 'field' }, element('span', { class: 'field-label', text }), input);
  }
}

function instant(day, isEnd) {
  const start = new Date(`${day}T00:00:00`);
  if (isEnd) start.setDate(start.getDate() + 1);
  return start.toISOString();
}

function nameCell({ id, pipeline, error, inputs }) {
  const given = Object.entries(inputs ?? {}).map(([name, value]) => `${name}: ${value}`).join(' · ');
  return [
    element('span', { class: 'row-title' }, element('a', { href: `/lab/runs/${id}`, class: 'row-link', text: pipeline.name })),
    error ? element('span', { class: 'row-text row-error', text: error.message }) : given && element('span', { class: 'row-text', text: given }),
  ].filter(Boolean);
}
