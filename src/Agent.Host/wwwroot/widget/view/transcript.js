import { element, icon } from './dom.js';
import { TurnView } from './turn-view.js';
import { Welcome } from './welcome.js';

/** The turns of the open conversation. Follows new text only while the person is at the end. */
export class Transcript {
  #views = new Map();
  #actions;
  #list = element('ol', { class: 'turns' });
  #earlier;
  #welcome;
  #message = element('div', { class: 'transcript-message', hidden: true });
  #isAtEnd = true;

  constructor(actions) {
    this.#actions = actions;
    this.#welcome = new Welcome(actions.send);
    this.#earlier = element('button', { type: 'button', class: 'quiet-button earlier', text: 'Show earlier messages', hidden: true, on: { click: actions.loadEarlier } });
    const column = element('div', { class: 'column' }, this.#welcome.node, this.#message, this.#earlier, this.#list);
    this.scroller = element('div', { class: 'transcript', role: 'region', 'aria-label': 'Conversation', tabindex: '0', on: { scroll: () => this.#noteScroll() } }, column);
    this.jump = element('button', { type: 'button', class: 'jump', hidden: true, 'aria-label': 'To the newest message', on: { click: () => this.scrollToEnd() } }, icon('down'));
    this.node = element('div', { class: 'transcript-frame' }, this.scroller, this.jump);
    new ResizeObserver(() => this.#follow()).observe(column);
  }

  update(conversation, setting) {
    const { turns, isLoading, problem } = conversation;
    this.#welcome.update(setting, turns.length === 0 && !isLoading && !problem);
    this.#updateMessage(isLoading && turns.length === 0, problem, conversation.id);
    this.#earlier.hidden = !conversation.earlier;
    this.#removeOthers(turns);
    this.#keepPlace(() => turns.forEach((turn, index) => this.#place(turn, index).update(turn, index === turns.length - 1, setting.tools)));
    this.#follow();
  }

  scrollToEnd() {
    this.#isAtEnd = true;
    this.#follow();
  }

  #place(turn, index) {
    const view = this.#views.get(turn.key) ?? new TurnView(this.#actions);
    this.#views.set(turn.key, view);
    const there = this.#list.children[index] ?? null;
    if (there !== view.node) this.#list.insertBefore(view.node, there);
    return view;
  }

  /** What is read stays where it is when earlier turns are put above it. */
  #keepPlace(change) {
    const first = this.#list.firstElementChild;
    const before = first?.offsetTop;
    change();
    if (first?.isConnected && !this.#isAtEnd) this.scroller.scrollTop += first.offsetTop - before;
  }

  #removeOthers(turns) {
    const keys = new Set(turns.map(({ key }) => key));
    for (const [key, view] of this.#views) {
      if (keys.has(key)) continue;
      view.node.remove();
      this.#views.delete(key);
    }
  }

  #updateMessage(isLoading, problem, id) {
    this.#message.hidden = !isLoading && !problem;
    const text = problem?.message ?? (isLoading ? 'Loading the conversation…' : '');
    if (text === this.#message.dataset.text) return;
    this.#message.dataset.text = text;
    this.#message.replaceChildren(problem ? icon('alert') : element('span', { class: 'spinner', 'aria-hidden': 'true' }), element('p', { text }), problem ? this.#wayOn(problem, id) : '');
  }

  #wayOn({ status }, id) {
    const [text, click] = status === 404 ? ['New chat', this.#actions.startNew] : ['Try again', () => this.#actions.open(id)];
    return element('button', { type: 'button', class: 'button', text, on: { click } });
  }

  #noteScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < 40;
    this.jump.hidden = this.#isAtEnd;
  }

  #follow() {
    if (this.#isAtEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
    else this.#noteScroll();
  }
}
