import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { empty, failure, loading } from './states.js';

/**
 * A table that is fetched page by page. `load(cursor, signal)` gives `{data, next}`; a column is `{label, cell: (item) => Node|string,
 * kind?: 'figure'|'wide'|'mark'}`; the first column's cell should hold the link of the row. On a narrow page each row becomes a card.
 */
export class PagedList {
  #options;
  #stop = new AbortController();
  #cursor = null;
  #body = element('tbody');
  #table;
  #state = element('div', { class: 'list-state' });
  #more = element('button', { type: 'button', class: 'button list-more', text: 'Show more', hidden: true, on: { click: () => this.#next() } });

  /** What is shown, in order. */
  items = [];

  /** @param {{label: string, columns: object[], load: Function, empty: () => object, onLoad?: (items) => void, signal?: AbortSignal}} options */
  constructor(options) {
    this.#options = options;
    this.#table = element(
      'table',
      { class: 'list', role: 'table', 'aria-label': options.label, hidden: true },
      element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...options.columns.map(({ label, kind = '' }) => element('th', { scope: 'col', role: 'columnheader', class: kind, text: label })))),
      this.#body,
    );
    this.#body.setAttribute('role', 'rowgroup');
    this.node = element('div', { class: 'list-frame' }, this.#table, this.#state, this.#more);
    options.signal?.addEventListener('abort', () => this.#stop.abort());
  }

  /** From the beginning: the filters are others now. What is shown stays until the new page is there. */
  async reload() {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#cursor = null;
    if (this.#table.hidden) this.#state.replaceChildren(loading());
    this.node.classList.add('is-stale');
    await this.#fetch(true);
  }

  /** Shows the items anew, for example after one has changed. */
  redraw() {
    this.#body.replaceChildren(...this.items.map((item) => this.#row(item)));
  }

  async #next() {
    const place = this.items.length;
    this.#more.disabled = true;
    await this.#fetch(false);
    this.#more.disabled = false;
    this.#body.rows[place]?.querySelector('a, button, input')?.focus();
  }

  async #fetch(isFirst) {
    const { signal } = this.#stop;
    try {
      const { data, next } = await this.#options.load(this.#cursor, signal);
      if (signal.aborted) return;
      this.items = isFirst ? data : [...this.items, ...data];
      this.#cursor = next;
      if (isFirst) this.redraw();
      else this.#body.append(...data.map((item) => this.#row(item)));
      this.#show();
    } catch (error) {
      if (signal.aborted) return;
      this.node.classList.remove('is-stale');
      this.#state.replaceChildren(failure(Problem.of(error), () => (isFirst ? this.reload() : this.#next())));
      if (isFirst) this.#table.hidden = true;
    }
  }

  #show() {
    this.node.classList.remove('is-stale');
    this.#table.hidden = this.items.length === 0;
    this.#more.hidden = !this.#cursor;
    this.#state.replaceChildren(...(this.items.length === 0 ? [empty(this.#options.empty())] : []));
    this.#options.onLoad?.(this.items);
  }

  #row(item) {
    const cells = this.#options.columns.map(({ label, kind = '', cell }) => {
      const content = cell(item);
      return element('td', { role: 'cell', class: kind, 'data-label': label }, ...(Array.isArray(content) ? content : [content]));
    });
    return element('tr', { role: 'row', 'data-id': item.id ?? null }, ...cells);
  }
}
