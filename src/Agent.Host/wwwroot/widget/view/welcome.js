import { element, icon } from './dom.js';

/** The empty page: what this is, and questions to start with. */
export class Welcome {
  #send;
  #shown = '';
  #heading = element('h2', { text: 'What would you like to know?' });
  #intro = element('p', { class: 'muted', text: 'Ask in plain language. Every figure comes from the network’s own reports, and every answer shows how your question was understood.' });
  #prompts = element('ul', { class: 'prompts', 'aria-label': 'Example questions' });

  node = element('div', { class: 'welcome', hidden: true }, element('span', { class: 'welcome-mark' }, icon('spark')), this.#heading, this.#intro, this.#prompts);

  constructor(send) {
    this.#send = send;
  }

  update({ prompts }, isShown) {
    this.node.hidden = !isShown;
    const key = JSON.stringify(prompts);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#prompts.replaceChildren(...prompts.map((text) => element('li', {}, this.#prompt(text))));
  }

  #prompt(text) {
    return element('button', { type: 'button', class: 'prompt', on: { click: () => this.#send(text) } }, element('span', { text }), icon('chevron'));
  }
}
