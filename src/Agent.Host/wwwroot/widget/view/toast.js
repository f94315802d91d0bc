import { element } from './dom.js';

const SHOWN_FOR = 3000;
const SHOWN_WITH_ACTION_FOR = 12_000;

/** A short word on what the person just did. */
export class Toast {
  #timer = 0;

  node = element('div', { class: 'toast', role: 'status' });

  /** @param {{label: string, run: () => void} | null} action a way to go on; then it stays longer, and while the pointer is on it */
  show(text, action = null) {
    clearTimeout(this.#timer);
    this.node.replaceChildren(element('span', { text }), ...(action ? [this.#button(action)] : []));
    this.node.classList.toggle('has-action', action !== null);
    this.node.classList.add('is-shown');
    this.#hideAfter(action ? SHOWN_WITH_ACTION_FOR : SHOWN_FOR);
  }

  #button({ label, run }) {
    const click = () => {
      this.node.classList.remove('is-shown');
      run();
    };
    return element('button', { type: 'button', class: 'toast-action', text: label, on: { click, pointerenter: () => clearTimeout(this.#timer), pointerleave: () => this.#hideAfter(SHOWN_FOR) } });
  }

  #hideAfter(milliseconds) {
    this.#timer = setTimeout(() => this.node.classList.remove('is-shown'), milliseconds);
  }
}
