import { element } from '../../widget/view/dom.js';
import { areaField, checkField, selectField, textField } from './fields.js';

/**
 * A field for each input of a template (or pipeline), by its type. Values are texts as the API takes them; an empty one is left out, so
 * that the default counts.
 */
export class VariableFields {
  #fields = new Map();

  /**
   * @param {{name, type, description, default, is_required, options}[]} inputs
   * @param {Record<string, string>} values what to start with
   * @param {() => void} onChange
   */
  constructor(inputs, values = {}, onChange = () => {}) {
    for (const input of inputs) this.#fields.set(input.name, fieldOf(input, values[input.name]));
    const nodes = [...this.#fields.values()].map(({ node }) => node);
    this.node = element('div', { class: 'variable-fields', on: { input: onChange, change: onChange } }, ...nodes);
  }

  get isEmpty() {
    return this.#fields.size === 0;
  }

  get values() {
    const values = {};
    for (const [name, field] of this.#fields) {
      const value = field.input.type === 'checkbox' ? String(field.value) : field.value;
      if (value !== '') values[name] = value;
    }
    return values;
  }

  set values(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.#fields.get(name);
      if (field) field.value = field.input.type === 'checkbox' ? value === 'true' : value;
    }
  }

  /** Puts the server's errors (`variables.name`) at their fields; gives the texts that found none. */
  showErrors(problem) {
    const errors = problem?.details?.errors ?? {};
    for (const [name, field] of this.#fields) field.error = errors[`variables.${name}`]?.join(' ') ?? null;
    [...this.#fields].find(([name]) => errors[`variables.${name}`])?.[1].input.focus();
    return Object.entries(errors).filter(([name]) => !this.#fields.has(name.replace(/^variables\./, ''))).flatMap(([, texts]) => texts);
  }
}

/** Declared inputs, then the variables that the texts use without declaring them: required texts. */
export function allInputs({ inputs = [], variables = [] }) {
  const declared = new Set(inputs.map(({ name }) => name));
  return [...inputs, ...variables.filter((name) => !declared.has(name)).map((name) => ({ name, type: 'text', description: '', default: null, is_required: true, options: [] }))];
}

function fieldOf(input, value) {
  const { name, type, description, default: initial, is_required: isRequired, options } = input;
  const label = element('span', {}, element('span', { class: 'variable-name', text: name }), isRequired && initial === null && element('span', { class: 'required', text: ' required' }));
  const common = { name: `variables.${name}`, hint: description || null, value: value ?? '', 'aria-required': isRequired && initial === null ? 'true' : null };
  const placeholder = initial === null ? null : `Default: ${initial}`;
  if (type === 'boolean') return checkField(label, { ...common, value: (value ?? initial) === 'true' });
  if (type === 'choice') return selectField(label, [{ value: '', text: placeholder ?? 'Choose …' }, ...options], common);
  if (type === 'date') return textField(label, { ...common, type: 'date', value: value ?? initial ?? '' });
  if (type === 'number' || type === 'integer') return textField(label, { ...common, inputmode: type === 'integer' ? 'numeric' : 'decimal', placeholder, spellcheck: 'false' });
  return areaField(label, { ...common, rows: initial === null ? 2 : 1, placeholder });
}
