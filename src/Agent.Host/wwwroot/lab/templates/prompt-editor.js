import { element } from '../../widget/view/dom.js';
import { Field } from '../parts/fields.js';
import { readPlaceholders } from './placeholders.js';

/**
 * A text field that shows its placeholders. The person types into an ordinary textarea with clear letters; the coloured copy lies
 * under it and is hidden from screen readers, so undo, spelling, selection and dictation stay the browser's own.
 */
export class PromptEditor {
  #area;
  #copy = element('div', { class: 'prompt-copy', 'aria-hidden': 'true' });
  #problems = element('ul', { class: 'prompt-problems', 'aria-live': 'polite' });
  #field;
  #known = () => true;
  #onChange;

  /** @param {{label, name, value?, hint?, placeholder?, isReadOnly?, onChange?: () => void}} options */
  constructor({ label, name, value = '', hint = null, placeholder = '', isReadOnly = false, onChange = () => {} }) {
    this.#onChange = onChange;
    this.#area = element('textarea', { class: 'prompt-area', placeholder, readonly: isReadOnly, spellcheck: 'true', autocapitalize: 'off', on: { input: () => this.#changed() } });
    this.#field = new Field(label, this.#area, { hint, name });
    this.node = this.#field.node;
    const frame = element('div', { class: 'prompt-frame input' }, this.#copy);
    this.#area.replaceWith(frame);
    frame.append(this.#area);
    frame.after(this.#problems);
    this.value = value;
  }

  get value() {
    return this.#area.value;
  }

  set value(text) {
    this.#area.value = text ?? '';
    this.#draw();
  }

  set error(text) {
    this.#field.error = text;
  }

  /** In the order of their first use. */
  get variables() {
    return readPlaceholders(this.value).variables;
  }

  /** Which variables are no news; the others are drawn as new. */
  set known(test) {
    this.#known = test;
    this.#draw();
  }

  focus() {
    this.#area.focus();
  }

  #changed() {
    this.#draw();
    this.#onChange();
  }

  #draw() {
    const { parts, problems } = readPlaceholders(this.value);
    this.#copy.replaceChildren(...parts.map((part) => this.#partNode(part)), '\n');
    const texts = problems.map(({ line, column, text }) => `Line ${line}, character ${column}: ${text}`);
    if (texts.join('\n') === [...this.#problems.children].map(({ textContent }) => textContent).join('\n')) return;
    this.#problems.replaceChildren(...texts.map((text) => element('li', { class: 'field-error', text })));
  }

  #partNode({ kind, text, name }) {
    if (kind === 'text') return text;
    return element('mark', { class: `placeholder-${kind}`, 'data-state': kind === 'variable' && !this.#known(name) ? 'new' : null, text });
  }
}
