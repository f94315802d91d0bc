import { element } from '../../widget/view/dom.js';

/** Always in view: what is not saved, why it changed, and the button (also Ctrl+S). */
export class SaveBar {
  #state = element('span', { class: 'save-state', role: 'status' });
  #touched = element('span', { class: 'save-touched', hidden: true });
  #save = element('button', { type: 'submit', class: 'button primary', text: 'Save' });
  #message = element('input', { class: 'input', 'aria-label': 'Message for the list of versions', placeholder: 'What changed, and why (optional)', maxlength: 500, autocomplete: 'off' });

  constructor(save) {
    const submit = (event) => {
      event.preventDefault();
      if (!this.#save.disabled) save();
    };
    this.node = element('form', { class: 'save-bar', 'aria-label': 'Save', on: { submit } }, this.#state, this.#message, this.#save, this.#touched);
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

  /** @param {string[]} touched the pipelines that take the newest version as soon as it is saved */
  show(text, isDirty, touched = []) {
    this.#touched.hidden = !isDirty || touched.length === 0;
    this.#touched.textContent = `A new prompt is used at once by ${touched.join(', ')}.`;
    if (this.#state.textContent !== text) this.#state.textContent = text;
    this.node.classList.toggle('is-dirty', isDirty);
  }
}
