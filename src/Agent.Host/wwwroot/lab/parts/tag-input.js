import { element, icon } from '../../widget/view/dom.js';
import { Field } from './fields.js';

/** Tags as chips with a field behind them: Enter or a comma adds one, Backspace in the empty field takes the last one away. */
export class TagInput {
  #tags = [];
  #chips = element('span', { class: 'tag-chips' });
  #input;
  #onChange;
  #field;

  constructor(label, tags, onChange, { hint = 'Enter or comma adds one' } = {}) {
    this.#onChange = onChange;
    this.#input = element('input', { class: 'tag-input', type: 'text', autocomplete: 'off', on: { keydown: (event) => this.#key(event), blur: () => this.#add() } });
    this.#field = new Field(label, this.#input, { hint, name: 'tags' });
    this.node = this.#field.node;
    const box = element('span', { class: 'input tag-box', on: { click: (event) => event.target === box && this.#input.focus() } }, this.#chips);
    this.#input.replaceWith(box);
    box.append(this.#input);
    this.value = tags;
  }

  get value() {
    return [...this.#tags];
  }

  set value(tags) {
    this.#tags = [...tags];
    this.#show();
  }

  set error(text) {
    this.#field.error = text;
  }

  #key(event) {
    if ((event.key === 'Enter' || event.key === ',') && !event.isComposing) {
      event.preventDefault();
      this.#add();
    } else if (event.key === 'Backspace' && this.#input.value === '' && this.#tags.length > 0) {
      this.#remove(this.#tags.at(-1));
    }
  }

  #add() {
    const tag = this.#input.value.trim().toLowerCase();
    this.#input.value = '';
    if (tag === '' || this.#tags.includes(tag)) return;
    this.#tags.push(tag);
    this.#show();
    this.#onChange();
  }

  #remove(tag) {
    this.#tags = this.#tags.filter((other) => other !== tag);
    this.#show();
    this.#input.focus();
    this.#onChange();
  }

  #show() {
    const chip = (tag) => element('span', { class: 'tag' }, tag, element('button', { type: 'button', class: 'tag-remove', 'aria-label': `Remove the tag ${tag}`, on: { click: () => this.#remove(tag) } }, icon('close')));
    this.#chips.replaceChildren(...this.#tags.map(chip));
  }
}
