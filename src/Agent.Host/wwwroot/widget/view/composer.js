import { element, icon } from './dom.js';

const MOST_LINES_HIGH = 200;

/** Where the person writes. Enter sends, Shift+Enter breaks the line; while an answer runs the button stops it. */
export class Composer {
  #actions;
  #isActive = false;
  #area;
  #button;
  #form;

  /** @param {{submit: (text: string) => void, stop: () => void, draft: (text: string) => void}} actions */
  constructor(actions) {
    this.#actions = actions;
    this.#area = element('textarea', {
      rows: '1',
      'aria-label': 'Your message',
      placeholder: 'Ask a question',
      enterkeyhint: 'send',
      on: { input: () => this.#changed(), keydown: (event) => this.#key(event) },
    });
    this.#button = element('button', { type: 'submit', class: 'send' });
    this.#form = element('form', { class: 'composer', on: { submit: (event) => this.#submit(event) } }, this.#area, this.#button);
    this.node = element('div', { class: 'composer-frame' }, this.#form, element('p', { class: 'composer-hint', text: 'Enter to send · Shift + Enter for a new line' }));
    this.#showButton();
  }

  get text() {
    return this.#area.value;
  }

  set text(text) {
    this.#area.value = text;
    this.#changed();
  }

  focus() {
    this.#area.focus({ preventScroll: true });
  }

  update(turn) {
    const isActive = turn !== null;
    const isStopping = turn?.isStopping ?? false;
    if (isActive !== this.#isActive) {
      this.#isActive = isActive;
      this.#showButton();
    }
    this.#button.disabled = isActive ? isStopping : this.text.trim() === '';
  }

  #showButton() {
    const label = this.#isActive ? 'Stop answering' : 'Send';
    this.#button.replaceChildren(icon(this.#isActive ? 'stop' : 'send'));
    this.#button.classList.toggle('is-stop', this.#isActive);
    this.#button.setAttribute('aria-label', label);
    this.#button.title = label;
  }

  #changed() {
    this.#area.style.height = 'auto';
    this.#area.style.height = `${Math.min(this.#area.scrollHeight, MOST_LINES_HIGH)}px`;
    if (!this.#isActive) this.#button.disabled = this.text.trim() === '';
    this.#actions.draft(this.text);
  }

  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!this.#isActive) this.#send();
  }

  #submit(event) {
    event.preventDefault();
    if (this.#isActive) this.#actions.stop();
    else this.#send();
  }

  #send() {
    const message = this.text.trim();
    if (!message) return;
    this.text = '';
    this.#actions.submit(message);
  }
}
