import { element } from './dom.js';

/** Tells screen readers what happened, without moving the focus. */
export class Announcer {
  node = element('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });

  say(text) {
    this.node.textContent = '';
    requestAnimationFrame(() => {
      this.node.textContent = text;
    });
  }
}
