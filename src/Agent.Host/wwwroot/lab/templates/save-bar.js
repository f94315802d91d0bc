import { element } from '../../widget/view/dom.js';

/** Always in view: what is not saved, why it changed, and the button (also Ctrl+S). */
export class SaveBar {
  #state = element('span', { class: 'save-state', role: 'status' });
  #save = element('button', { type: 'submit', class: 'button primary', text: 'Save' });
  #message = element('input', { class: 'input', 'aria-label': 'Message for the list of versions', placeholder: 'What changed, and why (optional)', maxlength: 500, autocomplete: 'off' });

  constructor(save) {
    const submit = (event) => {
      event.preventDefault();
      if (!this.#save.disabled) save();
    };
    this.node = element('form', { class: 'save-bar', 'aria-label': 'Save', on: { submit } }, this.#state, this.#message, this.#save);
  }

  get message() {
    return this.#message.value.trim();
  }

  clear() {
    this.#message.value = '';
  }

  set isBusy(isBusy) {
    this.#save.disabled = isBusy;
    this.#save.textContent = isBusy ? 'Saving …' : 'Save';
  }

  show(text, isDirty) {
    if (this.#state.textContent !== text) this.#state.textContent = text;
    this.node.classList.toggle('is-dirty', isDirty);
  }
}
