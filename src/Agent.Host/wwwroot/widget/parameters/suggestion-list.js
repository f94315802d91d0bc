import { element } from '../view/dom.js';

const PAUSE = 250;

/** The suggestions under a text field; those that the server must be asked for come while the person types. */
export class SuggestionList {
  #suggest;
  #values = new Map();
  #asking = new AbortController();
  #timer = 0;

  /** @param {(text: string, signal: AbortSignal) => ({label, value}[] | Promise<{label, value}[]>)} suggest */
  constructor(field, id, suggest) {
    this.#suggest = suggest;
    this.node = element('datalist', { id });
    field.setAttribute('list', id);
    field.addEventListener('input', () => this.#soon(field.value));
    this.#fill(field.value);
  }

  /** What the tool gets when the text is one of the suggestions; null otherwise. */
  valueOf(text) {
    return this.#values.get(text) ?? null;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asking.abort();
  }

  #soon(text) {
    clearTimeout(this.#timer);
    if (!this.#values.has(text)) this.#timer = setTimeout(() => this.#fill(text), PAUSE);
  }

  /** Without suggestions the text is still taken. */
  async #fill(text) {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    try {
      const suggestions = await this.#suggest(text, signal);
      if (signal.aborted) return;
      for (const { label, value } of suggestions) this.#values.set(label, value);
      this.node.replaceChildren(...suggestions.map(({ label }) => element('option', { value: label })));
    } catch {
      return;
    }
  }
}
