import { element, icon } from './dom.js';

/**
 * The common look of the cards that a person acts on: a drawing, a title with a state, text, facts, and what can be done.
 * `{node, state, body, actions}`; the parts are filled by the card.
 */
export function cardFrame(kind, drawing, title, label = title) {
  const state = element('span', { class: 'card-state', hidden: true });
  const body = element('div', { class: 'card-body' });
  const actions = element('div', { class: 'card-actions' });
  const head = element('div', { class: 'card-head' }, icon(drawing), element('h3', { text: title }), state);
  const node = element('section', { class: `card card-${kind}`, 'data-kind': kind, 'aria-label': label }, head, body, actions);
  return { node, state, body, actions };
}

export function showState(state, word, tone) {
  state.textContent = word;
  state.dataset.tone = tone;
  state.hidden = word === '';
}

/** `{label, value}` pairs, in the order given; those without a value are left out. */
export function factsList(facts) {
  const shown = facts.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false);
  if (shown.length === 0) return null;
  return element('dl', { class: 'facts' }, ...shown.flatMap(({ label, value }) => [element('dt', { text: label }), element('dd', {}, typeof value === 'string' || typeof value === 'number' ? String(value) : value)]));
}

/** A button that runs once at a time; a failure is said in place, and the button can be pressed again. */
export class CardActions {
  #node;
  #error = element('p', { class: 'card-error', role: 'alert', hidden: true });
  #isBusy = false;

  constructor(node) {
    this.#node = node;
  }

  /** @param {HTMLElement[]} buttons */
  show(...buttons) {
    this.#node.replaceChildren(...buttons.filter(Boolean), this.#error);
    this.#node.hidden = buttons.filter(Boolean).length === 0 && this.#error.hidden;
  }

  button(text, run, className = 'button') {
    return element('button', { type: 'button', class: className, text, on: { click: (event) => this.run(run, event.currentTarget) } });
  }

  async run(work, button = null) {
    if (this.#isBusy) return;
    this.#setBusy(true, button);
    this.#say('');
    try {
      await work();
    } catch (problem) {
      this.#say(problem.message);
    } finally {
      this.#setBusy(false, button);
    }
  }

  #setBusy(isBusy, button) {
    this.#isBusy = isBusy;
    this.#node.setAttribute('aria-busy', String(isBusy));
    button?.classList.toggle('is-busy', isBusy);
    for (const control of this.#node.querySelectorAll('button, select')) control.disabled = isBusy;
  }

  #say(text) {
    this.#error.textContent = text;
    this.#error.hidden = text === '';
    if (text) this.#node.hidden = false;
  }
}
