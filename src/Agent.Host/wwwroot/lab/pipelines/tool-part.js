import { element } from '../../widget/view/dom.js';
import { selectField } from '../parts/fields.js';
import { MappingFields } from './mapping-fields.js';

/** The part of a step that asks a workflow tool: which one, and with which arguments. */
export class ToolPart {
  #tools;
  #onChange;
  #about = element('p', { class: 'field-hint' });

  constructor(step, { tools, onChange }) {
    this.#tools = tools;
    this.#onChange = onChange;
    const known = tools.map(({ name }) => ({ value: name, text: name.replaceAll('_', ' ') }));
    if (step.tool && !known.some(({ value }) => value === step.tool)) known.push({ value: step.tool, text: step.tool });
    this.tool = selectField('Tool', [{ value: '', text: 'Choose …' }, ...known], { value: step.tool ?? '' });
    this.mapping = new MappingFields('arguments', 'Arguments', step.arguments ?? {});
    this.node = element('div', { class: 'fields' }, this.tool.node, this.#about, this.mapping.node);
    this.tool.input.addEventListener('change', () => {
      this.mapping.kept = {};
      this.load();
    });
  }

  get name() {
    return this.tool.value || null;
  }

  get value() {
    return { tool: this.tool.value || null, arguments: this.mapping.value };
  }

  get places() {
    return [['tool', this.tool], ...this.mapping.places];
  }

  load() {
    const tool = this.#tools.find(({ name }) => name === this.tool.value);
    this.#about.textContent = tool?.description ?? '';
    const { properties = {}, required = [] } = tool?.arguments ?? {};
    this.mapping.offer(
      Object.entries(properties).map(([name, schema]) => ({ name, description: schema.description ?? null, isRequired: required.includes(name), takes: schema.enum ? schema.enum.join(' | ') : '' })),
      tool ? 'The tool takes no arguments.' : 'Choose a tool to see its arguments.',
    );
    this.#onChange();
  }
}
