import { element } from '../../widget/view/dom.js';
import { areaField, checkField, selectField, setChoices, textField } from '../parts/fields.js';
import { button, section } from '../parts/page-head.js';
import { TagInput } from '../parts/tag-input.js';
import { InputRows } from './input-rows.js';
import { StepCard } from './step-card.js';

/** A pipeline as a form: what it is called, what a run is given, its steps, and what comes out. */
export class PipelineForm {
  #cards = [];
  #steps = element('div', { class: 'steps' });
  #context;
  #onChange;
  #announce;
  #wanted;

  constructor(pipeline, context, { onChange, announce }) {
    this.#onChange = onChange;
    this.#announce = announce;
    this.#wanted = pipeline.output ?? '';
    this.#context = { ...context, onChange: () => this.#changed() };
    this.name = textField('Name', { value: pipeline.name, autocomplete: 'off' });
    this.description = areaField('Description', { value: pipeline.description, rows: 2 });
    this.sharing = checkField('Shared with the team', { value: pipeline.sharing === 'team', hint: 'Everybody who is signed in sees and runs it; only you change it.' });
    this.tags = new TagInput('Tags', pipeline.tags, () => this.#changed());
    this.inputs = new InputRows(pipeline.inputs, () => this.#changed());
    this.output = selectField('Output of the pipeline', [], { on: { change: () => (this.#wanted = this.output.value) } });
    const listen = { input: () => this.#changed(), change: () => this.#changed() };
    this.node = element(
      'div',
      { class: 'pipeline-form' },
      element('div', { class: 'fields', on: listen }, this.name.node, this.description.node, this.tags.node, this.sharing.node),
      section('Inputs', element('p', { class: 'muted', text: 'What a run is given. Steps use it as {{name}}.' }), this.inputs.node),
      section('Steps', this.#steps, element('div', { class: 'form-actions' }, button('Add template step', () => this.#add('template'), { drawing: 'plus' }), button('Add tool step', () => this.#add('tool'), { drawing: 'plus' }))),
      section('Output', element('div', { class: 'output-choice', on: listen }, this.output.node)),
    );
    for (const step of pipeline.steps) this.#append(new StepCard(step, this.#context, this));
    this.#arrange();
  }

  /** Reads what the steps' templates need. */
  load() {
    return Promise.all(this.#cards.map((card) => card.load()));
  }

  get value() {
    return {
      name: this.name.value.trim(),
      description: this.description.value.trim(),
      tags: this.tags.value,
      inputs: this.inputs.value,
      steps: this.#cards.map((card) => card.value),
      output: this.output.value || null,
      sharing: this.sharing.value ? 'team' : 'private',
    };
  }

  get kinds() {
    return new Map(this.#cards.map((card) => [card.name.value.trim(), card.kind]));
  }

  /** Puts each problem at its field. */
  show(problems) {
    const places = this.#places();
    for (const field of new Set(places.values())) field.error = null;
    const texts = new Map();
    for (const problem of problems) {
      const field = find(places, problem.field);
      if (field) texts.set(field, [...(texts.get(field) ?? []), problem.message]);
    }
    for (const [field, messages] of texts) field.error = messages.join(' ');
  }

  /** Leads to the field of a problem, whatever it is folded in. */
  jump({ field }) {
    const input = (find(this.#places(), field) ?? this.name).input;
    for (let fold = input.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    input.scrollIntoView({ block: 'center', behavior: 'smooth' });
    input.focus({ preventScroll: true });
  }

  move(card, by) {
    const from = this.#cards.indexOf(card);
    this.#cards.splice(from, 1);
    this.#cards.splice(from + by, 0, card);
    this.#steps.append(...this.#cards.map(({ node }) => node));
    this.#changed();
    (by < 0 && !card.up.disabled ? card.up : card.down.disabled ? card.up : by < 0 ? card.up : card.down).focus();
    this.#announce(`${card.name.value} is step ${from + by + 1} of ${this.#cards.length} now.`);
  }

  remove(card) {
    const place = this.#cards.indexOf(card);
    this.#cards.splice(place, 1);
    card.node.remove();
    this.#changed();
    (this.#cards[Math.min(place, this.#cards.length - 1)]?.node ?? this.#steps.nextElementSibling.querySelector('button')).focus();
    this.#announce(`${card.name.value} is removed.`);
  }

  #add(kind) {
    const card = new StepCard({ kind, name: `Step ${this.#cards.length + 1}` }, this.#context, this);
    this.#append(card);
    card.load();
    this.#changed();
    card.node.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    card.node.querySelector('select').focus({ preventScroll: true });
  }

  #append(card) {
    this.#cards.push(card);
    this.#steps.append(card.node);
  }

  #changed() {
    this.#arrange();
    this.#onChange();
  }

  #arrange() {
    const names = this.#cards.map(({ name }) => name.value.trim());
    const outputs = this.#cards.map(({ output }) => output.value.trim()).filter(Boolean);
    this.#cards.forEach((card, index) => card.place(index, this.#cards.length, { names, variables: [...this.inputs.names, ...outputs] }));
    const known = new Set([...outputs, ...(this.#wanted ? [this.#wanted] : [])]);
    setChoices(this.output.input, [{ value: '', text: 'The last step’s' }, ...[...known].map((name) => ({ value: name, text: name }))], this.#wanted);
  }

  #places() {
    const own = [['name', this.name], ['description', this.description], ['tags', this.tags], ['sharing', this.sharing], ['output', this.output], ...this.inputs.places];
    const ofSteps = this.#cards.flatMap((card, index) => card.places.map(([place, field]) => [place ? `steps[${index}].${place}` : `steps[${index}]`, field]));
    return new Map([...own, ...ofSteps]);
  }
}

/** The field of this name, or of the nearest whole that it is part of. */
function find(places, name) {
  for (let place = name; place; place = place.replace(/(\.[^.[]*|\[[^\]]*\])$/, '')) {
    if (places.has(place)) return places.get(place);
    if (!/[.[]/.test(place)) return null;
  }
  return null;
}
