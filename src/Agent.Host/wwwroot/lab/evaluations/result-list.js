import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { button } from '../parts/page-head.js';
import { empty, failure } from '../parts/states.js';
import { resultItem } from './result-item.js';

const FILTERS = [
  ['', 'All'],
  ['false', 'Not passed'],
  ['true', 'Passed'],
];

/** The results of the rows, in the order of the dataset; those that come are put in their places. */
export class ResultList {
  #lab;
  #id;
  #cursor = null;
  #shown = new Map();
  #segments = element('div', { class: 'segments', role: 'group', 'aria-label': 'Results shown' });
  #list = element('div', { class: 'results' });
  #state = element('div');
  #more = button('Show more', () => this.#load(), { kind: 'list-more' });

  constructor(lab, id) {
    this.#lab = lab;
    this.#id = id;
    this.node = element('section', { class: 'section', 'aria-label': 'Results' }, element('div', { class: 'result-head' }, element('h2', { text: 'Results' }), this.#segments), this.#list, this.#state, this.#more);
    this.#more.hidden = true;
    this.#showFilter();
  }

  reload() {
    this.#cursor = null;
    this.#shown.clear();
    this.#list.replaceChildren();
    return this.#load();
  }

  /** A result that has just come. */
  take(result) {
    const wanted = this.#wanted();
    if ((wanted !== '' && String(result.passed) !== wanted) || this.#cursor) return;
    this.#put(result);
    this.#state.replaceChildren();
  }

  #wanted() {
    return this.#lab.query.get('passed') ?? '';
  }

  async #load() {
    try {
      const { data, next } = await this.#lab.api.get(`evaluations/${this.#id}/results`, { passed: this.#wanted(), cursor: this.#cursor, limit: 50 }, this.#lab.signal);
      for (const result of data) this.#put(result);
      this.#cursor = next;
      this.#more.hidden = !next;
      this.#state.replaceChildren(...(this.#shown.size === 0 ? [empty({ title: this.#wanted() === '' ? 'No result yet.' : this.#wanted() === 'true' ? 'No row passed.' : 'Every row passed.' })] : []));
    } catch (error) {
      if (!this.#lab.signal.aborted) this.#state.replaceChildren(failure(Problem.of(error), () => this.#load()));
    }
  }

  #put(result) {
    const node = resultItem(result, `#${result.ordinal}`);
    const before = this.#shown.get(result.row_id);
    const next = this.#next(result.ordinal);
    if (before) before.node.replaceWith(node);
    else if (next) next.before(node);
    else this.#list.append(node);
    this.#shown.set(result.row_id, { ordinal: result.ordinal, node });
  }

  #next(ordinal) {
    return [...this.#shown.values()].filter((one) => one.ordinal > ordinal).toSorted((a, b) => a.ordinal - b.ordinal)[0]?.node;
  }

  #showFilter() {
    this.#segments.replaceChildren(...FILTERS.map(([value, text]) => element('button', { type: 'button', class: 'segment', 'aria-pressed': String(value === this.#wanted()), text, on: { click: () => this.#choose(value) } })));
  }

  async #choose(value) {
    this.#lab.setQuery({ passed: value });
    this.#showFilter();
    this.#segments.querySelector('[aria-pressed="true"]').focus();
    await this.reload();
    this.#lab.announce(`${this.#shown.size} results.`);
  }
}
