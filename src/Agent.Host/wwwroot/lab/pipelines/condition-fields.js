import { element } from '../../widget/view/dom.js';
import { selectField, textField } from '../parts/fields.js';

const OPERATORS = [
  { value: '', text: 'Always' },
  { value: 'equals', text: 'is' },
  { value: 'not_equals', text: 'is not' },
  { value: 'contains', text: 'contains' },
  { value: 'not_contains', text: 'does not contain' },
  { value: 'matches', text: 'matches (regular expression)' },
  { value: 'empty', text: 'is empty' },
  { value: 'not_empty', text: 'is not empty' },
  { value: 'greater', text: 'is greater than' },
  { value: 'less', text: 'is less than' },
];
const WITHOUT_VALUE = ['', 'empty', 'not_empty'];
let lists = 0;

/** When a step runs: always, or only if a variable is what it should be. */
export class ConditionFields {
  #known = element('datalist');

  constructor(when) {
    this.#known.id = `condition-variables-${(lists += 1)}`;
    this.variable = textField('Only if the variable', { value: when?.variable ?? '', list: this.#known.id, spellcheck: 'false', autocomplete: 'off', placeholder: 'name' });
    this.operator = selectField('Condition', OPERATORS, { value: when?.operator ?? '', on: { change: () => this.#show() } });
    this.comparand = textField('Value', { value: when?.value ?? '' });
    this.node = element('div', { class: 'condition' }, this.operator.node, this.variable.node, this.comparand.node, this.#known);
    this.#show();
  }

  set variables(names) {
    this.#known.replaceChildren(...names.map((name) => element('option', { value: name })));
  }

  get value() {
    if (this.operator.value === '') return null;
    return { variable: this.variable.value.trim(), operator: this.operator.value, value: WITHOUT_VALUE.includes(this.operator.value) ? null : this.comparand.value };
  }

  get places() {
    return [['when', this.operator], ['when.variable', this.variable], ['when.operator', this.operator], ['when.value', this.comparand]];
  }

  #show() {
    this.variable.node.hidden = this.operator.value === '';
    this.comparand.node.hidden = WITHOUT_VALUE.includes(this.operator.value);
  }
}
