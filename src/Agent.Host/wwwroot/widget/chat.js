import { ChatApi } from './api/chat-api.js';
import { saveFile } from './api/downloads.js';
import { AgentNews } from './state/agent-news.js';
import { ConversationList } from './state/conversation-list.js';
import { LiveCards } from './state/live-cards.js';
import { OpenConversation } from './state/open-conversation.js';
import { Service } from './state/service.js';
import { TabMemory } from './state/tab-memory.js';
import { ToolCatalogue } from './state/tool-catalogue.js';
import { firstLine } from './text/plain-text.js';
import { spokenEnd } from './text/spoken.js';
import { Shell } from './view/shell.js';

/** Binds the server, the state and the screen together for one element. */
export class Chat {
  #api;
  #memory;
  #news;
  #tools;
  #cards;
  #conversation;
  #list;
  #service;
  #settings;
  #isScheduled = false;
  #onConversation;
  #onVisible = () => {
    if (!document.hidden) this.#news.markRead(this.conversationId);
  };

  /**
   * @param {{endpoint: URL, token: () => (string|null|Promise<string|null>)}} connection
   * @param {{title: string|null, prompts: string[]|null}} settings
   * @param {(id: string|null) => void} onConversation told when another conversation is open
   */
  constructor({ endpoint, token }, settings, onConversation) {
    const api = (this.#api = new ChatApi(endpoint, token));
    this.#settings = settings;
    this.#onConversation = onConversation;
    this.#memory = new TabMemory(endpoint.href);
    this.#service = new Service(api);
    this.#news = new AgentNews(api, endpoint.href);
    this.#tools = new ToolCatalogue(api);
    this.#cards = new LiveCards(api, (action) => this.#act(action));
    this.#conversation = new OpenConversation(api);
    this.#list = new ConversationList(api);
    this.shell = new Shell(this.#actions());
    this.#listen();
    this.#service.load();
    this.#tools.load();
  }

  get conversationId() {
    return this.#conversation.id;
  }

  /** Where the person left off, unless the page names a conversation. */
  start(conversationId) {
    this.#list.refresh();
    this.open(conversationId ?? this.#memory.conversation);
    this.#news.start();
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
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#news.stop();
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
      call: (call, question) => this.#act({ question, call }),
      decide: (id, isConfirmed) => this.#cards.decide(id, isConfirmed),
      regenerate: (turn) => this.#attempt(() => this.#conversation.regenerate(turn)),
      rate: (id, thumb) => this.#api.rateTurn(id, thumb),
      changeAlert: (id, action, body) => this.#cards.changeAlert(id, action, body),
      address: (path) => this.#api.address(path),
      saveFile: (path, name) => saveFile(this.#api, path, name),
      runWorkflow: (tool, given, signal) => this.#api.runWorkflow(tool, given, signal),
      pending: this.#cards.pending,
      alerts: this.#cards.alerts,
      now: () => this.#service.now(),
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
      save: ({ id }, format, ending) => this.#attempt(() => saveFile(this.#api, `/api/v1/conversations/${id}/export?format=${format}`, `conversation-${id}.${ending}`)),
      remove: (conversation) => this.#attempt(() => this.#remove(conversation)),
    };
  }

  #listen() {
    this.#conversation.addEventListener('change', () => this.#schedule());
    this.#conversation.addEventListener('opened', () => this.#opened());
    this.#conversation.addEventListener('identified', () => this.#identified());
    this.#conversation.addEventListener('settled', () => this.#settled());
    this.#conversation.addEventListener('unsent', ({ detail }) => this.#takeBack(detail));
    this.#conversation.addEventListener('kept', ({ detail }) => this.shell.announce(`${detail} The earlier answer is kept.`));
    for (const source of [this.#service, this.#list, this.#tools, this.#cards.pending, this.#cards.alerts, this.#news]) source.addEventListener('change', () => this.#schedule());
    this.#news.addEventListener('start', () => this.#cards.refresh());
    this.#news.addEventListener('message', ({ detail }) => this.#receive(detail));
    this.#news.addEventListener('news', ({ detail }) => this.#announceNews(detail));
    this.#news.addEventListener('alert', ({ detail }) => this.#cards.alerts.learn(detail));
    this.#news.addEventListener('pending_action', ({ detail }) => this.#learnDecision(detail));
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  /** The agent wrote by itself. */
  #receive({ conversation_id: id }) {
    if (id === this.conversationId) this.#conversation.refresh();
    if (id !== this.conversationId || document.hidden) this.#news.markUnread(id);
    this.#list.refresh();
  }

  #announceNews({ conversation_id: id, title, text }) {
    if (id === this.conversationId) this.shell.say(`New message: ${firstLine(text)}`);
    else this.shell.announce([title, firstLine(text)].filter(Boolean).join(': '), { label: 'Open', run: () => this.open(id) });
  }

  #learnDecision(action) {
    this.#cards.pending.learn(action);
    if (action.conversation_id === this.conversationId) this.#conversation.refresh();
  }

  async #act(action) {
    await this.#conversation.act(action);
    this.shell.scrollToEnd();
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
    this.#news.markRead(this.conversationId);
    this.#memory.conversation = this.conversationId;
    this.#onConversation(this.conversationId);
  }

  #settled() {
    const turn = this.#conversation.turns.at(-1);
    if (turn) this.shell.say(spokenEnd(turn));
    if (turn?.resume) this.#cards.pending.refresh(turn.resume.interrupt_id);
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
    this.shell.updateList(this.#list, this.conversationId, (id) => this.#news.isUnread(id));
  }

  #setting() {
    const { title, prompts } = this.#settings;
    return {
      title: title ?? this.#service.name,
      prompts: prompts ?? this.#service.examples,
      tools: this.#tools.schemas,
      isDemo: this.#service.isDemo || this.#conversation.turns.some(({ isDemo }) => isDemo),
    };
  }
}
