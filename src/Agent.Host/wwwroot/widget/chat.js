import { ChatApi } from './api/chat-api.js';
import { ConversationList } from './state/conversation-list.js';
import { OpenConversation } from './state/open-conversation.js';
import { TabMemory } from './state/tab-memory.js';
import { textOf } from './state/turn.js';
import { Shell } from './view/shell.js';

/** Binds the server, the state and the screen together for one element. */
export class Chat {
  #memory;
  #conversation;
  #list;
  #about = null;
  #settings;
  #isScheduled = false;
  #onConversation;

  /**
   * @param {{endpoint: URL, token: () => (string|null|Promise<string|null>)}} connection
   * @param {{title: string|null, prompts: string[]|null}} settings
   * @param {(id: string|null) => void} onConversation told when another conversation is open
   */
  constructor({ endpoint, token }, settings, onConversation) {
    const api = new ChatApi(endpoint, token);
    this.#settings = settings;
    this.#onConversation = onConversation;
    this.#memory = new TabMemory(endpoint.href);
    this.#conversation = new OpenConversation(api);
    this.#list = new ConversationList(api);
    this.shell = new Shell(this.#actions());
    this.#listen();
    this.#loadAbout(api);
  }

  get conversationId() {
    return this.#conversation.id;
  }

  /** Where the person left off, unless the page names a conversation. */
  start(conversationId) {
    this.#list.refresh();
    this.open(conversationId ?? this.#memory.conversation);
  }

  open(id) {
    if (id) this.#conversation.open(id);
    else this.#conversation.startNew();
  }

  send(message) {
    this.shell.scrollToEnd();
    this.#conversation.send(message);
  }

  configure(settings) {
    this.#settings = settings;
    this.#schedule();
  }

  focus() {
    this.shell.composer.focus();
  }

  close() {
    this.#conversation.close();
  }

  #actions() {
    const sendAndType = (message) => {
      this.send(message);
      this.focus();
    };
    return {
      submit: (message) => this.send(message),
      send: sendAndType,
      stop: () => this.#conversation.stop(),
      retry: (turn) => {
        this.#conversation.retry(turn);
        this.focus();
      },
      draft: (text) => this.#memory.keepDraft(this.conversationId, text),
      loadEarlier: () => this.#conversation.loadEarlier(),
      reconnect: () => this.#conversation.reconnectNow(),
      startNew: () => {
        this.open(null);
        this.focus();
      },
      open: (id) => {
        this.open(id);
        this.focus();
      },
      search: (text) => this.#list.refresh(text),
      loadMore: () => this.#list.loadMore(),
      rename: (id, title) => this.#attempt(() => this.#rename(id, title)),
      pin: (id, isPinned) => this.#attempt(() => this.#list.pin(id, isPinned)),
      remove: (conversation) => this.#attempt(() => this.#remove(conversation)),
    };
  }

  #listen() {
    this.#conversation.addEventListener('change', () => this.#schedule());
    this.#conversation.addEventListener('opened', () => this.#opened());
    this.#conversation.addEventListener('identified', () => this.#identified());
    this.#conversation.addEventListener('settled', () => this.#settled());
    this.#conversation.addEventListener('unsent', ({ detail }) => this.#takeBack(detail));
    this.#list.addEventListener('change', () => this.#schedule());
  }

  async #loadAbout(api) {
    this.#about = await api.about().catch(() => null);
    this.#schedule();
  }

  async #rename(id, title) {
    await this.#list.rename(id, title);
    if (id === this.conversationId) this.#conversation.rename(title);
  }

  async #remove({ id, title }) {
    const isSure = await this.shell.confirm('Delete this conversation?', title ? `“${title}” and its answers will be gone from your list.` : '', 'Delete');
    if (!isSure) return;
    await this.#list.remove(id);
    this.shell.announce('Conversation deleted.');
    if (id === this.conversationId) this.open(null);
  }

  async #attempt(change) {
    try {
      await change();
    } catch (error) {
      this.shell.announce(error.message);
    }
  }

  #opened() {
    this.shell.composer.text = this.#memory.draft(this.conversationId);
    this.shell.scrollToEnd();
    this.#remember();
  }

  /** What was typed meanwhile belongs to the conversation that has a name now. */
  #identified() {
    this.#memory.keepDraft(null, '');
    this.#memory.keepDraft(this.conversationId, this.shell.composer.text);
    this.#list.refresh();
    this.#remember();
  }

  #remember() {
    this.#memory.conversation = this.conversationId;
    this.#onConversation(this.conversationId);
  }

  #settled() {
    const turn = this.#conversation.turns.at(-1);
    if (turn) this.shell.say(spokenEnd(turn));
    this.#list.refresh();
  }

  #takeBack({ message, problem }) {
    this.shell.composer.text = message;
    this.shell.announce(problem.message);
  }

  #schedule() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const run = () => this.#render();
    if (document.hidden) setTimeout(run, 100);
    else requestAnimationFrame(run);
  }

  #render() {
    this.#isScheduled = false;
    this.shell.update({ conversation: this.#conversation, list: this.#list, setting: this.#setting() });
    this.shell.updateList(this.#list, this.conversationId);
  }

  #setting() {
    const { title, prompts } = this.#settings;
    return {
      title: title ?? this.#about?.name ?? 'PromptLab',
      prompts: prompts ?? this.#about?.examples ?? [],
      isDemo: this.#about?.data_source === 'demo' || this.#conversation.turns.some(({ isDemo }) => isDemo),
    };
  }
}

function spokenEnd(turn) {
  if (turn.phase === 'failed') return turn.error.message;
  if (turn.phase === 'cancelled') return 'Stopped.';
  return `Answer: ${textOf(turn).replaceAll(/[*_`#|]+|:?-{3,}:?/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 600)}`;
}
