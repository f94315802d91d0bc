import { element } from './dom.js';

/** Asks before something is lost. */
export class ConfirmDialog {
  #title = element('h2');
  #text = element('p', { class: 'muted' });
  #yes = element('button', { class: 'button danger', value: 'yes' });

  constructor() {
    const no = element('button', { class: 'button', value: 'no', text: 'Cancel' });
    const form = element('form', { method: 'dialog' }, this.#title, this.#text, element('div', { class: 'dialog-actions' }, no, this.#yes));
    this.node = element('dialog', { class: 'dialog', 'aria-label': 'Confirm' }, form);
  }

  /** @returns {Promise<boolean>} */
  ask(title, text, yes) {
    this.#title.textContent = title;
    this.#text.textContent = text;
    this.#yes.textContent = yes;
    this.node.returnValue = 'no';
    this.node.showModal();
    return new Promise((resolve) => {
      this.node.addEventListener('close', () => resolve(this.node.returnValue === 'yes'), { once: true });
    });
  }
}
