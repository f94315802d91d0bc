import { FeedStream } from '../api/feed-stream.js';

/**
 * What the agent does by itself. One tab of a browser holds the connection (a browser allows only a few to one host) and passes on
 * to the others what comes; when it is closed, the next one goes on. Fires `start` when it hears
 * from now on, `message`, `alert` and `pending_action` with the payload as `detail`, and `news` with a
 * message that this tab is the one to announce: of all tabs only one that is looked at does.
 */
export class Feed extends EventTarget {
  #api;
  #memory;
  #following = new AbortController();
  #last = 0;
  #unheard = [];
  #others;
  #onVisible = () => this.#announce();

  /** @param {BrowserMemory} memory */
  constructor(api, memory) {
    super();
    this.#api = api;
    this.#memory = memory;
    this.#others = memory.channel('feed');
    this.#others.onmessage = ({ data }) => this.#take(data);
  }

  async start() {
    document.addEventListener('visibilitychange', this.#onVisible);
    const { signal } = this.#following;
    try {
      await this.#memory.asOnly('feed', signal, () => this.#follow(signal));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#following.abort();
    this.#others.close();
  }

  async #follow(signal) {
    const stream = new FeedStream(this.#api, signal, this.#memory.feedPlace);
    for await (const item of stream.follow()) {
      this.#others.postMessage(item);
      this.#take(item);
    }
  }

  #take({ sequence, name, value }) {
    const isStart = name === 'feed';
    if (!isStart && sequence <= this.#last) return;
    this.#last = sequence;
    if (isStart) this.#start(sequence);
    else this.#pass(sequence, name, value);
  }

  #start(sequence) {
    this.#memory.startAt(sequence);
    this.dispatchEvent(new CustomEvent('start'));
  }

  #pass(sequence, name, value) {
    this.#memory.feedPlace = sequence;
    this.dispatchEvent(new CustomEvent(name, { detail: value }));
    if (name === 'message') this.#unheard.push({ sequence, value });
    this.#announce();
  }

  async #announce() {
    if (document.hidden) return;
    for (const { sequence, value } of this.#unheard.splice(0)) {
      if (await this.#memory.claimNews(sequence)) this.dispatchEvent(new CustomEvent('news', { detail: value }));
    }
  }
}
