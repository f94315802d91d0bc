import { element, icon } from '../../widget/view/dom.js';
import { areaField, textField } from '../parts/fields.js';
import { section } from '../parts/page-head.js';
import { ParameterFields, parametersText } from '../parts/parameter-fields.js';
import { readOnly } from '../parts/read-only.js';
import { note } from '../parts/states.js';
import { TagInput } from '../parts/tag-input.js';
import { InputTable } from './input-table.js';
import { PromptEditor } from './prompt-editor.js';

/** Everything that a template holds, to be read and changed. It saves nothing itself. */
export class TemplateForm {
  #saved;
  #onChange;
  #summary = element('span', { class: 'muted' });

  /** @param {{template, current}} saved of the API; empty for a new one */
  constructor(saved, { onChange = () => {}, isReadOnly = false } = {}) {
    const { template, current } = saved ?? { template: {}, current: {} };
    const changed = () => this.#changed();
    this.#onChange = onChange;
    this.name = textField('Name', { name: 'name', value: template.name, maxlength: 120, autocomplete: 'off', readonly: isReadOnly });
    this.description = areaField('Description', { name: 'description', value: template.description, rows: 2, readonly: isReadOnly });
    this.tags = new TagInput('Tags', template.tags ?? [], changed);
    this.content = new PromptEditor({ label: 'Prompt', name: 'content', value: current.content, placeholder: 'What should the model do? {{variable}} marks where a value goes.', isReadOnly, onChange: changed });
    this.system = new PromptEditor({ label: 'System prompt', name: 'system_prompt', value: current.system_prompt, placeholder: 'Who the model is and how it answers (optional)', isReadOnly, onChange: changed });
    this.inputs = new InputTable(current.inputs ?? [], { onChange: changed, isReadOnly });
    this.parameters = new ParameterFields(current.parameters ?? {}, {}, changed);
    const sharing = element('input', { type: 'checkbox', id: 'sharing', on: { change: changed } });
    sharing.checked = template.sharing === 'team';
    this.sharing = sharing;
    this.node = this.#assemble(isReadOnly, !saved);
    this.accept();
  }

  get value() {
    return {
      name: this.name.value.trim(),
      description: this.description.value,
      tags: this.tags.value,
      content: this.content.value,
      system_prompt: this.system.value,
      inputs: this.inputs.value,
      parameters: this.parameters.value,
      sharing: this.sharing.checked ? 'team' : 'private',
    };
  }

  get isDirty() {
    return JSON.stringify(this.value) !== this.#saved;
  }

  /** What is in the form now counts as saved. */
  accept() {
    this.inputs.update(this.#variables());
    this.inputs.accept();
    this.#drawKnown();
    this.#saved = JSON.stringify(this.value);
  }

  /** Takes what the server has; what was typed is given up. */
  replace({ template, current }) {
    this.name.value = template.name;
    this.description.value = template.description;
    this.tags.value = template.tags;
    this.content.value = current.content;
    this.system.value = current.system_prompt;
    this.inputs.update([]);
    this.inputs.value = current.inputs;
    this.parameters.value = current.parameters;
    this.sharing.checked = template.sharing === 'team';
    this.accept();
    this.#onChange();
  }

  /** What the server does not take: each error at its field, and a remark for the top of the page. */
  refuse(problem) {
    const rest = this.showErrors(problem.details.errors ?? {});
    if (problem.code === 'template_name_taken') this.name.error = problem.message;
    const isAtFields = problem.details.errors && rest.length === 0;
    return note('bad', element('p', { text: isAtFields ? 'Not saved: look at the fields that are marked.' : `Not saved. ${rest.join(' ') || problem.message}` }));
  }

  /** Gives the texts that found no field. */
  showErrors(errors) {
    const fields = { name: this.name, description: this.description, tags: this.tags, content: this.content, system_prompt: this.system, ...this.parameters.fields };
    for (const [name, field] of Object.entries(fields)) field.error = errors[name]?.join(' ') ?? null;
    const homeless = Object.entries(errors).filter(([name]) => !(name in fields) && !name.startsWith('inputs'));
    return [...this.inputs.showErrors(errors), ...homeless.flatMap(([, texts]) => texts)];
  }

  #variables() {
    return [...new Set([...this.system.variables, ...this.content.variables])];
  }

  #changed() {
    this.inputs.update(this.#variables());
    this.#drawKnown();
    this.#onChange();
  }

  #drawKnown() {
    this.content.known = this.system.known = (name) => this.inputs.isKnown(name);
    this.#summary.textContent = parametersText(this.parameters.value) || 'as the provider is configured';
  }

  #assemble(isReadOnly, isNew) {
    const about = [this.name.node, this.description.node, this.tags.node];
    const share = element('div', { class: 'field field-check' }, this.sharing, element('label', { class: 'field-label', for: 'sharing', text: 'Shared with the team' }), element('span', { class: 'field-hint', text: 'Everybody who is signed in sees, runs and compares it; only you change it.' }));
    const parameters = element('details', { class: 'details' }, element('summary', {}, icon('chevron'), 'Parameters', this.#summary), element('div', { class: 'details-body' }, this.parameters.node));
    const form = element(
      'div',
      { class: isNew ? 'template-form is-new' : 'template-form', on: { input: (event) => event.target.closest('.template-about') && this.#changed() } },
      element('div', { class: 'template-texts' }, this.content.node, this.system.node, section('Inputs', this.inputs.node), parameters),
      element('aside', { class: 'template-about fields', 'aria-label': 'About the template' }, ...about, share),
    );
    if (isReadOnly) readOnly(form);
    share.hidden = isReadOnly;
    return form;
  }
}
