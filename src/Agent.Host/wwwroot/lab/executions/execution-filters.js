import { element, icon } from '../../widget/view/dom.js';
import { afterPause, selectField, setChoices, textField } from '../parts/fields.js';

const STATUSES = ['running', 'completed', 'failed', 'cancelled', 'interrupted'];
const NAMES = ['search', 'template_id', 'version', 'status', 'provider', 'model', 'tag', 'from', 'to', 'pipeline_id', 'evaluation_id', 'include'];

/** The filters of the list of executions; the address keeps them. */
export class ExecutionFilters {
  #lab;
  #onChange;
  #fields;
  #search = element('input', { type: 'search', class: 'input', 'aria-label': 'Search executions', placeholder: 'Words in prompt, values or output', on: { input: afterPause(() => this.#set({ search: this.#search.value.trim() })) } });
  #evaluations = element('input', { type: 'checkbox', id: 'with-evaluations', on: { change: () => this.#set({ include: this.#evaluations.checked ? 'evaluations' : null }) } });
  #clear = element('button', { type: 'button', class: 'quiet-button', text: 'Clear filters', on: { click: () => this.#clearAll() } });

  /** @param {{templates, pipelines, providers}} known */
  constructor({ templates, pipelines, providers }, lab, onChange) {
    this.#lab = lab;
    this.#onChange = onChange;
    const choice = (label, name, choices) => selectField(label, choices, { name, on: { change: (event) => this.#set({ [name]: event.target.value }) } });
    const text = (label, name, attributes = {}) => textField(label, { name, autocomplete: 'off', ...attributes, on: { input: afterPause((event) => this.#set({ [name]: event.target.value.trim() })) } });
    this.#fields = {
      template_id: choice('Template', 'template_id', [{ value: '', text: 'All' }, ...templates.map(({ id, name }) => ({ value: id, text: name }))]),
      version: choice('Version', 'version', [{ value: '', text: 'All' }]),
      pipeline_id: choice('Pipeline', 'pipeline_id', [{ value: '', text: 'All' }, ...pipelines.map(({ id, name }) => ({ value: id, text: name }))]),
      status: choice('Status', 'status', [{ value: '', text: 'All' }, ...STATUSES]),
      provider: choice('Provider', 'provider', [{ value: '', text: 'All' }, ...providers.map(({ name }) => name)]),
      model: text('Model', 'model'),
      tag: text('Tag', 'tag'),
      from: text('From', 'from', { type: 'date' }),
      to: text('To', 'to', { type: 'date' }),
    };
    this.templates = templates;
    this.node = element(
      'div',
      { class: 'fields', role: 'search', 'aria-label': 'Filter executions' },
      element('div', { class: 'filters' }, element('label', { class: 'search-box' }, icon('search'), this.#search), element('label', { class: 'check' }, this.#evaluations, 'Rows of evaluations, too'), this.#clear),
      element('div', { class: 'filter-grid' }, ...Object.values(this.#fields).map(({ node }) => node)),
    );
    this.#show();
  }

  /** As the API takes them: days are the reader's own, from midnight to midnight. */
  get value() {
    const { query } = this.#lab;
    const values = Object.fromEntries(NAMES.map((name) => [name, query.get(name)]));
    return { ...values, from: values.from && midnight(values.from, 0), to: values.to && midnight(values.to, 1) };
  }

  get isEmpty() {
    return NAMES.every((name) => !this.#lab.query.has(name));
  }

  #set(values) {
    this.#lab.setQuery('template_id' in values ? { ...values, version: null } : values);
    this.#show();
    this.#onChange();
  }

  #clearAll() {
    this.#set(Object.fromEntries(NAMES.map((name) => [name, null])));
    this.#search.focus();
  }

  #show() {
    const { query } = this.#lab;
    const template = this.templates.find(({ id }) => id === query.get('template_id'));
    const versions = Array.from({ length: template?.version ?? 0 }, (_, index) => ({ value: String(template.version - index), text: `v${template.version - index}` }));
    setChoices(this.#fields.version.input, [{ value: '', text: 'All' }, ...versions]);
    this.#fields.version.input.disabled = !template;
    for (const [name, { input }] of Object.entries({ ...this.#fields, search: { input: this.#search } })) {
      const value = query.get(name) ?? '';
      if (input instanceof HTMLSelectElement && value && ![...input.options].some((option) => option.value === value)) input.append(element('option', { value, text: value }));
      if (input !== document.activeElement || value === '') input.value = value;
    }
    this.#evaluations.checked = query.get('include') === 'evaluations';
    this.#clear.hidden = this.isEmpty;
  }
}

function midnight(day, daysLater) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
