import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { costText, countText } from '../parts/figures.js';
import { button } from '../parts/page-head.js';
import { failure } from '../parts/states.js';
import { VariableFields } from '../parts/variable-fields.js';

/** Runs a saved pipeline: its inputs, what it would take, and the way to the run. */
export class RunPanel {
  #lab;
  #pipeline;
  #save;
  #fields;
  #result = element('div', { 'aria-live': 'polite' });
  #inputs = element('div');
  #run = button('Run', () => this.#start(), { drawing: 'play', kind: 'primary' });

  /** @param {() => Promise<boolean>} save stores what is not stored yet; false when that is refused */
  constructor(lab, pipeline, save) {
    this.#lab = lab;
    this.#save = save;
    this.node = element('section', { class: 'side-part pipeline-run', 'aria-label': 'Run' }, element('h2', { text: 'Run' }), this.#inputs, element('div', { class: 'form-actions' }, this.#run, button('Estimate', () => this.#estimate())), this.#result);
    this.show(pipeline);
  }

  show(pipeline) {
    const values = this.#fields?.values ?? {};
    this.#pipeline = pipeline;
    this.#fields = new VariableFields(pipeline.inputs, values);
    this.#inputs.replaceChildren(this.#fields.isEmpty ? element('p', { class: 'muted', text: 'A run needs no inputs.' }) : this.#fields.node);
  }

  async #estimate() {
    await this.#try(async () => {
      const { steps, cost, note } = await this.#lab.api.post(`pipelines/${this.#pipeline.id}/estimate`, { inputs: this.#fields.values });
      this.#result.replaceChildren(estimateView(steps, cost, note));
    });
  }

  async #start() {
    await this.#try(async () => {
      const response = await this.#lab.api.open(`pipelines/${this.#pipeline.id}/run`, { inputs: this.#fields.values }, this.#lab.signal);
      this.#lab.go(`/lab/runs/${response.headers.get('X-Run-Id')}`);
    });
  }

  async #try(work) {
    this.#run.disabled = true;
    this.#result.replaceChildren();
    try {
      if (await this.#save()) await work();
    } catch (error) {
      const problem = Problem.of(error);
      const renamed = Object.fromEntries(Object.entries(problem.details.errors ?? {}).map(([field, texts]) => [field.replace(/^inputs\./, 'variables.'), texts]));
      const rest = this.#fields.showErrors({ details: { errors: renamed } });
      if (rest.length > 0 || Object.keys(renamed).length === 0) this.#result.replaceChildren(failure(problem));
    } finally {
      this.#run.disabled = false;
    }
  }
}

function estimateView(steps, cost, note) {
  const row = ({ name, model, input_tokens: read, max_output_tokens: written, cost: part }) =>
    element('tr', {}, element('th', { scope: 'row' }, name, model && element('span', { class: 'row-text', text: model })), element('td', { class: 'figure', text: countText(read) }), element('td', { class: 'figure', text: countText(written) }), element('td', { class: 'figure', text: costText(part) }));
  const heads = ['Step', 'Tokens in', 'Out, at most', 'Cost'].map((text, index) => element('th', { scope: 'col', class: index > 0 ? 'figure' : null, text }));
  return element(
    'div',
    { class: 'estimate' },
    element('table', { 'aria-label': 'Estimate' }, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...steps.map(row)), element('tfoot', {}, element('tr', {}, element('th', { scope: 'row', colspan: 3, text: 'All steps' }), element('td', { class: 'figure', text: costText(cost) })))),
    note && element('p', { class: 'muted', text: note }),
  );
}
