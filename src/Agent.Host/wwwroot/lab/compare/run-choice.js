import { element, icon, iconButton } from '../../widget/view/dom.js';
import { ParameterFields, parametersText } from '../parts/parameter-fields.js';
import { ProviderFields } from '../parts/provider-fields.js';
import { chosenVersion, versionChoice } from '../templates/version-choice.js';

/** One run of a comparison: which version, which model, which parameters. */
export class RunChoice {
  #version;
  #provider;
  #parameters;
  #letter = element('span', { class: 'compare-letter', 'aria-hidden': 'true' });
  #summary = element('span', { class: 'muted' });
  #error = element('p', { class: 'field-error', role: 'alert', hidden: true });

  /** @param {{version?: string, provider?, model?, parameters?}} start @param {(choice: RunChoice) => void} remove */
  constructor(saved, providers, start, remove) {
    this.#version = versionChoice(saved, start.version);
    this.#provider = new ProviderFields(providers, { withFallback: false, value: start });
    this.#parameters = new ParameterFields(start.parameters ?? {}, saved.current.parameters, () => this.#showParameters());
    this.remove = iconButton('close', 'Remove this run', () => remove(this));
    const { provider, model } = this.#provider.fields;
    this.node = element(
      'li',
      { class: 'compare-run' },
      this.#letter,
      this.#version.node,
      provider.node,
      model.node,
      this.remove,
      element('details', { class: 'compare-parameters' }, element('summary', {}, icon('chevron'), 'Parameters', this.#summary), this.#parameters.node),
      this.#error,
    );
    this.node.append(...[...this.#provider.node.querySelectorAll('datalist, .provider-health')]);
    this.#showParameters();
  }

  /** As the API takes it. */
  get value() {
    const { provider, model } = this.#provider.value;
    return { ...chosenVersion(this.#version.value), provider, model, parameters: this.#parameters.value };
  }

  /** To start another run with. */
  get start() {
    return { version: this.#version.value, ...this.#provider.value, parameters: this.#parameters.value };
  }

  set letter(letter) {
    this.#letter.textContent = letter;
    this.node.setAttribute('aria-label', `Run ${letter}`);
    this.remove.setAttribute('aria-label', `Remove run ${letter}`);
  }

  set error(text) {
    this.#error.textContent = text ?? '';
    this.#error.hidden = !text;
  }

  focus() {
    this.#version.input.focus();
  }

  #showParameters() {
    this.#summary.textContent = parametersText(this.#parameters.value) || 'as the version has them';
  }
}
