import { element, icon, iconButton } from '../../widget/view/dom.js';
import { Field, textField } from '../parts/fields.js';
import { ConditionFields } from './condition-fields.js';
import { foldable } from './foldable.js';
import { TemplatePart } from './template-part.js';
import { ToolPart } from './tool-part.js';

/** One step of a pipeline as a form. */
export class StepCard {
  #part;
  #after;
  #afterField;
  #number = element('span', { class: 'step-number', 'aria-hidden': 'true' });
  #error = element('p', { class: 'field-error', role: 'status' });
  #touched;

  /** @param {{move: (card, by) => void, remove: (card) => void}} actions */
  constructor(step, context, actions) {
    this.kind = step.kind;
    this.#after = [...(step.after ?? [])];
    this.#touched = Boolean(step.output);
    this.name = textField('Name', { value: step.name ?? '', spellcheck: 'false', autocomplete: 'off', on: { input: () => this.#label() } });
    this.output = textField('Output variable', { value: step.output ?? '', spellcheck: 'false', autocomplete: 'off', hint: 'Later steps use it as {{name}}', on: { input: () => (this.#touched = true) } });
    const own = { ...context, onTemplate: (name) => this.#suggest(name) };
    this.#part = this.kind === 'tool' ? new ToolPart(step, own) : new TemplatePart(step, own);
    if (this.kind === 'tool') this.#part.tool.input.addEventListener('change', () => this.#suggest(this.#part.name));
    this.condition = new ConditionFields(step.when);
    this.#afterField = new Field('Wait for these steps, too', element('select', { class: 'input', multiple: true, size: 3, on: { change: () => (this.#after = [...this.#afterField.input.selectedOptions].map(({ value }) => value)) } }), { hint: 'Steps whose output is used are waited for anyway.' });
    this.up = iconButton('up', 'Move the step up', () => actions.move(this, -1));
    this.down = iconButton('down', 'Move the step down', () => actions.move(this, 1));
    const remove = iconButton('trash', 'Remove the step', () => actions.remove(this));
    this.node = element(
      'section',
      { class: 'step-card', tabindex: '-1', 'data-kind': this.kind, on: { input: context.onChange, change: context.onChange } },
      element('header', { class: 'step-head' }, this.#number, element('span', { class: 'step-kind' }, icon(this.kind === 'tool' ? 'spark' : 'template'), this.kind === 'tool' ? 'Workflow tool' : 'Template'), element('span', { class: 'step-actions' }, this.up, this.down, remove)),
      this.#error,
      element('div', { class: 'step-pair' }, this.name.node, this.output.node),
      this.#part.node,
      foldable('When it runs', step.when || this.#after.length > 0 ? 'on a condition' : 'always, as soon as it can', this.condition.node, this.#afterField.node),
    );
    this.#label();
  }

  get value() {
    return { name: this.name.value.trim(), kind: this.kind, output: this.output.value.trim() || null, when: this.condition.value, after: this.#after, ...this.#part.value };
  }

  load() {
    return this.#part.load();
  }

  /** Tells the card where it is and what is around it. */
  place(index, count, { names, variables }) {
    this.#number.textContent = index + 1;
    this.up.disabled = index === 0;
    this.down.disabled = index === count - 1;
    const others = names.filter((name) => name && name !== this.name.value.trim());
    const options = [...new Set([...others, ...this.#after])];
    this.#afterField.input.replaceChildren(...options.map((name) => element('option', { value: name, text: name, selected: this.#after.includes(name) })));
    this.#afterField.node.hidden = options.length === 0;
    this.condition.variables = variables;
    this.#label();
  }

  get places() {
    const whole = { input: this.node, error: null };
    Object.defineProperty(whole, 'error', { set: (text) => (this.#error.textContent = text ?? '') });
    return [['', whole], ['name', this.name], ['output', this.output], ['after', this.#afterField], ...this.condition.places, ...this.#part.places];
  }

  /** A name and an output from what was chosen, until the person has given some. */
  #suggest(name) {
    if (!name) return;
    if (this.name.value.trim() === '' || /^Step \d+$/.test(this.name.value)) this.name.value = name.replaceAll('_', ' ').replaceAll(/[^\p{L}\p{Nd} _.-]/gu, '').slice(0, 60);
    if (!this.#touched) this.output.value = name.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^[^a-z]+|_+$/g, '') || this.output.value;
    this.#label();
    this.name.input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #label() {
    this.node.setAttribute('aria-label', `Step ${this.#number.textContent} ${this.name.value}`.trim());
  }
}
