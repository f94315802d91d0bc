import { messagesOf } from './event-connection.js';
import { Problem } from './problem.js';
import { ReconnectDelay } from './reconnect-delay.js';

/** What happens for the person without a question of theirs, each once and in order, over as many connections as it takes. */
export class FeedStream {
  #api;
  #signal;
  #delay = new ReconnectDelay();
  #last;

  /**
   * @param {ChatApi} api
   * @param {AbortSignal} signal
   * @param {number|null} last sequence of what was seen before; null starts now
   */
  constructor(api, signal, last) {
    this.#api = api;
    this.#signal = signal;
    this.#last = last;
  }

  /**
   * Ends only when the server refuses to be followed. Yields `{sequence, name, value}`; the name `feed` says where the feed stands when
   * nothing was missed.
   */
  async *follow() {
    for (let after = null; ; after = this.#last) {
      const response = await this.#open(after);
      if (!response) return;
      for await (const message of messagesOf(response, this.#signal)) {
        if (message.retry !== null) this.#delay.startFrom(message.retry);
        if (message.data === null) continue;
        this.#delay.reset();
        const item = { sequence: Number(message.id), ...JSON.parse(message.data) };
        if (item.name === 'feed' && this.#isBehind(item.sequence)) break;
        if (item.name !== 'feed' && item.sequence <= this.#last) continue;
        this.#last = item.sequence;
        yield item;
      }
      this.#signal.throwIfAborted();
    }
  }

  /** Whether something was missed before this connection. A place beyond the end belongs to another database. */
  #isBehind(head) {
    return this.#last !== null && this.#last < head;
  }

  async #open(after) {
    for (;;) {
      try {
        return await this.#api.feed(after === null ? null : String(after), this.#signal);
      } catch (error) {
        this.#signal.throwIfAborted();
        const isPassing = error instanceof Problem && (error.isConnection || error.status === 429 || error.status >= 500);
        if (!isPassing) return null;
        await this.#delay.wait(this.#signal);
      }
    }
  }
}
