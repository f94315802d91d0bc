import { element } from '../../widget/view/dom.js';
import { readKey, writeKey } from './key.js';

/** Asks for the API key where the server wants one. */
export class KeyDialog {
  #input = element('input', { type: 'password', name: 'key', autocomplete: 'off', required: true, class: 'input', id: 'lab-key' });
  #text = element('p', { class: 'muted' });

  constructor() {
    const form = element(
      'form',
      { method: 'dialog', on: { submit: () => this.#keep() } },
      element('h2', { id: 'lab-key-title', text: 'Your API key' }),
      this.#text,
      element('label', { class: 'field' }, element('span', { class: 'field-label', text: 'API key' }), this.#input),
      element('div', { class: 'dialog-actions' }, element('button', { class: 'button primary', text: 'Sign in' })),
    );
    this.node = element('dialog', { class: 'dialog', 'aria-labelledby': 'lab-key-title' }, form);
  }

  ask() {
    if (this.node.open) return;
    this.#text.textContent = readKey()
      ? 'This key is not accepted any more. Enter another one.'
      : 'This server wants to know who you are. A key is made with: ./promptlab key create NAME';
    this.node.showModal();
  }

  #keep() {
    writeKey(this.#input.value.trim());
    location.reload();
  }
}
