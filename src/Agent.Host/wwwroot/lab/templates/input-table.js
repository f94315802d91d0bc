import { element, iconButton } from '../../widget/view/dom.js';

const TYPES = ['text', 'number', 'integer', 'boolean', 'date', 'choice'];

/**
 * The inputs of a template, in step with the variables that its texts use: a new variable gets a row by itself, an untouched row goes
 * with its variable, and one that was described stays and says that nothing uses it any more.
 */
export class InputTable {
  #rows = new Map();
  #used = [];
  #known = new Set();
  #body = element('tbody');
  #none = element('p', { class: 'muted', text: 'No variables yet. Write {{name}} in the prompt, and it appears here.' });
  #table;
  #onChange;
  #isReadOnly;

  constructor(inputs, { onChange = () => {}, isReadOnly = false } = {}) {
    this.#onChange = onChange;
    this.#isReadOnly = isReadOnly;
    const heads = ['Variable', 'Type', 'Default', 'Required', 'Description'].map((text) => element('th', { scope: 'col', text }));
    this.#table = element('table', { class: 'input-table', 'aria-label': 'Inputs' }, element('thead', {}, element('tr', {}, ...heads, element('th', {}, element('span', { class: 'visually-hidden', text: 'Remove' })))), this.#body);
    this.node = element('div', { class: 'input-table-frame' }, this.#none, this.#table);
    this.value = inputs;
  }

  /** False for a variable that is neither described nor in what was saved: a new one, or a slip of the pen. */
  isKnown(name) {
    return this.#known.has(name) || (this.#rows.get(name)?.isDeclared ?? false);
  }

  /** What the texts use now is saved. */
  accept() {
    this.#known = new Set(this.#used);
    this.#show();
  }

  /** Those that were declared, as the API takes them; the others are required texts by themselves. */
  get value() {
    return [...this.#rows.values()].filter(({ isDeclared }) => isDeclared).map(({ input }) => ({ ...input, options: input.type === 'choice' ? input.options : [] }));
  }

  set value(inputs) {
    this.#rows = new Map(inputs.map((input) => [input.name, { input: structuredClone(input), isDeclared: true }]));
    this.update(this.#used);
  }

  /** @param {string[]} names the variables that the texts use */
  update(names) {
    this.#used = names;
    for (const [name, row] of this.#rows) if (!row.isDeclared && !names.includes(name)) this.#remove(name);
    for (const name of names) if (!this.#rows.has(name)) this.#rows.set(name, { input: { name, type: 'text', description: '', default: null, is_required: true, options: [] }, isDeclared: false });
    this.#show();
  }

  /** Puts `inputs[0]` and so on of a problem under their rows; gives the texts that found none. */
  showErrors(errors) {
    const declared = this.value.map(({ name }) => name);
    for (const row of this.#rows.values()) row.error.textContent = '';
    const rest = [];
    for (const [field, texts] of Object.entries(errors)) {
      const row = this.#rows.get(declared[Number(/^inputs\[(\d+)\]/.exec(field)?.[1] ?? -1)]);
      if (row) row.error.textContent = texts.join(' ');
      else if (field.startsWith('inputs')) rest.push(...texts);
    }
    return rest;
  }

  #show() {
    for (const row of this.#rows.values()) {
      row.node ??= this.#rowNode(row);
      const isUsed = this.#used.includes(row.input.name);
      row.mark.textContent = isUsed ? (this.isKnown(row.input.name) ? '' : 'new') : 'not used';
      row.node.dataset.state = isUsed ? 'used' : 'unused';
      row.removal.hidden = isUsed && !row.isDeclared;
      if (!row.node.isConnected) this.#body.append(row.node);
    }
    for (const node of [...this.#body.rows]) if (![...this.#rows.values()].some((row) => row.node === node)) node.remove();
    this.#table.hidden = this.#rows.size === 0;
    this.#none.hidden = this.#rows.size > 0;
  }

  #rowNode(row) {
    const { input } = row;
    const disabled = this.#isReadOnly;
    const change = (name, value) => {
      input[name] = value;
      row.isDeclared = true;
      this.#show();
      this.#onChange();
    };
    const label = (text) => `${text} of ${input.name}`;
    const options = element('input', { class: 'input', 'aria-label': label('Options'), placeholder: 'One, two, three', hidden: input.type !== 'choice', disabled, on: { input: () => change('options', options.value.split(',').map((text) => text.trim()).filter(Boolean)) } });
    const type = element('select', { class: 'input', 'aria-label': label('Type'), disabled, on: { change: () => { options.hidden = type.value !== 'choice'; change('type', type.value); } } }, ...TYPES.map((value) => element('option', { value, text: value })));
    const initial = element('input', { class: 'input', 'aria-label': label('Default'), placeholder: 'None', disabled, on: { input: () => change('default', initial.value === '' ? null : initial.value) } });
    const required = element('input', { type: 'checkbox', 'aria-label': label('Required'), disabled, on: { change: () => change('is_required', required.checked) } });
    const description = element('input', { class: 'input', 'aria-label': label('Description'), disabled, on: { input: () => change('description', description.value) } });
    type.value = input.type;
    options.value = (input.options ?? []).join(', ');
    initial.value = input.default ?? '';
    required.checked = input.is_required;
    description.value = input.description ?? '';
    row.mark = element('span', { class: 'input-mark' });
    row.error = element('p', { class: 'field-error', role: 'status' });
    row.removal = iconButton('close', `Forget what is said about ${input.name}`, () => this.#forget(input.name));
    const cell = (text, ...children) => element('td', { 'data-label': text }, ...children);
    return element('tr', {}, element('th', { scope: 'row' }, element('code', { text: input.name }), row.mark, row.error), cell('Type', type, options), cell('Default', initial), cell('Required', required), cell('Description', description), element('td', { class: 'input-removal' }, disabled ? null : row.removal));
  }

  #forget(name) {
    this.#remove(name);
    this.update(this.#used);
    this.#onChange();
  }

  #remove(name) {
    this.#rows.get(name)?.node?.remove();
    this.#rows.delete(name);
  }
}
