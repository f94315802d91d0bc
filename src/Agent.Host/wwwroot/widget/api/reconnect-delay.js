const FIRST = 500;
const LONGEST = 15_000;

/** How long to wait before the next attempt: doubling, jittered, cut short when the browser is back online. */
export class ReconnectDelay {
  #attempt = 0;
  #first = FIRST;
  #hurry = () => {};

  get attempt() {
    return this.#attempt;
  }

  /** The server's own wish (`retry:`), in milliseconds. */
  startFrom(milliseconds) {
    this.#first = Math.min(Math.max(milliseconds, 100), LONGEST);
  }

  reset() {
    this.#attempt = 0;
  }

  /** Ends a wait that is under way. */
  hurry() {
    this.#hurry();
  }

  async wait(signal) {
    const longest = Math.min(this.#first * 2 ** this.#attempt, LONGEST);
    this.#attempt += 1;
    await this.#pause(longest * (0.5 + Math.random() / 2), signal);
    signal.throwIfAborted();
  }

  #pause(milliseconds, signal) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
      addEventListener('online', this.#hurry, { once: true });
      signal.addEventListener('abort', this.#hurry, { once: true });
    }).finally(() => {
      removeEventListener('online', this.#hurry);
      signal.removeEventListener('abort', this.#hurry);
    });
  }
}
