import { MarkdownView } from '../text/markdown-view.js';

/** The words of a card, left out where the answer says them already. */
export class CardText {
  #text;
  #view = new MarkdownView(() => {});

  constructor(text) {
    this.#text = (text ?? '').trim();
    this.node = this.#view.node;
    this.#view.update(this.#text);
    this.update('');
  }

  update(answer) {
    this.node.hidden = this.#text === '' || answer.includes(this.#text);
  }
}
