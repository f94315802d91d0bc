import { element } from './dom.js';

const SHOWN_FOR = 3000;

/** A short word on what the person just did. */
export class Toast {
  #timer = 0;

  node = element('div', { class: 'toast', role: 'status' });

  show(text) {
    clearTimeout(this.#timer);
    this.node.textContent = text;
    this.node.classList.add('is-shown');
    this.#timer = setTimeout(() => this.node.classList.remove('is-shown'), SHOWN_FOR);
  }
}
