import { element } from '../../widget/view/dom.js';

let count = 0;

/**
 * A labelled field with room for a hint and an error. `node` goes on the page; `input` is the control; `value` reads and writes it;
 * `error` (a text or null) is told to screen readers.
 */
export class Field {
  #error;

  constructor(label, input, { hint = null, name = null, kind = '' } = {}) {
    count += 1;
    const id = `field-${count}`;
    this.input = input;
    this.name = name;
    input.id = id;
    if (name) input.setAttribute('name', name);
    this.#error = element('span', { class: 'field-error', id: `${id}-error`, hidden: true });
    const hintNode = hint && element('span', { class: 'field-hint', id: `${id}-hint` }, hint);
    input.setAttribute('aria-describedby', hint ? `${id}-hint ${id}-error` : `${id}-error`);
    const labelNode = element('label', { class: 'field-label', for: id }, label);
    this.node = input.type === 'checkbox'
      ? element('div', { class: `field field-check ${kind}`.trim() }, input, labelNode, hintNode, this.#error)
      : element('div', { class: `field ${kind}`.trim() }, labelNode, input, hintNode, this.#error);
  }

  get value() {
    return this.input.type === 'checkbox' ? this.input.checked : this.input.value;
  }

  set value(value) {
    if (this.input.type === 'checkbox') this.input.checked = Boolean(value);
    else this.input.value = value ?? '';
  }

  set error(text) {
    this.#error.textContent = text ?? '';
    this.#error.hidden = !text;
    if (text) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }
}

/** @param {{value?, hint?, name?, kind?, on?, type?, …}} options others are attributes of the input */
export function textField(label, { value = '', hint, name, kind, type = 'text', ...attributes } = {}) {
  const field = new Field(label, element('input', { type, class: 'input', ...attributes }), { hint, name, kind });
  field.value = value;
  return field;
}

export function areaField(label, { value = '', hint, name, kind, rows = 3, ...attributes } = {}) {
  const field = new Field(label, element('textarea', { rows, class: 'input', ...attributes }), { hint, name, kind });
  field.value = value;
  return field;
}

/** @param {({value, text}|string)[]} choices */
export function selectField(label, choices, { value = null, hint, name, kind, ...attributes } = {}) {
  const field = new Field(label, element('select', { class: 'input', ...attributes }, ...choices.map(optionNode)), { hint, name, kind });
  if (value !== null) field.value = value;
  return field;
}

export function checkField(label, { value = false, hint, name, kind, ...attributes } = {}) {
  const field = new Field(label, element('input', { type: 'checkbox', ...attributes }), { hint, name, kind });
  field.value = value;
  return field;
}

export function setChoices(select, choices, value = select.value) {
  select.replaceChildren(...choices.map(optionNode));
  select.value = value;
}

function optionNode(choice) {
  return typeof choice === 'string' ? element('option', { value: choice, text: choice }) : element('option', { value: choice.value, text: choice.text, disabled: choice.isDisabled });
}

/**
 * Puts the errors of a problem (RFC 9457 `errors`, by field) at the fields of these names and gives the texts that found no field.
 *
 * @param {Record<string, {error: string|null}>} fields
 */
export function showErrors(fields, problem) {
  const errors = problem?.details?.errors ?? {};
  for (const field of Object.values(fields)) field.error = null;
  const rest = [];
  for (const [name, texts] of Object.entries(errors)) {
    if (fields[name]) fields[name].error = texts.join(' ');
    else rest.push(...texts);
  }
  return rest;
}

/** Calls `run` when nothing has been typed for a moment. */
export function afterPause(run, milliseconds = 250) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...given), milliseconds);
  };
}
