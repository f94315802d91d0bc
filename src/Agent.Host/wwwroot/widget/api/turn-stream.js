import { EventParser } from './event-parser.js';
import { Problem } from './problem.js';
import { ReconnectDelay } from './reconnect-delay.js';

/** Three missed heartbeats (one every 15 s): the connection is dead although nobody said so. */
const SILENCE = 45_000;
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

  /** Ends quietly when the connection breaks; only an abort by us is thrown. */
  async *#events(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new EventParser();
    try {
      for (let chunk = await this.#read(reader); !chunk.done; chunk = await this.#read(reader)) {
        this.#onConnection({ lost: false, attempt: 0 });
        yield* this.#fresh(parser.push(chunk.value));
      }
    } finally {
      reader.cancel().catch(() => {});
    }
  }

  async #read(reader) {
    const death = new Death();
    try {
      return await Promise.race([reader.read(), death.promise]);
    } catch {
      this.#signal.throwIfAborted();
      return { done: true };
    } finally {
      death.avert();
    }
  }

  *#fresh(messages) {
    for (const { id, data, retry } of messages) {
      if (retry !== null) this.#delay.startFrom(retry);
      if (data === null || this.#isSeen(id)) continue;
      this.#delay.reset();
      this.#lastEventId = id || this.#lastEventId;
      this.turnId ??= id ? id.slice(0, id.lastIndexOf('.')) : null;
      yield JSON.parse(data);
    }
  }

  #isSeen(id) {
    return Boolean(id && this.#lastEventId) && sequence(id) <= sequence(this.#lastEventId);
  }
}

/** The end of a connection that nobody announced: silence for too long, or a browser that went offline. */
class Death {
  #die;
  #timer;

  promise = new Promise((resolve) => {
    this.#die = () => resolve({ done: true });
    this.#timer = setTimeout(this.#die, SILENCE);
    addEventListener('offline', this.#die);
  });

  avert() {
    clearTimeout(this.#timer);
    removeEventListener('offline', this.#die);
  }
}

const sequence = (id) => Number(id.slice(id.lastIndexOf('.') + 1));
