import { iconButton } from './dom.js';

const KINDS = [
  ['up', 'thumb-up', 'Good answer'],
  ['down', 'thumb-down', 'Bad answer'],
];

/** Two buttons to say what an answer is worth; the one that is pressed takes it back. */
export class Thumbs {
  #rate;
  #announce;
  #thumb;

  /**
   * @param {'up'|'down'|null} thumb
   * @param {(thumb: 'up'|'down'|null) => Promise<void>} rate stores it
   */
  constructor(thumb, rate, announce) {
    this.#thumb = thumb;
    this.#rate = rate;
    this.#announce = announce;
    this.buttons = KINDS.map(([kind, icon, label]) => iconButton(icon, label, () => this.#press(kind), { class: 'icon-button thumb' }));
    this.#show();
  }

  /** Pressed at once; what the server did not take is not pressed any more. */
  async #press(kind) {
    const before = this.#thumb;
    this.#thumb = before === kind ? null : kind;
    this.#show();
    try {
      await this.#rate(this.#thumb);
      this.#announce(this.#thumb ? 'Thanks, that is noted.' : 'Taken back.');
    } catch (error) {
      this.#thumb = before;
      this.#show();
      this.#announce(error.message);
    }
  }

  #show() {
    KINDS.forEach(([kind], place) => this.buttons[place].setAttribute('aria-pressed', String(kind === this.#thumb)));
  }
}
