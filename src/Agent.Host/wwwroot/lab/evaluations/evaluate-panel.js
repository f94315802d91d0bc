import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { selectField, showErrors, textField } from '../parts/fields.js';
import { button } from '../parts/page-head.js';
import { ParameterFields } from '../parts/parameter-fields.js';
import { ProviderFields } from '../parts/provider-fields.js';
import { note } from '../parts/states.js';
import { foldable } from '../pipelines/foldable.js';
import { chosenVersion, versionChoice } from '../templates/version-choice.js';

/** Runs a version of a template over a dataset. */
export class EvaluatePanel {
  #lab;
  #dataset;
  #version = null;
  #versions = element('div');
  #said = element('div', { 'aria-live': 'polite' });
  #start = button('Evaluate', () => this.#run(), { drawing: 'play', kind: 'primary' });

  constructor(lab, dataset, { templates, providers }) {
    this.#lab = lab;
    this.#dataset = dataset;
    const asked = lab.query.get('template_id') ?? dataset.template_id ?? '';
    this.template = selectField('Template', [{ value: '', text: 'Choose …' }, ...templates.map(({ id, name }) => ({ value: id, text: name }))], { value: asked, on: { change: () => this.#read() } });
    this.providers = new ProviderFields(providers);
    this.parameters = new ParameterFields();
    this.parallelism = textField('Rows at once', { type: 'number', min: 1, max: 16, value: '4' });
    this.node = element(
      'section',
      { class: 'side-part evaluate-panel', 'aria-label': 'Evaluate' },
      element('h2', { text: 'Evaluate' }),
      dataset.rows === 0 && note('info', element('p', { text: 'There are no rows yet: import or add some first.' })),
      element('div', { class: 'step-pair' }, this.template.node, this.#versions, this.parallelism.node),
      this.providers.node,
      foldable('Parameters', 'as the version has them', this.parameters.node),
      element('div', { class: 'form-actions' }, this.#start),
      this.#said,
    );
    this.#read();
  }

  async #read() {
    const id = this.template.value;
    this.#version = null;
    this.#versions.replaceChildren();
    if (!id) return;
    try {
      const saved = await this.#lab.api.get(`templates/${id}`, {}, this.#lab.signal);
      if (this.template.value !== id) return;
      this.#version = versionChoice(saved, this.#lab.query.get('version') ?? undefined);
      this.#versions.replaceChildren(this.#version.node);
    } catch (error) {
      if (!this.#lab.signal.aborted) this.template.error = Problem.of(error).message;
    }
  }

  async #run() {
    this.#start.disabled = true;
    this.#said.replaceChildren();
    try {
      const body = { template_id: this.template.value || null, ...(this.#version && chosenVersion(this.#version.value)), ...this.providers.value, parameters: this.parameters.value, parallelism: Number(this.parallelism.value) || null };
      const response = await this.#lab.api.open(`datasets/${this.#dataset.id}/evaluations`, body, this.#lab.signal);
      this.#lab.go(`/lab/evaluations/${response.headers.get('X-Evaluation-Id')}`);
    } catch (error) {
      const problem = Problem.of(error);
      const fields = { template_id: this.template, parallelism: this.parallelism, ...this.providers.fields, ...this.parameters.fields };
      const rest = showErrors(fields, problem);
      if (rest.length > 0 || !problem.details.errors) this.#said.replaceChildren(note('bad', element('p', { text: rest.join(' ') || problem.message })));
    } finally {
      this.#start.disabled = false;
    }
  }
}
