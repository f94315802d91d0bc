import { element, icon } from '../../widget/view/dom.js';
import { button, section } from '../parts/page-head.js';
import { note } from '../parts/states.js';
import { allInputs, VariableFields } from '../parts/variable-fields.js';
import { rememberedValues, rememberValues } from '../templates/remembered.js';
import { RunChoice } from './run-choice.js';

const FEWEST = 2;
const MOST = 10;

/** What to compare: one set of values, several versions, models and parameters. Ctrl+Enter runs. */
export class CompareSetup {
  #saved;
  #providers;
  #variables;
  #choices = [];
  #run;
  #list = element('ol', { class: 'compare-runs', 'aria-label': 'Runs' });
  #error = element('div');
  #submit = element('button', { type: 'submit', class: 'button primary' }, icon('play'), 'Run all');
  #add = button('Add a run', () => this.#addOne(), { drawing: 'plus' });

  /** @param {string[]} versions to begin with @param {(request, setup) => void} run */
  constructor(saved, providers, versions, run) {
    this.#saved = saved;
    this.#providers = providers;
    this.#run = run;
    const remembered = rememberedValues(saved.template.id);
    this.#variables = new VariableFields(allInputs(saved.current), remembered.variables);
    for (const version of versions) this.#choices.push(this.#choice({ version }));
    this.node = element(
      'form',
      { class: 'compare-setup fields', 'aria-label': 'What to compare', novalidate: true, on: { submit: (event) => { event.preventDefault(); this.submit(); } } },
      section('Values for all runs', this.#variables.isEmpty ? element('p', { class: 'muted', text: 'This prompt has no variables.' }) : this.#variables.node),
      section('Runs', this.#list, element('div', { class: 'form-actions' }, this.#add)),
      this.#error,
      element('div', { class: 'form-actions' }, this.#submit, element('span', { class: 'muted hint-keys', text: 'Ctrl + Enter' })),
    );
    this.#show();
  }

  set isBusy(isBusy) {
    this.#submit.disabled = isBusy;
    this.#submit.replaceChildren(icon('play'), isBusy ? 'Running …' : 'Run all');
  }

  /** Nothing was started: says where the reason lies. */
  refuse(problem) {
    const rest = this.#variables.showErrors(problem);
    const errors = problem.details.errors ?? {};
    this.#choices.forEach((choice, index) => {
      choice.error = Object.entries(errors).filter(([field]) => field.startsWith(`runs[${index}].`)).flatMap(([, texts]) => texts).join(' ');
    });
    const homeless = problem.details.errors ? rest.filter((text) => !Object.entries(errors).some(([field, texts]) => field.startsWith('runs[') && texts.includes(text))) : [problem.message];
    this.#error.replaceChildren(note('bad', element('p', { text: homeless.length > 0 ? `Nothing was run. ${homeless.join(' ')}` : 'Nothing was run: look at what is marked.' })));
  }

  /** Also by Ctrl+Enter. */
  submit() {
    if (this.#submit.disabled) return;
    this.#error.replaceChildren();
    this.#variables.showErrors(null);
    for (const choice of this.#choices) choice.error = null;
    const variables = this.#variables.values;
    rememberValues(this.#saved.template.id, { ...rememberedValues(this.#saved.template.id), variables });
    this.#run({ variables, runs: this.#choices.map(({ value }) => value) });
  }

  #addOne() {
    this.#choices.push(this.#choice(this.#choices.at(-1).start));
    this.#show();
    this.#choices.at(-1).focus();
  }

  #choice(start) {
    return new RunChoice(this.#saved, this.#providers, start, (choice) => {
      this.#choices = this.#choices.filter((other) => other !== choice);
      this.#show();
      this.#add.focus();
    });
  }

  #show() {
    this.#choices.forEach((choice, index) => {
      choice.letter = letterOf(index);
      choice.remove.disabled = this.#choices.length <= FEWEST;
    });
    this.#list.replaceChildren(...this.#choices.map(({ node }) => node));
    this.#add.disabled = this.#choices.length >= MOST;
  }
}

export const letterOf = (index) => String.fromCharCode(65 + index);
