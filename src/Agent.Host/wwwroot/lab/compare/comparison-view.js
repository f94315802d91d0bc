import { element } from '../../widget/view/dom.js';
import { costText, countText, durationText } from '../parts/figures.js';
import { differenceView } from '../parts/difference-view.js';
import { statusMark } from '../parts/marks.js';
import { OutputView } from '../parts/output-view.js';
import { section } from '../parts/page-head.js';
import { letterOf } from './compare-setup.js';

/** Executions side by side while they stream; then what each took, and what differs from the one that is the base. */
export class ComparisonView {
  #views = new Map();
  #columns = element('div', { class: 'compare-columns', tabindex: '0', role: 'region', 'aria-label': 'Outputs side by side' });
  #result = element('div', { class: 'fields' });
  #setBase;

  /** @param {string[]} ids @param {(id: string) => void} setBase */
  constructor(ids, { toast, setBase }) {
    this.#setBase = setBase;
    ids.forEach((id, index) => {
      const view = new OutputView({ announce: toast, label: `Output of ${letterOf(index)}` });
      const title = element('h3', { text: letterOf(index) });
      this.#views.set(id, { view, title });
      this.#columns.append(element('article', { class: 'compare-column', 'aria-label': `Run ${letterOf(index)}`, 'data-id': id }, title, view.node));
    });
    this.node = element('div', { class: 'fields' }, this.#columns, this.#result);
  }

  start() {
    for (const { view } of this.#views.values()) view.start();
  }

  take(id, event) {
    this.#views.get(id)?.view.take(event);
  }

  fail(id, problem) {
    this.#views.get(id)?.view.fail(problem);
  }

  /** What is known before the end: which run is which. */
  name(executions) {
    executions.forEach((execution, index) => {
      const { title } = this.#views.get(execution.id);
      title.replaceChildren(element('a', { href: `/lab/executions/${execution.id}`, text: `${letterOf(index)} · v${execution.version}` }), element('span', { class: 'muted', text: ` ${execution.provider === execution.model ? execution.provider : `${execution.provider} · ${execution.model}`}` }));
    });
  }

  /** @param {{executions, outputs, differences}} comparison the base comes first in `base`'s own comparison */
  show({ executions, outputs }, baseComparison) {
    this.name(executions);
    executions.forEach((execution, index) => {
      if (execution.status !== 'running') this.#views.get(execution.id).view.show({ execution, output: outputs[index] });
    });
    this.#result.replaceChildren(section('What it took', figuresTable(executions)), this.#differences(executions, baseComparison));
  }

  #differences(executions, { executions: ordered, differences }) {
    const letter = (id) => letterOf(executions.findIndex((execution) => execution.id === id));
    const [base, ...others] = ordered;
    const select = element('select', { class: 'input narrow', 'aria-label': 'Compare with', on: { change: () => this.#setBase(select.value) } }, ...executions.map(({ id, version }) => element('option', { value: id, text: `${letter(id)} · v${version}` })));
    select.value = base.id;
    return section(
      'What differs',
      element('label', { class: 'check' }, 'Compare with', select),
      element('div', { class: 'compare-columns', tabindex: '0', role: 'region', 'aria-label': 'Differences' }, ...others.map((execution, index) => element('article', { class: 'compare-column' }, element('h3', { text: `${letter(base.id)} → ${letter(execution.id)}` }), element('div', { class: 'output' }, element('div', { class: 'output-body' }, differenceView(differences[index], `Difference from ${letter(base.id)} to ${letter(execution.id)}`)))))),
    );
  }
}

const FIGURES = [
  ['First token', 'first_token_ms', durationText],
  ['Duration', 'duration_ms', durationText],
  ['Tokens in', 'input_tokens', countText],
  ['Tokens out', 'output_tokens', countText],
  ['Cost', 'cost', costText],
];

function figuresTable(executions) {
  const heads = ['Run', 'Version', 'Answered by', 'Status', ...FIGURES.map(([label]) => label)];
  const least = Object.fromEntries(FIGURES.map(([, name]) => [name, leastOf(executions.filter(({ status }) => status === 'completed').map((execution) => execution[name]))]));
  const row = (execution, index) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', text: letterOf(index) }),
      element('td', { text: `v${execution.version}${execution.label ? ` (${execution.label})` : ''}` }),
      element('td', { text: execution.provider === execution.model ? execution.provider : `${execution.provider} · ${execution.model}` }),
      element('td', {}, statusMark(execution.status)),
      ...FIGURES.map(([, name, text]) => element('td', { class: least[name] !== null && execution[name] === least[name] ? 'figure best' : 'figure', text: text(execution[name]) })),
    );
  const figureHeads = new Set(FIGURES.map(([label]) => label));
  const table = element('table', { class: 'compare-table' }, element('thead', {}, element('tr', {}, ...heads.map((text) => element('th', { scope: 'col', class: figureHeads.has(text) ? 'figure' : null, text })))), element('tbody', {}, ...executions.map(row)));
  return element('div', { class: 'table' }, element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'What it took' }, table));
}

/** The smallest, where the runs differ at all and each has one. */
function leastOf(values) {
  if (values.length < 2 || values.some((value) => value === null)) return null;
  const least = Math.min(...values);
  return values.every((value) => value === least) ? null : least;
}
