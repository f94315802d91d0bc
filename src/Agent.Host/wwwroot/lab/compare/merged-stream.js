import { messagesOf } from '../../widget/api/event-connection.js';

/**
 * The events of several executions, started together. They come in one response; when that breaks, each execution that has not ended
 * is followed by itself, from the event behind the last one that came.
 */
export class MergedStream {
  #api;
  #signal;
  #take;
  #seen = new Map();
  #ended = new Set();

  /** @param {(id: string, event: object) => void} take one event of one execution */
  constructor(api, signal, take) {
    this.#api = api;
    this.#signal = signal;
    this.#take = take;
  }

  /** @param {string[]} ids in the order of the runs */
  async follow(response, ids) {
    for await (const { id, data } of messagesOf(response, this.#signal)) if (data !== null) this.#hand(id, JSON.parse(data));
    await Promise.all(ids.filter((id) => !this.#ended.has(id)).map((id) => this.followOne(id)));
  }

  async followOne(id) {
    const opening = this.#api.events('executions', id, this.#seen.has(id) ? `${id}.${this.#seen.get(id)}` : null, this.#signal);
    for await (const event of this.#api.follow('executions', opening, this.#signal)) this.#take(id, event);
  }

  #hand(eventId, event) {
    const dot = eventId.lastIndexOf('.');
    const id = eventId.slice(0, dot);
    this.#seen.set(id, eventId.slice(dot + 1));
    if (event.type === 'RUN_FINISHED' || event.type === 'RUN_ERROR') this.#ended.add(id);
    this.#take(id, event);
  }
}
