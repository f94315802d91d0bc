import { element } from './dom.js';

/** A question back to the person, with buttons that answer it: `{text, choices: [{label, message}]}`. */
export class QuestionCard {
  #text;
  #question;

  constructor({ text = '', choices = [] }, send) {
    this.#text = text.trim();
    this.#question = element('p', { text: this.#text });
    const buttons = choices.map(({ label, message }) => element('button', { type: 'button', class: 'choice', text: label, on: { click: () => send(message) } }));
    this.node = element('div', { class: 'card-question', role: 'group', 'aria-label': this.#text || 'Choices' }, this.#question, element('div', { class: 'choices' }, ...buttons));
  }

  update(text) {
    this.#question.hidden = this.#text === '' || text.replaceAll('\\', '').includes(this.#text.replaceAll('\\', ''));
  }
}
