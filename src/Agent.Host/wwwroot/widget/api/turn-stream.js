import { messagesOf } from './event-connection.js';
import { Problem } from './problem.js';
import { ReconnectDelay } from './reconnect-delay.js';

const FRUITLESS_ATTEMPTS = 6;
const LAST_EVENTS = new Set(['RUN_FINISHED', 'RUN_ERROR']);

/**
 * The events of one turn, each once and in order, over as many connections as it takes. Ends with the turn's last event;
 * throws a `Problem` when the turn cannot be followed any more.
 */
export class TurnStream {
  #api;
  #signal;
  #onConnection;
  #delay = new ReconnectDelay();
  #lastEventId = null;

  /**
   * @param {ChatApi} api
   * @param {AbortSignal} signal stops following; the turn itself goes on
   * @param {(state: {lost: boolean, attempt: number}) => void} onConnection
   */
  constructor(api, signal, onConnection) {
    this.#api = api;
    this.#signal = signal;
    this.#onConnection = onConnection;
  }

  /** The turn whose events these are; known from the first event, or set by who re-attaches. */
  turnId = null;

  reconnectNow() {
    this.#delay.hurry();
  }

  /** @param {Promise<Response>} opening the first connection */
  async *follow(opening) {
    let response = await opening;
    this.turnId ??= response.headers.get('X-Turn-Id');
    for (let fruitless = 0; fruitless < FRUITLESS_ATTEMPTS; fruitless += 1) {
      for await (const event of this.#events(response)) {
        fruitless = 0;
        yield event;
        if (LAST_EVENTS.has(event.type)) return;
      }
      response = await this.#reopen();
    }
    throw new Problem({ detail: 'The answer stopped before it was complete.', code: 'interrupted' });
  }

  async #reopen() {
    if (!this.turnId) throw Problem.unreachable();
    for (;;) {
      this.#onConnection({ lost: true, attempt: this.#delay.attempt + 1 });
      await this.#delay.wait(this.#signal);
      try {
        return await this.#api.turnEvents(this.turnId, this.#lastEventId, this.#signal);
      } catch (error) {
        const isPassing = error instanceof Problem && (error.isConnection || error.status === 429 || error.status >= 500);
        if (!isPassing) throw error;
      }
    }
  }

  async *#events(response) {
    const onAlive = () => this.#onConnection({ lost: false, attempt: 0 });
    for await (const message of messagesOf(response, this.#signal, onAlive)) yield* this.#fresh(message);
  }

  *#fresh({ id, data, retry }) {
    if (retry !== null) this.#delay.startFrom(retry);
    if (data === null || this.#isSeen(id)) return;
    this.#delay.reset();
    this.#lastEventId = id || this.#lastEventId;
    this.turnId ??= id ? id.slice(0, id.lastIndexOf('.')) : null;
    yield JSON.parse(data);
  }

  #isSeen(id) {
    return Boolean(id && this.#lastEventId) && sequence(id) <= sequence(this.#lastEventId);
  }
}

const sequence = (id) => Number(id.slice(id.lastIndexOf('.') + 1));
