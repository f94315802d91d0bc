import { element } from '../../widget/view/dom.js';
import { areaField } from '../parts/fields.js';

/** A text with {{variables}} for each variable of a template or argument of a tool; an empty one is left out. */
export class MappingFields {
  #fields = new Map();
  #root;
  #none = element('p', { class: 'muted', hidden: true });
  #list = element('div', { class: 'mapping' });

  /** @param {'inputs'|'arguments'} root */
  constructor(root, title, values) {
    this.#root = root;
    this.kept = { ...values };
    this.node = element('div', { class: 'fields', role: 'group', 'aria-label': title }, element('h4', { text: title }), this.#none, this.#list);
  }

  /** @param {{name, isRequired, description, takes}[]} wanted `takes` says what counts when the field is empty */
  offer(wanted, none) {
    this.kept = { ...this.kept, ...this.value };
    this.#fields = new Map(wanted.map((one) => [one.name, this.#field(one)]));
    for (const name of Object.keys(this.kept)) if (!this.#fields.has(name)) this.#fields.set(name, this.#field({ name, description: 'Nothing takes this value any more: empty it.' }));
    this.#list.replaceChildren(...[...this.#fields.values()].map(({ node }) => node));
    this.#none.textContent = none;
    this.#none.hidden = this.#fields.size > 0;
  }

  get value() {
    const given = [...this.#fields].map(([name, field]) => [name, field.value]).filter(([, text]) => text !== '');
    return this.#fields.size === 0 ? { ...this.kept } : Object.fromEntries(given);
  }

  get places() {
    return [...this.#fields].map(([name, field]) => [`${this.#root}.${name}`, field]);
  }

  #field({ name, isRequired, description, takes }) {
    const label = element('span', {}, element('span', { class: 'variable-name', text: name }), isRequired && element('span', { class: 'required', text: ' required' }));
    const value = this.kept[name] ?? '';
    delete this.kept[name];
    return areaField(label, { rows: 1, value, hint: description || null, placeholder: takes ?? '', spellcheck: 'false', name: `${this.#root}.${name}` });
  }
}
