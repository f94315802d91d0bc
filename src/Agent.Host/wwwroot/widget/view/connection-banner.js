import { element, icon } from './dom.js';

/** Seen while the stream is cut; the turn itself goes on at the server. */
export class ConnectionBanner {
  #text = element('span');

  constructor(reconnect) {
    const button = element('button', { type: 'button', class: 'quiet-button', text: 'Reconnect now', on: { click: reconnect } });
    this.node = element('div', { class: 'connection', role: 'status', hidden: true }, icon('offline'), this.#text, button);
  }

  update({ lost, attempt }) {
    this.node.hidden = !lost;
    this.#text.textContent = lost ? `Connection lost. Reconnecting${attempt > 1 ? ` (attempt ${attempt})` : ''}…` : '';
  }
}
