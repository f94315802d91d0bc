import { element } from '../../widget/view/dom.js';
import { areaField, textField } from './fields.js';

/** Temperature, longest output, top-p and stops. What is empty is left to `defaults`, and then to the provider. */
export class ParameterFields {
  constructor(parameters = {}, defaults = {}, onChange = () => {}) {
    const hint = (value) => (value === null || value === undefined ? 'Provider’s' : `${value}`);
    this.fields = {
      'parameters.temperature': textField('Temperature', { type: 'number', min: 0, max: 2, step: 'any', placeholder: hint(defaults.temperature) }),
      'parameters.max_tokens': textField('Max tokens', { type: 'number', min: 1, step: 1, placeholder: hint(defaults.max_tokens) }),
      'parameters.top_p': textField('Top-p', { type: 'number', min: 0, max: 1, step: 'any', placeholder: hint(defaults.top_p) }),
      'parameters.stop': areaField('Stop texts, one per line', { rows: 1, placeholder: defaults.stop?.join(' · ') ?? 'None' }),
    };
    this.value = parameters;
    this.node = element('div', { class: 'parameter-fields', on: { input: onChange } }, ...Object.values(this.fields).map(({ node }) => node));
  }

  /** As the API takes them; null where nothing is given. */
  get value() {
    const text = (name) => this.fields[`parameters.${name}`].value.trim();
    const number = (name) => (text(name) === '' ? null : Number(text(name)));
    const stop = this.fields['parameters.stop'].value.split('\n').filter((line) => line !== '');
    return { temperature: number('temperature'), max_tokens: number('max_tokens'), top_p: number('top_p'), stop: stop.length > 0 ? stop : null };
  }

  set value({ temperature, max_tokens: maxTokens, top_p: topP, stop }) {
    this.fields['parameters.temperature'].value = temperature;
    this.fields['parameters.max_tokens'].value = maxTokens;
    this.fields['parameters.top_p'].value = topP;
    this.fields['parameters.stop'].value = stop?.join('\n');
  }
}

/** `temperature 0.2 · max tokens 500`; empty where nothing is set. */
export function parametersText(parameters) {
  const { temperature, max_tokens: maxTokens, top_p: topP, stop } = parameters ?? {};
  const said = [
    isSet(temperature) && `temperature ${temperature}`,
    isSet(maxTokens) && `max tokens ${maxTokens}`,
    isSet(topP) && `top-p ${topP}`,
    stop?.length > 0 && `stop ${stop.map((text) => JSON.stringify(text)).join(', ')}`,
  ];
  return said.filter(Boolean).join(' · ');
}

const isSet = (value) => value !== null && value !== undefined;
