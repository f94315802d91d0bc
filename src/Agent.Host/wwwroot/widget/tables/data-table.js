import { copyText, saveText } from '../view/clipboard.js';
import { element, icon } from '../view/dom.js';
import { cellValue, compareValues, isFigure } from './cell-value.js';
import { TableChart } from './table-chart.js';
import { toCsv, toTsv } from './table-text.js';

/**
 * Makes a plain `<table>` scrollable, sortable and copyable, in place, with its figures as bars.
 *
 * @param {(text: string) => void} announce
 * @param {() => (Array[]|null)} rawRows the rows as data, in the order of the table, for copies without units and separators
 */
export function dressTable(table, announce, rawRows = () => null) {
  new DataTable(table, announce, rawRows);
}

class DataTable {
  #table;
  #body;
  #headers;
  #original;
  #announce;
  #rawRows;
  #chart;

  constructor(table, announce, rawRows) {
    this.#table = table;
    this.#announce = announce;
    this.#rawRows = rawRows;
    this.#body = table.tBodies[0] ?? table.createTBody();
    this.#headers = [...(table.tHead?.rows[0]?.cells ?? [])];
    this.#original = [...this.#body.rows];
    this.#headers.forEach((header, column) => this.#prepare(header, column));
    this.#chart = new TableChart(this.#headers, () => [...this.#body.rows]);
    this.#wrap();
  }

  #wrap() {
    const frame = element('div', { class: 'table' });
    this.#table.replaceWith(frame);
    const label = `Table: ${this.#headers.map((header) => header.textContent).join(', ')}`;
    frame.append(element('div', { class: 'table-scroll', role: 'region', tabindex: '0', 'aria-label': label }, this.#table), this.#chart.node, this.#toolbar());
  }

  #toolbar() {
    const count = this.#original.length;
    const action = (name, label, run) => element('button', { type: 'button', class: 'quiet-button', on: { click: run } }, icon(name), label);
    return element(
      'div',
      { class: 'table-toolbar' },
      element('span', { class: 'muted', text: count === 1 ? '1 row' : `${count} rows` }),
      this.#chart.isUseful && this.#chartButton(),
      action('copy', 'Copy', () => this.#copy(toTsv, 'Table copied; paste it into a spreadsheet.')),
      action('copy', 'Copy CSV', () => this.#copy(toCsv, 'Table copied as CSV.')),
      action('download', 'Download', () => saveText('table.csv', 'text/csv;charset=utf-8', `\uFEFF${toCsv(this.#texts())}`)),
    );
  }

  #chartButton() {
    const toggle = () => button.setAttribute('aria-pressed', String(this.#chart.toggle()));
    const button = element('button', { type: 'button', class: 'quiet-button', 'aria-pressed': 'false', on: { click: toggle } }, icon('chart'), 'Chart');
    return button;
  }

  async #copy(format, done) {
    this.#announce((await copyText(format(this.#texts()))) ? done : 'Copying is not allowed here; use Download.');
  }

  /** Figures stand to the right, however the text was aligned; a rank is no value to sort by. */
  #prepare(header, column) {
    const cells = this.#original.map((row) => row.cells[column]).filter(Boolean);
    const filled = cells.filter((cell) => cellValue(cell.textContent) !== null);
    const isRank = header.textContent.trim() === '#';
    const kind = isRank ? 'rank' : filled.length > 0 && filled.every((cell) => isFigure(cell.textContent)) ? 'figure' : 'words';
    for (const cell of [header, ...cells]) cell.classList.add(kind);
    header.scope = 'col';
    if (!isRank && cells.length > 1) this.#makeSortable(header, column);
  }

  #makeSortable(header, column) {
    const button = element('button', { type: 'button', class: 'sort', on: { click: () => this.#sort(column) } });
    button.append(...header.childNodes, icon('sort'));
    header.append(button);
  }

  /** First the big numbers or the start of the alphabet, then the other way round, then as it came. */
  #sort(column) {
    const header = this.#headers[column];
    const order = header.classList.contains('figure') ? ['descending', 'ascending', null] : ['ascending', 'descending', null];
    const direction = order[(order.indexOf(header.getAttribute('aria-sort')) + 1) % order.length];
    for (const other of this.#headers) other.removeAttribute('aria-sort');
    if (direction) header.setAttribute('aria-sort', direction);
    this.#body.append(...this.#sorted(column, direction));
    this.#chart.draw();
    this.#announce(direction ? `Sorted by ${header.textContent.trim()}, ${direction}.` : 'Original order.');
  }

  #sorted(column, direction) {
    if (!direction) return this.#original;
    const keyed = this.#original.map((row) => ({ row, value: cellValue(row.cells[column]?.textContent ?? '') }));
    const sign = direction === 'ascending' ? 1 : -1;
    keyed.sort((a, b) => (a.value === null || b.value === null ? 1 : sign) * compareValues(a.value, b.value));
    return keyed.map(({ row }) => row);
  }

  #texts() {
    const head = this.#headers.map((header) => header.textContent.trim());
    const raw = this.#rawRows();
    const isSame = raw?.length === this.#original.length && raw.every((cells) => cells.length === head.length);
    return [head, ...[...this.#body.rows].map((row) => this.#rowTexts(row, isSame ? raw[this.#original.indexOf(row)] : []))];
  }

  #rowTexts(row, raw) {
    return [...row.cells].map((cell, column) => {
      const value = raw[column];
      if (value === null) return '';
      return typeof value === 'string' || typeof value === 'number' ? String(value) : cell.textContent.trim();
    });
  }
}
