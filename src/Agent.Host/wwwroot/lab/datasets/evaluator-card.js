import { element, iconButton } from '../../widget/view/dom.js';
import { areaField, checkField, selectField, textField } from '../parts/fields.js';
import { ProviderFields } from '../parts/provider-fields.js';

const KINDS = [
  { value: 'contains', text: 'Contains' },
  { value: 'exact', text: 'Is exactly' },
  { value: 'regex', text: 'Matches a regular expression' },
  { value: 'json_schema', text: 'Fits a JSON schema' },
  { value: 'numeric', text: 'Is the number' },
  { value: 'judge', text: 'A model judges it' },
];
const SHOWN = { contains: ['value', 'ignore_case'], exact: ['value', 'ignore_case'], regex: ['value', 'ignore_case'], numeric: ['value', 'tolerance'], json_schema: ['schema'], judge: ['criteria', 'pass_mark'] };

/** One thing that outputs are checked for. */
export class EvaluatorCard {
  constructor(evaluator, providers, remove) {
    const { judge } = evaluator;
    this.fields = {
      kind: selectField('Check', KINDS, { value: evaluator.kind ?? 'contains', on: { change: () => this.#show() } }),
      name: textField('Name', { value: evaluator.name ?? '', placeholder: 'As the check' }),
      value: areaField('Expected', { value: evaluator.value ?? '', rows: 1, placeholder: 'What each row expects' }),
      ignore_case: checkField('Case does not matter', { value: evaluator.ignore_case ?? false }),
      tolerance: textField('Tolerance', { value: evaluator.tolerance ?? '', placeholder: '0.5 or 5%' }),
      schema: areaField('JSON schema', { value: evaluator.schema ? JSON.stringify(evaluator.schema, null, 2) : '', rows: 5, spellcheck: 'false', kind: 'wide-field code-field' }),
      criteria: areaField('What makes an output good', { value: judge?.criteria ?? '', rows: 3, kind: 'wide-field' }),
      pass_mark: textField('Passes from', { type: 'number', min: 0, max: 1, step: 'any', value: judge?.pass_mark ?? '', placeholder: '0.5' }),
      weight: textField('Weight', { type: 'number', min: 0, step: 'any', value: evaluator.weight ?? '', placeholder: '1' }),
      required: checkField('A row passes only with it', { value: evaluator.required ?? true }),
    };
    this.judge = new ProviderFields(providers, { withFallback: false, value: judge ?? {} });
    const nodes = Object.values(this.fields).map(({ node }) => node);
    this.node = element('fieldset', { class: 'evaluator-card' }, element('legend', { class: 'visually-hidden', text: 'Evaluator' }), element('div', { class: 'evaluator-fields' }, ...nodes.slice(0, 7), this.judge.node, ...nodes.slice(7)), iconButton('trash', 'Remove the evaluator', () => remove(this)));
    this.#show();
  }

  get value() {
    const { kind, name, value, ignore_case: ignoreCase, tolerance, schema, criteria, pass_mark: mark, weight, required } = this.fields;
    const { provider, model } = this.judge.value;
    const has = (field) => SHOWN[kind.value].includes(field);
    return {
      kind: kind.value,
      name: name.value.trim() || null,
      value: has('value') && value.value !== '' ? value.value : null,
      ignore_case: has('ignore_case') && ignoreCase.value,
      tolerance: has('tolerance') ? tolerance.value.trim() || null : null,
      schema: has('schema') ? this.#schema(schema) : null,
      judge: kind.value === 'judge' ? { provider, model, criteria: criteria.value.trim(), pass_mark: mark.value === '' ? null : Number(mark.value) } : null,
      weight: weight.value === '' ? null : Number(weight.value),
      required: required.value,
    };
  }

  places(index) {
    const at = (name) => `evaluators[${index}].${name}`;
    const own = Object.entries(this.fields).flatMap(([name, field]) => [[at(name), field], [at(`judge.${name}`), field]]);
    return Object.fromEntries([[`evaluators[${index}]`, this.fields.kind], [at('judge'), this.fields.criteria], ...own]);
  }

  /** @throws where the text is no JSON, which the field then says */
  #schema(field) {
    field.error = null;
    try {
      return field.value.trim() === '' ? null : JSON.parse(field.value);
    } catch (error) {
      field.error = `This is no JSON: ${error.message}`;
      throw error;
    }
  }

  #show() {
    const shown = SHOWN[this.fields.kind.value];
    for (const name of ['value', 'ignore_case', 'tolerance', 'schema', 'criteria', 'pass_mark']) this.fields[name].node.hidden = !shown.includes(name);
    this.judge.node.hidden = this.fields.kind.value !== 'judge';
  }
}
