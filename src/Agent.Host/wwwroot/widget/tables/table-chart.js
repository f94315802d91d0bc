import { element } from '../view/dom.js';
import { cellValue } from './cell-value.js';

const MOST = 20;

/** A number that is a name. */
const ID = /(^|\s)id\s*$/i;

/** Bars beside the names of a table's rows, for one of its figures at a time. It says nothing that the table does not. */
export class TableChart {
  #headers;
  #rows;
  #names;
  #bars = element('div', { class: 'chart-bars' });
  #choice;

  /**
   * @param {HTMLTableCellElement[]} headers
   * @param {() => HTMLTableRowElement[]} rows in the order on screen
   */
  constructor(headers, rows) {
    this.#headers = headers;
    this.#rows = rows;
    this.#names = headers.findIndex(({ classList }) => classList.contains('words'));
    const options = this.#figures().map((column) => element('option', { value: column, text: headers[column].textContent.trim() }));
    this.#choice = element('select', { 'aria-label': 'Figure to draw', on: { change: () => this.draw() } }, ...options);
    this.node = element('div', { class: 'chart', hidden: true }, options.length > 1 && this.#choice, this.#bars);
  }

  /** Whether there is something to compare. */
  get isUseful() {
    return this.#names >= 0 && this.#figures().length > 0 && this.#rows().length > 1;
  }

  toggle() {
    this.node.hidden = !this.node.hidden;
    this.#choice.value = String(this.#ranking());
    this.draw();
    this.node.scrollIntoView({ block: 'nearest' });
    return !this.node.hidden;
  }

  draw() {
    if (this.node.hidden) return;
    const column = Number(this.#choice.value);
    const rows = this.#rows().slice(0, MOST).map(({ cells }) => ({ name: cells[this.#names].textContent.trim(), text: cells[column].textContent.trim(), value: cellValue(cells[column].textContent) }));
    const largest = Math.max(...rows.map(({ value }) => Math.abs(value ?? 0)), Number.MIN_VALUE);
    this.#bars.setAttribute('role', 'img');
    this.#bars.setAttribute('aria-label', `Bars of ${this.#headers[column].textContent.trim()} by ${this.#headers[this.#names].textContent.trim()}; the table has the figures.`);
    this.#bars.replaceChildren(...rows.flatMap((row) => barOf(row, largest)), this.#remark());
  }

  #figures() {
    return this.#headers.map((_, column) => column).filter((column) => this.#headers[column].classList.contains('figure') && !ID.test(this.#headers[column].textContent));
  }

  /** The figure that the rows are sorted by, as far as it can be seen. */
  #ranking() {
    const figures = this.#figures();
    const falls = (column) => {
      const values = this.#rows().map(({ cells }) => cellValue(cells[column].textContent));
      return values[0] !== values.at(-1) && values.every((value, place) => place === 0 || value <= values[place - 1]);
    };
    return figures.find((column) => this.#headers[column].hasAttribute('aria-sort')) ?? figures.find(falls) ?? figures[0];
  }

  #remark() {
    const left = this.#rows().length - MOST;
    return element('span', { class: 'muted chart-rest', hidden: left <= 0, text: `and ${left} more in the table` });
  }
}

function barOf({ name, text, value }, largest) {
  const bar = element('span', { class: value < 0 ? 'chart-bar is-negative' : 'chart-bar' });
  bar.style.inlineSize = `${(100 * Math.abs(value ?? 0)) / largest}%`;
  return [element('span', { class: 'chart-name', title: name, text: name }), element('span', { class: 'chart-track' }, bar), element('span', { class: 'chart-figure', text: text || '–' })];
}
