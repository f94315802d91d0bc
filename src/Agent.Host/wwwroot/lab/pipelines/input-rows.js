import { element, iconButton } from '../../widget/view/dom.js';
import { button } from '../parts/page-head.js';
import { checkField, selectField, textField } from '../parts/fields.js';

const TYPES = ['text', 'number', 'integer', 'boolean', 'date', 'choice'];

/** What a run of a pipeline is given: one row per input. */
export class InputRows {
  #rows = [];
  #list = element('div', { class: 'input-rows' });
  #onChange;

  constructor(inputs, onChange) {
    this.#onChange = onChange;
    this.node = element('div', { class: 'fields' }, this.#list, element('div', { class: 'form-actions' }, button('Add input', () => this.#add({}, true), { drawing: 'plus' })));
    for (const input of inputs) this.#add(input, false);
  }

  get value() {
    return this.#rows.map(({ fields: { name, type, initial, required, options } }) => ({
      name: name.value.trim(),
      type: type.value,
      description: '',
      default: initial.value === '' ? null : initial.value,
      is_required: required.value,
      options: type.value === 'choice' ? options.value.split(',').map((option) => option.trim()).filter(Boolean) : [],
    }));
  }

  get names() {
    return this.#rows.map(({ fields }) => fields.name.value.trim()).filter(Boolean);
  }

  /** By the place where the server finds something wrong. */
  get places() {
    return this.#rows.flatMap(({ fields }, index) => [[`inputs[${index}]`, fields.name], [`inputs[${index}].name`, fields.name], [`inputs[${index}].default`, fields.initial], [`inputs[${index}].options`, fields.options]]);
  }

  #add(input, isNew) {
    const fields = {
      name: textField('Name', { value: input.name ?? '', spellcheck: 'false', autocomplete: 'off' }),
      type: selectField('Type', TYPES, { value: input.type ?? 'text' }),
      initial: textField('Default', { value: input.default ?? '', placeholder: 'None' }),
      options: textField('Options', { value: (input.options ?? []).join(', '), placeholder: 'One, two' }),
      required: checkField('Required', { value: input.is_required ?? true }),
    };
    const showOptions = () => {
      fields.options.node.hidden = fields.type.value !== 'choice';
    };
    const row = { fields };
    row.node = element(
      'fieldset',
      { class: 'input-row', on: { input: this.#onChange, change: () => { showOptions(); this.#onChange(); } } },
      element('legend', { class: 'visually-hidden', text: 'Input' }),
      ...Object.values(fields).map(({ node }) => node),
      iconButton('trash', 'Remove the input', () => this.#remove(row)),
    );
    showOptions();
    this.#rows.push(row);
    this.#list.append(row.node);
    if (isNew) {
      fields.name.input.focus();
      this.#onChange();
    }
  }

  #remove(row) {
    this.#rows = this.#rows.filter((other) => other !== row);
    row.node.remove();
    this.node.querySelector('.form-actions button').focus();
    this.#onChange();
  }
}
