import { element, icon } from '../../widget/view/dom.js';
import { durationText, percentText } from '../parts/figures.js';
import { statusMark } from '../parts/marks.js';
import { differenceView } from '../parts/difference-view.js';
import { note } from '../parts/states.js';
import { wordDifference } from '../parts/word-difference.js';

/** One row's result: whether it passed at a glance, everything else when it is opened. */
export function resultItem(result, place) {
  const { status, output, error, variables } = result;
  const body = element('div', { class: 'result-body' });
  const first = Object.values(variables ?? {})[0] ?? '';
  const item = element(
    'details',
    { class: 'result', 'data-status': status, on: { toggle: () => item.open && body.childElementCount === 0 && body.append(...detail(result)) } },
    element(
      'summary',
      {},
      icon('chevron'),
      element('span', { class: 'result-place', text: place }),
      statusMark(status === 'error' ? 'failed' : status, status),
      element('span', { class: 'result-text', text: first }),
      element('span', { class: 'result-text muted', text: error?.message ?? output ?? '' }),
      element('span', { class: 'figure', text: percentText(result.score) }),
    ),
    body,
  );
  return item;
}

function detail({ variables, expected, output, error, checks, execution_id: execution, duration_ms: duration }) {
  const wanted = expected === null || expected === undefined ? null : typeof expected === 'string' ? expected : JSON.stringify(expected, null, 2);
  const parts = wanted === null || !output ? null : wordDifference(wanted, output);
  return [
    error && note('bad', element('p', { text: error.message })),
    element('dl', { class: 'result-values' }, ...Object.entries(variables ?? {}).map(([name, value]) => pair(name, value, 'variable-name'))),
    element('div', { class: 'result-texts' }, block('Expected', wanted ?? 'Nothing in particular', wanted === null), block('Output', output || 'None', !output)),
    parts && element('div', { class: 'result-part' }, element('h4', { text: 'From expected to output' }), differenceView(parts, 'From expected to output')),
    element('ul', { class: 'checks', 'aria-label': 'Checks' }, ...checks.map(check)),
    element('p', { class: 'muted result-foot' }, duration !== null && duration !== undefined ? `${durationText(duration)} · ` : '', execution && element('a', { href: `/lab/executions/${execution}`, text: 'Open the execution' })),
  ].filter(Boolean);
}

const pair = (name, value, kind) => element('div', {}, element('dt', { class: kind, text: name }), element('dd', { text: value }));

const block = (title, text, isMuted) => element('div', { class: 'result-part' }, element('h4', { text: title }), element('pre', { class: isMuted ? 'muted' : null, tabindex: '0', text }));

function check({ name, passed, score, detail: text }) {
  const status = passed === null ? 'interrupted' : passed ? 'passed' : 'failed';
  return element('li', {}, statusMark(status, passed === null ? 'not checked' : status), element('strong', { text: name }), element('span', { class: 'muted', text: [percentText(score), text].filter(Boolean).join(' · ') }));
}
