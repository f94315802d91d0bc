import { Announcer } from './announcer.js';
import { Composer } from './composer.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { ConnectionBanner } from './connection-banner.js';
import { ConversationSidebar } from './conversation-sidebar.js';
import { element } from './dom.js';
import { Header } from './header.js';
import { Toast } from './toast.js';
import { Transcript } from './transcript.js';

/** Everything on screen, put together. It shows state and passes on what the person does; it decides nothing. */
export class Shell {
  #isSidebarOpen = false;
  #announcer = new Announcer();
  #dialog = new ConfirmDialog();
  #toast = new Toast();
  #header;
  #sidebar;
  #transcript;
  #connection;
  #backdrop;

  constructor(actions) {
    const closing = (action) => (...given) => {
      this.#toggleSidebar(false);
      return action(...given);
    };
    this.composer = new Composer(actions);
    this.#header = new Header({ toggleSidebar: () => this.#toggleSidebar(!this.#isSidebarOpen), startNew: actions.startNew });
    this.#sidebar = new ConversationSidebar({ ...actions, startNew: closing(actions.startNew), open: closing(actions.open), close: () => this.#toggleSidebar(false) });
    this.#transcript = new Transcript({ ...actions, announce: (text) => this.announce(text) });
    this.#connection = new ConnectionBanner(actions.reconnect);
    this.#backdrop = element('div', { class: 'backdrop', on: { click: () => this.#toggleSidebar(false) } });
    this.node = this.#assemble();
  }

  /** Something the person did worked, or did not: seen and heard. */
  announce(text, action = null) {
    this.#toast.show(text, action);
  }

  /** For screen readers only: what everybody else sees happening. */
  say(text) {
    this.#announcer.say(text);
  }

  confirm(title, text, yes) {
    return this.#dialog.ask(title, text, yes);
  }

  scrollToEnd() {
    this.#transcript.scrollToEnd();
  }

  update({ conversation, list, setting }) {
    const title = conversation.title || list.find(conversation.id)?.title || '';
    this.#header.update({ name: setting.title, title, isDemo: setting.isDemo });
    this.#transcript.update(conversation, setting);
    this.#connection.update(conversation.connection);
    this.composer.update(conversation.activeTurn);
  }

  updateList(list, openId, isUnread) {
    this.#sidebar.update(list, openId, isUnread);
  }

  #assemble() {
    const main = element('section', { class: 'main', 'aria-label': 'Chat' }, this.#header.node, this.#transcript.node, this.#connection.node, this.composer.node, this.#toast.node);
    const node = element('div', { class: 'shell', title: '' }, this.#sidebar.node, this.#backdrop, main, this.#announcer.node, this.#dialog.node);
    node.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#isSidebarOpen) this.#toggleSidebar(false);
    });
    return node;
  }

  #toggleSidebar(isOpen) {
    if (isOpen === this.#isSidebarOpen) return;
    this.#isSidebarOpen = isOpen;
    this.node.classList.toggle('sidebar-open', isOpen);
    this.#header.showSidebar(isOpen);
    if (isOpen) this.#sidebar.focus();
  }
}
