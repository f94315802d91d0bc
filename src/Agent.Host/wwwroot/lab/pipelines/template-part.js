import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { allInputs } from '../parts/variable-fields.js';
import { ParameterFields, parametersText } from '../parts/parameter-fields.js';
import { ProviderFields } from '../parts/provider-fields.js';
import { selectField, setChoices } from '../parts/fields.js';
import { foldable } from './foldable.js';
import { MappingFields } from './mapping-fields.js';

/** The part of a step that runs a template: which one, its values, and who answers. */
export class TemplatePart {
  #context;
  #detail = null;

  constructor(step, context) {
    this.#context = context;
    const known = context.templates.map(({ id, name }) => ({ value: id, text: name }));
    if (step.template_id && !known.some(({ value }) => value === step.template_id)) known.push({ value: step.template_id, text: 'A template that you cannot see' });
    this.template = selectField('Template', [{ value: '', text: 'Choose …' }, ...known], { value: step.template_id ?? '' });
    this.version = selectField('Version', versionChoices(null), { value: versionKey(step) });
    this.#offerVersions(null, versionKey(step));
    this.mapping = new MappingFields('inputs', 'Values', step.inputs ?? {});
    this.providers = new ProviderFields(context.providers, { value: step });
    this.parameters = new ParameterFields(step.parameters ?? {});
    this.link = element('a', { class: 'step-link', hidden: true, text: 'Open the template' });
    const model = foldable('Model and parameters', [step.provider, step.model, parametersText(step.parameters)].filter(Boolean).join(' · ') || 'as configured', this.providers.node, this.parameters.node);
    this.node = element('div', { class: 'fields' }, element('div', { class: 'step-pair' }, this.template.node, this.version.node), this.link, this.mapping.node, model);
    this.template.input.addEventListener('change', () => {
      this.version.value = '';
      this.mapping.kept = {};
      this.load().then(() => context.onTemplate(this.name));
    });
    this.version.input.addEventListener('change', () => this.#showVariables());
  }

  get name() {
    return this.#detail?.template.name ?? null;
  }

  get value() {
    const key = this.version.value;
    return {
      template_id: this.template.value || null,
      version: key.startsWith('v:') ? Number(key.slice(2)) : null,
      label: key.startsWith('l:') ? key.slice(2) : null,
      ...this.providers.value,
      parameters: this.parameters.value,
      inputs: this.mapping.value,
    };
  }

  get places() {
    return [['template_id', this.template], ['version', this.version], ['label', this.version], ...Object.entries(this.providers.fields), ...Object.entries(this.parameters.fields), ...this.mapping.places];
  }

  /** Reads the chosen template, for its versions and variables. */
  async load() {
    const id = this.template.value;
    this.#detail = null;
    this.link.hidden = !id;
    this.link.href = `/lab/templates/${id}`;
    if (id) {
      try {
        this.#detail = await this.#context.template(id);
      } catch (error) {
        this.template.error = Problem.of(error).message;
      }
    }
    this.#offerVersions(this.#detail?.template ?? null, this.version.value);
    await this.#showVariables();
  }

  async #showVariables() {
    let current = this.#detail?.current ?? null;
    const { version } = this.value;
    if (this.#detail && version && version !== current.number) current = await this.#context.version(this.#detail.template.id, version).catch(() => current);
    const wanted = current ? allInputs(current) : [];
    this.mapping.offer(
      wanted.map(({ name, default: initial, is_required: isRequired, description }) => ({
        name,
        description,
        isRequired: isRequired && initial === null,
        takes: `{{${name}}} of the pipeline${initial === null ? '' : `, else ${initial}`}`,
      })),
      this.template.value ? 'The template has no variables.' : 'Choose a template to see its variables.',
    );
    this.#context.onChange();
  }

  #offerVersions(template, key) {
    setChoices(this.version.input, versionChoices(template), key);
    if (key && this.version.value !== key) {
      this.version.input.append(element('option', { value: key, text: key.startsWith('l:') ? `Label ${key.slice(2)}` : `v${key.slice(2)}` }));
      this.version.value = key;
    }
  }
}

const versionKey = ({ version, label }) => (version ? `v:${version}` : label ? `l:${label}` : '');

function versionChoices(template) {
  if (!template) return [{ value: '', text: 'Newest' }];
  const numbers = Array.from({ length: Math.min(template.version, 50) }, (_, index) => template.version - index);
  return [
    { value: '', text: `Newest (v${template.version})` },
    ...template.labels.map(({ name, version }) => ({ value: `l:${name}`, text: `Label ${name} (v${version})` })),
    ...numbers.map((number) => ({ value: `v:${number}`, text: `Always v${number}` })),
  ];
}
