import { element } from '../../widget/view/dom.js';
import { selectField, setChoices, textField } from './fields.js';

const HEALTH = { ok: '', rejected_key: ' – key rejected', rate_limited: ' – rate limited', unavailable: ' – not reachable', timeout: ' – does not answer' };
let lists = 0;

/** Which provider and model answer, and who does when that one fails. Empty means: the default. */
export class ProviderFields {
  #providers;
  #models = element('datalist');
  #health = element('p', { class: 'field-hint provider-health', role: 'status', hidden: true });

  /**
   * @param {object[]} providers of `GET /providers`
   * @param {{withFallback?: boolean, value?: {provider, model, fallback}}} options
   */
  constructor(providers, { withFallback = true, value = {} } = {}) {
    this.#providers = providers;
    lists += 1;
    this.#models.id = `models-${lists}`;
    const standard = providers.find(({ is_default: isDefault }) => isDefault);
    const choices = providers.map(({ name, health }) => ({ value: name, text: name + (HEALTH[health] ?? ` – ${health}`) }));
    this.fields = {
      provider: selectField('Provider', [{ value: '', text: standard ? `Default (${standard.name})` : 'Default' }, ...choices], { on: { change: () => this.#changed() } }),
      model: textField('Model', { list: this.#models.id, autocomplete: 'off', spellcheck: 'false' }),
      ...(withFallback && { fallback: selectField('If it fails', [{ value: '', text: 'As configured' }, ...choices.map((choice) => ({ ...choice, text: `Ask ${choice.value}` }))]) }),
    };
    this.node = element('div', { class: 'provider-fields' }, ...Object.values(this.fields).map(({ node }) => node), this.#models, this.#health);
    this.value = value;
  }

  /** As the API takes it; null is the default. */
  get value() {
    const text = (name) => this.fields[name]?.value.trim() || null;
    return { provider: text('provider'), model: text('model'), fallback: text('fallback') };
  }

  set value({ provider, model, fallback }) {
    this.#offer('provider', provider);
    this.fields.provider.value = provider;
    this.fields.model.value = model;
    if (this.fields.fallback) this.#offer('fallback', fallback);
    if (this.fields.fallback) this.fields.fallback.value = fallback;
    this.#showModels();
  }

  /** A provider that is configured no more is still shown as what was asked for. */
  #offer(field, name) {
    const { input } = this.fields[field];
    if (name && ![...input.options].some(({ value }) => value === name)) input.append(element('option', { value: name, text: `${name} – not configured` }));
  }

  #changed() {
    this.fields.model.value = '';
    this.#showModels();
  }

  #showModels() {
    const name = this.fields.provider.value;
    const chosen = this.#providers.find((provider) => (name ? provider.name === name : provider.is_default));
    this.fields.model.input.placeholder = chosen?.model ?? '';
    setChoices(this.#models, chosen?.models ?? []);
    const isWell = !chosen || chosen.health === 'ok';
    this.#health.hidden = isWell;
    this.#health.textContent = isWell ? '' : `${chosen.name} has a problem${HEALTH[chosen.health] ?? `: ${chosen.health}`}. A run may fail, or be answered by the fallback.`;
  }
}
