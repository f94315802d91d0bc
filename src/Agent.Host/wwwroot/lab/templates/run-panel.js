import { element, icon } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { ExecutionStream } from '../parts/execution-stream.js';
import { button, linkButton } from '../parts/page-head.js';
import { ParameterFields, parametersText } from '../parts/parameter-fields.js';
import { ProviderFields } from '../parts/provider-fields.js';
import { note } from '../parts/states.js';
import { allInputs, VariableFields } from '../parts/variable-fields.js';
import { onShortcut } from '../shell/shortcut.js';
import { chosenVersion, versionChoice } from './version-choice.js';
import { rememberedValues, rememberValues } from './remembered.js';

/** Values, model and parameters on one side, the output as it comes on the other. Ctrl+Enter runs. */
export class RunPanel {
  #lab;
  #saved;
  #version;
  #variables;
  #provider;
  #parameters;
  #stream;
  #fields = element('div', { class: 'run-variables' });
  #error = element('div');
  #links = element('div', { class: 'form-actions' });
  #summary = element('span', { class: 'muted' });
  #submit = element('button', { type: 'submit', class: 'button primary' });
  #stop = button('Stop', () => this.#stream.stop(), { drawing: 'stop', hidden: true });

  /** @param {{template, current}} saved @param {object[]} providers @param {{version?, given?}} start what to begin with instead of what is remembered */
  constructor(saved, providers, lab, { version = '', given = rememberedValues(saved.template.id) } = {}) {
    this.#lab = lab;
    this.#saved = saved;
    this.#version = versionChoice(saved, version, { on: { change: () => this.#versionChanged() } });
    this.#provider = new ProviderFields(providers, { value: given });
    this.#parameters = new ParameterFields(given.parameters ?? {}, saved.current.parameters, () => this.#showParameters());
    this.#stream = new ExecutionStream({ lab, onChange: () => this.#showState() });
    this.#showFields(saved.current, given.variables ?? {});
    this.node = this.#assemble();
    onShortcut('Enter', lab.signal, () => this.#run());
    this.#showParameters();
    this.#showState();
    if (version) this.#versionChanged();
  }

  get #given() {
    return { variables: this.#variables.values, ...this.#provider.value, parameters: this.#parameters.value };
  }

  async #run() {
    if (this.#stream.isRunning) return;
    const given = this.#given;
    const { id } = this.#saved.template;
    rememberValues(id, given);
    this.#error.replaceChildren();
    this.#links.replaceChildren();
    this.#variables.showErrors(null);
    try {
      const whole = await this.#stream.run(`templates/${id}/execute`, { ...given, ...chosenVersion(this.#version.value) });
      if (whole) this.#ended(whole);
    } catch (error) {
      if (!this.#lab.signal.aborted) this.#refused(Problem.of(error));
    }
  }

  #ended({ execution, output }) {
    this.#links.replaceChildren(linkButton('Open the execution', `/lab/executions/${execution.id}`), linkButton('Compare with other versions or models', `/lab/compare?template=${execution.template_id}&version=${execution.version}`, { drawing: 'columns' }));
    this.#lab.announce(execution.status === 'completed' ? `Output: ${(output ?? '').slice(0, 500)}` : execution.error?.message ?? `The run was ${execution.status}.`);
  }

  #refused(problem) {
    const rest = this.#variables.showErrors(problem);
    const text = rest.length > 0 || !problem.details.errors ? rest.join(' ') || problem.message : 'Some values are missing or do not fit: look at the fields that are marked.';
    this.#stream.view.fail({ message: `Nothing was run. ${text}`, reference: problem.details.errors ? null : problem.reference });
  }

  async #versionChanged() {
    const { version, label } = chosenVersion(this.#version.value);
    this.#lab.setQuery({ version: version ?? null, label: label ?? null });
    const number = version ?? this.#saved.template.labels.find(({ name }) => name === label)?.version ?? this.#saved.current.number;
    try {
      this.#showFields(await this.#lab.api.get(`templates/${this.#saved.template.id}/versions/${number}`, {}, this.#lab.signal), this.#variables.values);
    } catch (error) {
      if (!this.#lab.signal.aborted) this.#error.replaceChildren(note('bad', Problem.of(error).message));
    }
  }

  #showFields(version, values) {
    this.#variables = new VariableFields(allInputs(version), values);
    this.#fields.replaceChildren(this.#variables.isEmpty ? element('p', { class: 'muted', text: 'This prompt has no variables.' }) : this.#variables.node);
  }

  #showParameters() {
    this.#summary.textContent = parametersText(this.#parameters.value) || 'as the version has them';
  }

  #showState() {
    const isRunning = this.#stream?.isRunning ?? false;
    this.#submit.disabled = isRunning;
    this.#submit.replaceChildren(icon('play'), isRunning ? 'Running …' : 'Run');
    this.#stop.hidden = !isRunning;
  }

  #assemble() {
    const form = element(
      'form',
      { class: 'run-form', 'aria-label': 'What to run it with', novalidate: true, on: { submit: (event) => { event.preventDefault(); this.#run(); } } },
      this.#version.node,
      this.#fields,
      this.#provider.node,
      element('details', { class: 'details' }, element('summary', {}, icon('chevron'), 'Parameters', this.#summary), element('div', { class: 'details-body' }, this.#parameters.node)),
      this.#error,
      element('div', { class: 'form-actions' }, this.#submit, this.#stop, element('span', { class: 'muted hint-keys', text: 'Ctrl + Enter' })),
    );
    return element('div', { class: 'run-panel' }, form, element('div', { class: 'run-output' }, this.#stream.view.node, this.#links));
  }
}
