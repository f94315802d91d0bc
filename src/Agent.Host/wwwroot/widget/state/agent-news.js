import { BrowserMemory } from './browser-memory.js';
import { Feed } from './feed.js';

/**
 * What the agent does by itself, and which conversations hold something unread of it. Passes on the events of the feed (`message`,
 * `alert`, `pending_action`, `news`); fires `change` when the unread conversations are others.
 */
export class AgentNews extends EventTarget {
  #memory;
  #feed;

  constructor(api, endpoint) {
    super();
    this.#memory = new BrowserMemory(endpoint);
    this.#feed = new Feed(api, this.#memory);
    for (const name of ['start', 'message', 'alert', 'pending_action', 'news']) {
      this.#feed.addEventListener(name, ({ detail }) => this.dispatchEvent(new CustomEvent(name, { detail })));
    }
    this.#memory.addEventListener('change', () => this.dispatchEvent(new Event('change')));
  }

  start() {
    this.#feed.start();
  }

  stop() {
    this.#feed.stop();
    this.#memory.close();
  }

  isUnread(conversationId) {
    return this.#memory.isUnread(conversationId);
  }

  markUnread(conversationId) {
    this.#memory.markUnread(conversationId);
  }

  markRead(conversationId) {
    this.#memory.markRead(conversationId);
  }
}
