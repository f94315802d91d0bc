import { cellText } from '../tables/cell-text.js';
import { dressTable } from '../tables/data-table.js';
import { element } from './dom.js';

const MARKDOWN_TABLE = /^\s*\|?\s*:?-+:?\s*\|/m;

/** A table given as data: `{title?, columns: [string | {key, label, type}], rows: [[…] | {…}]}`. Only seen when the text has none. */
export class TableCard {
  #isEmpty;

  constructor({ title, columns = [], rows = [] }, announce) {
    this.#isEmpty = columns.length === 0 || rows.length === 0;
    const fields = columns.map((column, index) => ({ index, ...(typeof column === 'string' ? { key: column, label: column } : column) }));
    const head = element('thead', {}, element('tr', {}, ...fields.map(({ label, key }) => element('th', { text: label ?? key }))));
    const body = element('tbody', {}, ...rows.map((row) => element('tr', {}, ...fields.map((field) => element('td', { text: cellText(Array.isArray(row) ? row[field.index] : row[field.key], field.type) })))));
    const table = element('table', {}, head, body);
    this.node = element('div', { class: 'card-table' }, title && element('p', { class: 'card-title', text: title }), table);
    dressTable(table, announce, () => (rows.every(Array.isArray) ? rows : null));
  }

  update(text) {
    this.node.hidden = this.#isEmpty || MARKDOWN_TABLE.test(text);
  }
}
