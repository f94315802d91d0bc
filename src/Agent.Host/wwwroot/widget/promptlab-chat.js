import { PageToken } from './api/page-token.js';
import { Chat } from './chat.js';

const STYLES = ['theme', 'layout', 'sidebar', 'transcript', 'answer', 'markdown', 'table', 'cards', 'parameters', 'composer'];

/**
 * `<promptlab-chat>`: the agent's chat on any page.
 *
 *     <script type="module" src="https://host/widget/promptlab-chat.js"></script>
 *     <promptlab-chat theme="auto" title="Affiliate desk"></promptlab-chat>
 *
 * Attributes: `endpoint` (the host; default: where this script came from), `theme` (`light` | `dark` | `auto`), `title`,
 * `start-prompts` (one question per line, or a JSON array; default: the host's examples), `conversation` (id to open),
 * `token-url` (where the page's own back end gives `{token, expires_in, expires_at}`, for pages of other sites), `api-key`, `autofocus`.
 * Properties: `tokenProvider` (a function that gives the key or token for each call; told which one was refused it may give another), `conversationId`.
 * Event: `conversation-change` with `detail.id`. Slot: `header-end`. Height and width are the page's business.
 */
class PromptLabChat extends HTMLElement {
  static observedAttributes = ['endpoint', 'token-url', 'theme', 'title', 'start-prompts', 'conversation'];

  #root = this.attachShadow({ mode: 'open' });
  #chat = null;
  #pageToken = null;

  /** @type {null | (() => string | null | Promise<string | null>)} */
  tokenProvider = null;

  get conversationId() {
    return this.#chat?.conversationId ?? null;
  }

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#chat?.close();
    this.#chat = null;
    this.#root.replaceChildren();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#chat || before === after) return;
    if (name === 'endpoint' || name === 'token-url') this.#restart();
    else if (name === 'conversation') this.#openNamed(after);
    else this.#configure();
  }

  /** Asks as if the person had typed it. */
  send(message) {
    this.#chat?.send(message);
  }

  focus() {
    this.#chat?.focus();
  }

  #restart() {
    this.disconnectedCallback();
    this.#start();
  }

  async #start() {
    const tokens = this.getAttribute('token-url');
    this.#pageToken = tokens && new PageToken(new URL(tokens, document.baseURI));
    const chat = new Chat({ endpoint: this.#endpoint(), token: (refused) => this.#token(refused) }, this.#settings(), (id) => this.#announceConversation(id));
    this.#chat = chat;
    this.#configure();
    await this.#show(chat.shell.node);
    if (this.#chat !== chat) return;
    chat.start(this.getAttribute('conversation'));
    if (this.hasAttribute('autofocus') && matchMedia('(hover: hover)').matches) chat.focus();
  }

  /** Nothing is seen before its styles are there. */
  #show(node) {
    node.hidden = true;
    const sheets = STYLES.map((name) => styleSheet(new URL(`styles/${name}.css`, import.meta.url)));
    this.#root.replaceChildren(...sheets.map(({ link }) => link), node);
    return Promise.all(sheets.map(({ loaded }) => loaded)).then(() => {
      node.hidden = false;
    });
  }

  #configure() {
    this.#chat.configure(this.#settings());
    this.#chat.shell.node.dataset.theme = this.getAttribute('theme') ?? 'auto';
  }

  #openNamed(id) {
    if ((id || null) !== this.#chat.conversationId) this.#chat.open(id);
  }

  #settings() {
    return { title: this.getAttribute('title') || null, prompts: promptsOf(this.getAttribute('start-prompts')) };
  }

  #endpoint() {
    const given = this.getAttribute('endpoint');
    const base = new URL(given || '../', given ? document.baseURI : import.meta.url);
    return base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
  }

  #token(refused) {
    if (this.tokenProvider) return this.tokenProvider(refused);
    return this.#pageToken ? this.#pageToken.get(refused) : this.getAttribute('api-key');
  }

  #announceConversation(id) {
    this.dispatchEvent(new CustomEvent('conversation-change', { detail: { id }, bubbles: true, composed: true }));
  }
}

function styleSheet(address) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address.href });
  const loaded = new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
  return { link, loaded };
}

function promptsOf(attribute) {
  if (attribute === null) return null;
  if (attribute.trim().startsWith('[')) {
    try {
      return JSON.parse(attribute).map(String);
    } catch {
      return [];
    }
  }
  return attribute.split('\n').map((line) => line.trim()).filter(Boolean);
}

customElements.define('promptlab-chat', PromptLabChat);
