/**
 * Things whose state goes on after they were shown (pending actions, alerts), by id: read once from the server, then kept up by
 * the feed. Fires `change`.
 */
export class LiveRecords extends EventTarget {
  #read;
  #records = new Map();
  #asked = new Set();

  /** @param {(id: string) => Promise<object>} read */
  constructor(read) {
    super();
    this.#read = read;
  }

  /** What is known now; at first what was shown, until the server has told. */
  of(id, shown) {
    if (!this.#asked.has(id)) this.refresh(id);
    return { ...shown, ...this.#records.get(id) };
  }

  /** The server is telling of it right now, and may not have it yet for who asks. */
  trust(id) {
    this.#asked.add(id);
  }

  learn(record) {
    this.#asked.add(record.id);
    this.#records.set(record.id, { ...this.#records.get(record.id), ...record });
    this.dispatchEvent(new Event('change'));
  }

  refreshAll() {
    for (const id of [...this.#asked]) this.refresh(id);
  }

  /**
   * A failure changes nothing: what is shown may be old, and acting on it is checked by the server. Neither does an answer that was
   * overtaken by news.
   */
  async refresh(id) {
    this.#asked.add(id);
    const before = this.#records.get(id);
    const record = await this.#read(id).catch(() => null);
    if (record && this.#records.get(id) === before) this.learn(record);
  }
}
