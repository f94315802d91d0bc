import { EventParser } from './event-parser.js';

/** Three missed heartbeats (one every 15 s): the connection is dead although nobody said so. */
const SILENCE = 45_000;

/**
 * The messages of one connection, until it ends. Ends quietly when the connection breaks; only an abort by us is thrown.
 *
 * @param {() => void} onAlive told whenever something arrives
 */
export async function* messagesOf(response, signal, onAlive = () => {}) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const parser = new EventParser();
  try {
    for (let chunk = await read(reader, signal); !chunk.done; chunk = await read(reader, signal)) {
      onAlive();
      yield* parser.push(chunk.value);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function read(reader, signal) {
  const death = new Death();
  try {
    return await Promise.race([reader.read(), death.promise]);
  } catch {
    signal.throwIfAborted();
    return { done: true };
  } finally {
    death.avert();
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
