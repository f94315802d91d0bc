import { element, icon, iconButton, setAttribute } from './dom.js';

const UNTITLED = 'New conversation';

/** A conversation of the list: opens on click; its menu renames, pins, saves and deletes it. */
export class ConversationItem {
  #actions;
  #conversation;
  #title = element('span', { class: 'conversation-title' });
  #dot = element('span', { class: 'running-dot', title: 'Answering', hidden: true }, element('span', { class: 'visually-hidden', text: '(answering)' }));
  #unread = element('span', { class: 'unread-dot', title: 'New', hidden: true }, element('span', { class: 'visually-hidden', text: '(new)' }));
  #open;
  #more;
  #menu;
  #pinLabel = element('span');

  constructor(conversation, actions) {
    this.#actions = actions;
    this.#conversation = conversation;
    this.#open = element('button', { type: 'button', class: 'conversation-open', on: { click: () => actions.open(this.#conversation.id) } }, this.#title, this.#dot, this.#unread);
    this.#more = iconButton('more', 'Actions', () => this.#showMenu(), { class: 'icon-button conversation-more', 'aria-haspopup': 'true', 'aria-expanded': 'false' });
    this.#menu = this.#createMenu();
    this.node = element('li', { class: 'conversation' }, this.#open, this.#more, this.#menu);
  }

  update(conversation, isOpen, isUnread) {
    this.#conversation = conversation;
    const title = conversation.title || UNTITLED;
    this.#title.textContent = title;
    this.#open.title = title;
    setAttribute(this.#open, 'aria-current', isOpen ? 'true' : null);
    this.#more.setAttribute('aria-label', `Actions for ${title}`);
    this.#dot.hidden = !conversation.running_turn_id;
    this.#unread.hidden = !isUnread;
    this.node.classList.toggle('is-unread', isUnread);
    this.#pinLabel.textContent = conversation.is_pinned ? 'Unpin' : 'Pin';
  }

  #createMenu() {
    const entry = (name, label, run) => element('button', { type: 'button', class: 'menu-entry', on: { click: () => this.#choose(run) } }, icon(name), label);
    return element(
      'div',
      { class: 'menu', popover: 'auto', on: { toggle: (event) => this.#more.setAttribute('aria-expanded', String(event.newState === 'open')) } },
      entry('compose', 'Rename', () => this.#rename()),
      entry('pin', this.#pinLabel, () => this.#actions.pin(this.#conversation.id, !this.#conversation.is_pinned)),
      entry('download', 'Save as Markdown', () => this.#actions.save(this.#conversation, 'markdown', 'md')),
      entry('download', 'Save as JSON', () => this.#actions.save(this.#conversation, 'json', 'json')),
      entry('trash', 'Delete', () => this.#actions.remove(this.#conversation)),
    );
  }

  #showMenu() {
    const { bottom, right } = this.#more.getBoundingClientRect();
    this.#menu.showPopover();
    this.#menu.style.top = `${Math.min(bottom + 4, innerHeight - this.#menu.offsetHeight - 8)}px`;
    this.#menu.style.left = `${Math.max(8, right - this.#menu.offsetWidth)}px`;
    this.#menu.querySelector('button').focus();
  }

  #choose(run) {
    this.#menu.hidePopover();
    this.#more.focus();
    run();
  }

  #rename() {
    const input = element('input', { type: 'text', class: 'rename', 'aria-label': 'New title', maxlength: '200' });
    input.value = this.#conversation.title ?? '';
    let isDone = false;
    const finish = (isKept) => {
      if (isDone) return;
      isDone = true;
      const title = input.value.trim();
      input.replaceWith(this.#open);
      if (isKept && title && title !== this.#conversation.title) this.#actions.rename(this.#conversation.id, title);
      this.#open.focus();
    };
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) finish(true);
      if (event.key === 'Escape') finish(false);
    });
    input.addEventListener('blur', () => finish(true));
    this.#open.replaceWith(input);
    input.focus();
    input.select();
  }
}
