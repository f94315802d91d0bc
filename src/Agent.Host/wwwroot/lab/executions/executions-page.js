import { element } from '../../widget/view/dom.js';
import { costText, counted, countText, durationText } from '../parts/figures.js';
import { statusMark, timeMark } from '../parts/marks.js';
import { linkButton, pageHead } from '../parts/page-head.js';
import { PagedList } from '../parts/paged-list.js';
import { loading } from '../parts/states.js';
import { ExecutionFilters } from './execution-filters.js';

const MOST_COMPARED = 10;

/** All executions that one has started; ticked ones can be compared. */
export async function show(page, params, lab) {
  page.append(pageHead({ title: 'Executions' }), loading());
  const nothing = { data: [] };
  const [templates, pipelines, providers] = await Promise.all([
    lab.api.get('templates', { limit: 200 }, lab.signal).catch(() => nothing),
    lab.api.get('pipelines', { limit: 200 }, lab.signal).catch(() => nothing),
    lab.api.get('providers', {}, lab.signal).catch(() => nothing),
  ]);
  if (lab.signal.aborted) return;
  const ticked = new Set();
  const bar = element('div', { class: 'selection-bar', role: 'region', 'aria-label': 'Ticked executions', hidden: true });
  const filters = new ExecutionFilters({ templates: byName(templates), pipelines: byName(pipelines), providers: providers.data }, lab, () => list.reload());
  const list = new PagedList({
    label: 'Executions',
    signal: lab.signal,
    load: (cursor, signal) => lab.api.get('executions', { ...filters.value, cursor, limit: 50 }, signal),
    empty: () => (filters.isEmpty ? { title: 'Nothing was run yet.', text: 'Open a template and run it: each run is kept here with its prompt, output, tokens and cost.', action: linkButton('To the templates', '/lab/templates', { kind: 'primary' }) } : { title: 'No execution fits.', text: 'Take a filter away.' }),
    onLoad: (items) => lab.announce(counted(items.length, 'execution')),
    columns: [
      { label: '', kind: 'mark', cell: tickCell },
      { label: 'Template', kind: 'wide', cell: nameCell },
      { label: 'Status', cell: ({ status }) => statusMark(status) },
      { label: 'Answered by', cell: ({ provider, model }) => (provider === model ? provider : `${provider} · ${model}`) },
      { label: 'Tokens', kind: 'figure', cell: ({ input_tokens: read, output_tokens: written }) => `${countText(read)} → ${countText(written)}` },
      { label: 'Cost', kind: 'figure', cell: ({ cost }) => costText(cost) },
      { label: 'Duration', kind: 'figure', cell: ({ duration_ms: duration }) => durationText(duration) },
      { label: 'When', cell: ({ created_at: at }) => timeMark(at) },
    ],
  });
  page.replaceChildren(pageHead({ title: 'Executions' }), filters.node, list.node, bar);
  await list.reload();

  function tickCell({ id, template_name: name, version }) {
    const tick = element('input', { type: 'checkbox', 'aria-label': `Compare this execution of ${name} v${version}`, on: { change: () => choose(id, tick) } });
    tick.checked = ticked.has(id);
    return tick;
  }

  function choose(id, tick) {
    if (tick.checked && ticked.size >= MOST_COMPARED) {
      tick.checked = false;
      lab.toast(`At most ${MOST_COMPARED} can be compared.`);
    } else if (tick.checked) ticked.add(id);
    else ticked.delete(id);
    const ready = ticked.size > 1;
    bar.hidden = ticked.size === 0;
    bar.replaceChildren(
      element('span', { role: 'status', text: ready ? `${ticked.size} ticked` : 'Tick one more to compare' }),
      element(
        'span',
        { class: 'form-actions' },
        element('button', { type: 'button', class: 'button', text: 'Untick all', on: { click: untick } }),
        ready && linkButton('Compare', `/lab/compare?ids=${[...ticked].join(',')}`, { drawing: 'columns', kind: 'primary' }),
      ),
    );
  }

  function untick() {
    ticked.clear();
    bar.hidden = true;
    list.redraw();
  }
}

const byName = ({ data }) => data.toSorted((a, b) => a.name.localeCompare(b.name));

function nameCell(execution) {
  const { id, template_name: name, version, label, error, fallback_reason: fallback, step, run_id: run, rerun_of: rerunOf, evaluation_id: evaluation } = execution;
  const facts = [`v${version}${label ? ` (${label})` : ''}`, rerunOf && 'run again', fallback && 'answered by the fallback'];
  return [
    element('span', { class: 'row-title' }, element('a', { href: `/lab/executions/${id}`, class: 'row-link', text: name }), element('span', { class: 'row-text', text: facts.filter(Boolean).join(' · ') }), run && element('a', { href: `/lab/runs/${run}`, class: 'row-text', text: `step ${step} of a run` }), evaluation && element('a', { href: `/lab/evaluations/${evaluation}`, class: 'row-text', text: 'row of an evaluation' })),
    error && element('span', { class: 'row-text row-error', text: error.message }),
  ].filter(Boolean);
}
