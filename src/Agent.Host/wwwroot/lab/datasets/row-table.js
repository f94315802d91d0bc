import { element, iconButton } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { button } from '../parts/page-head.js';
import { failure, loading } from '../parts/states.js';

const PAGE = 50;

/** The rows of a dataset; a cell is saved when it is left. Who may only read them has the same cells. */
export class RowTable {
  #lab;
  #id;
  #rows = [];
  #columns;
  #cursor = null;
  #onChange;
  #isReadOnly;
  #table = element('table', { class: 'row-table', 'aria-label': 'Rows' });
  #state = element('div');
  #more = button('Show more', () => this.#load(false), { class: 'button list-more' });

  /** @param {string[]} columns variables that the template has */
  constructor(lab, id, columns, { isReadOnly, onChange }) {
    this.#lab = lab;
    this.#id = id;
    this.#columns = [...columns];
    this.#onChange = onChange;
    this.#isReadOnly = isReadOnly;
    this.node = element('div', { class: 'list-frame' }, element('div', { class: 'row-table-frame' }, this.#table), this.#state, this.#more);
    this.reload();
  }

  reload() {
    this.#cursor = null;
    return this.#load(true);
  }

  addColumn(name) {
    if (!name || this.#columns.includes(name)) return;
    this.#columns.push(name);
    this.#draw();
    this.#table.tFoot.querySelector(`[data-column="${CSS.escape(name)}"]`)?.focus();
  }

  async #load(isFirst) {
    if (isFirst && this.#rows.length === 0) this.#state.replaceChildren(loading());
    try {
      const { data, next } = await this.#lab.api.get(`datasets/${this.#id}/rows`, { cursor: this.#cursor, limit: PAGE }, this.#lab.signal);
      this.#rows = isFirst ? data : [...this.#rows, ...data];
      this.#cursor = next;
      for (const row of data) for (const name of Object.keys(row.variables)) if (!this.#columns.includes(name)) this.#columns.push(name);
      this.#state.replaceChildren();
      this.#draw();
    } catch (error) {
      if (!this.#lab.signal.aborted) this.#state.replaceChildren(failure(Problem.of(error), () => this.#load(isFirst)));
    }
  }

  #draw() {
    this.#more.hidden = !this.#cursor;
    const heads = [...this.#columns.map((name) => element('th', { scope: 'col' }, element('code', { text: name }))), element('th', { scope: 'col', text: 'Expected' }), element('th', { scope: 'col', text: 'Note' }), !this.#isReadOnly && element('th', { scope: 'col' }, element('span', { class: 'visually-hidden', text: 'Remove' }))];
    this.#table.replaceChildren(element('thead', {}, element('tr', {}, element('th', { scope: 'col', class: 'rank', text: '#' }), ...heads)), element('tbody', {}, ...this.#rows.map((row, index) => this.#row(row, index))), ...(this.#isReadOnly ? [] : [this.#newRow()]));
  }

  #row(row, index) {
    const label = (text) => `${text} of row ${index + 1}`;
    const save = (cell, body, apply) => this.#save(cell, row, body, apply);
    const variable = (name) =>
      cellOf(label(name), row.variables[name] ?? '', (cell) => {
        const variables = { ...row.variables, [name]: cell.value };
        save(cell, { variables }, () => (row.variables = variables));
      });
    const expected = cellOf(label('Expected'), textOf(row.expected), (cell) => save(cell, { expected: valueOf(cell.value) }, () => (row.expected = valueOf(cell.value))));
    const note = cellOf(label('Note'), row.note ?? '', (cell) => save(cell, { note: cell.value }, () => (row.note = cell.value)));
    const inputs = [...this.#columns.map(variable), expected, note];
    for (const input of inputs) input.readOnly = this.#isReadOnly;
    const cells = inputs.map((input) => element('td', {}, input));
    return element('tr', {}, element('th', { scope: 'row', class: 'rank', text: index + 1 }), ...cells, !this.#isReadOnly && element('td', { class: 'rank' }, iconButton('trash', `Remove row ${index + 1}`, () => this.#remove(row))));
  }

  #newRow() {
    const inputs = [...this.#columns.map((name) => [name, input(`${name} of a new row`, name)]), ['', input('Expected of a new row', 'Expected')], ['', input('Note of a new row', 'Note')]];
    const add = () => this.#add(Object.fromEntries(inputs.slice(0, -2).map(([name, { value }]) => [name, value]).filter(([, value]) => value !== '')), inputs.at(-2)[1].value, inputs.at(-1)[1].value);
    const row = element('tr', { class: 'new-row' }, element('th', { class: 'rank', scope: 'row', text: '+' }), ...inputs.map(([name, node]) => element('td', {}, name && node.setAttribute('data-column', name), node)), element('td', {}, button('Add', add)));
    row.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && event.target.matches('textarea')) {
        event.preventDefault();
        add();
      }
    });
    return element('tfoot', {}, row);
  }

  async #add(variables, expected, note) {
    await this.#try(async () => {
      this.#onChange(await this.#lab.api.post(`datasets/${this.#id}/rows`, [{ variables, expected: valueOf(expected), note }]));
      await this.reload();
      this.#table.tFoot.querySelector('textarea').focus();
      this.#lab.announce('The row is added.');
    });
  }

  async #remove(row) {
    await this.#try(async () => {
      await this.#lab.api.delete(`datasets/${this.#id}/rows/${row.id}`);
      this.#rows = this.#rows.filter((other) => other !== row);
      this.#draw();
      this.#onChange(null);
      this.#table.tFoot.querySelector('textarea').focus();
      this.#lab.announce('The row is removed.');
    });
  }

  async #save(cell, row, body, apply) {
    cell.dataset.state = 'saving';
    try {
      this.#onChange(await this.#lab.api.patch(`datasets/${this.#id}/rows/${row.id}`, body));
      apply();
      cell.removeAttribute('aria-invalid');
      cell.dataset.state = 'saved';
      this.#lab.announce('Saved.');
    } catch (error) {
      cell.setAttribute('aria-invalid', 'true');
      cell.dataset.state = 'failed';
      this.#lab.toast(Problem.of(error).message);
    }
  }

  async #try(work) {
    try {
      await work();
    } catch (error) {
      this.#lab.toast(Problem.of(error).message);
    }
  }
}

const input = (label, placeholder) => element('textarea', { class: 'cell', rows: 1, 'aria-label': label, placeholder, spellcheck: 'false' });

function cellOf(label, value, save) {
  const cell = element('textarea', { class: 'cell', rows: 1, 'aria-label': label, spellcheck: 'false', on: { change: () => save(cell) } });
  cell.value = value;
  return cell;
}

const textOf = (expected) => (expected === null || expected === undefined ? '' : typeof expected === 'string' ? expected : JSON.stringify(expected));

/** An object or a list where the text is one, else the text. */
function valueOf(text) {
  if (text.trim() === '') return null;
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : text;
  } catch {
    return text;
  }
}
