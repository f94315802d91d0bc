import { ConversationItem } from './conversation-item.js';
import { groupsOf } from './conversation-groups.js';
import { element, icon, iconButton } from './dom.js';

const SEARCH_PAUSE = 250;

/** The list of conversations: search, new, open, and per item rename, pin and delete. */
export class ConversationSidebar {
  #actions;
  #items = new Map();
  #timer = 0;
  #order = '';
  #search;
  #list = element('div', { class: 'conversations' });
  #state = element('p', { class: 'muted sidebar-state', hidden: true });
  #more;

  /** @param {{startNew, open, rename, pin, remove, search, loadMore, close}} actions */
  constructor(actions) {
    this.#actions = actions;
    this.#search = element('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search conversations', on: { input: () => this.#searchSoon() } });
    this.#more = element('button', { type: 'button', class: 'quiet-button more', text: 'Show more', hidden: true, on: { click: actions.loadMore } });
    this.node = element(
      'nav',
      { class: 'sidebar', 'aria-label': 'Conversations', id: 'sidebar' },
      element(
        'div',
        { class: 'sidebar-head' },
        element('button', { type: 'button', class: 'button new-chat', on: { click: actions.startNew } }, icon('compose'), 'New chat'),
        iconButton('close', 'Close the list', actions.close, { class: 'icon-button only-narrow' }),
      ),
      element('label', { class: 'search' }, icon('search'), this.#search),
      element('div', { class: 'sidebar-scroll' }, this.#list, this.#state, this.#more),
    );
  }

  focus() {
    this.#search.focus();
  }

  /** @param {(id: string) => boolean} isUnread */
  update(list, openId, isUnread) {
    for (const item of list.items) this.#item(item).update(item, item.id === openId, isUnread(item.id));
    for (const id of this.#items.keys()) if (!list.find(id)) this.#items.delete(id);
    this.#arrange(groupsOf(list.items, list.search));
    this.#state.textContent = stateText(list);
    this.#state.hidden = this.#state.textContent === '';
    this.#more.hidden = !list.next;
  }

  /** Nodes are moved only when the order is another one: a menu or a name being edited stays as it is. */
  #arrange(groups) {
    const order = JSON.stringify(groups.map(({ name, items }) => [name, items.map(({ id }) => id)]));
    if (order === this.#order) return;
    this.#order = order;
    const focused = this.node.getRootNode().activeElement;
    this.#list.replaceChildren(...groups.map((group) => this.#section(group)));
    if (this.#list.contains(focused)) focused.focus({ preventScroll: true });
  }

  #section({ name, items }) {
    return element('section', { 'aria-label': name }, element('h3', { text: name }), element('ul', {}, ...items.map((item) => this.#item(item).node)));
  }

  #item(item) {
    const view = this.#items.get(item.id) ?? new ConversationItem(item, this.#actions);
    this.#items.set(item.id, view);
    return view;
  }

  #searchSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#actions.search(this.#search.value.trim()), SEARCH_PAUSE);
  }
}

function stateText({ items, isLoading, search, problem }) {
  if (problem) return problem.message;
  if (items.length > 0) return '';
  if (isLoading) return 'Loading…';
  return search ? 'Nothing found.' : 'Your conversations will be listed here.';
}
