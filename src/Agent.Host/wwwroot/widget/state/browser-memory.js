/**
 * What all tabs of this browser share, per endpoint: how far the feed was seen and announced, and which conversations have something
 * unread. Fires `change` when the unread ones are others, also when another tab changed them.
 */
export class BrowserMemory extends EventTarget {
  #prefix;
  #unread;
  #onStorage = ({ key }) => {
    if (key !== `${this.#prefix}unread`) return;
    this.#unread = this.#readUnread();
    this.dispatchEvent(new Event('change'));
  };

  constructor(endpoint) {
    super();
    this.#prefix = `promptlab-chat:${endpoint}:`;
    this.#unread = this.#readUnread();
    addEventListener('storage', this.#onStorage);
  }

  /** Sequence of the last feed item; null before the first. */
  get feedPlace() {
    return this.#read('feed');
  }

  set feedPlace(sequence) {
    this.#write('feed', sequence);
  }

  /** Nothing before this place is news; what was remembered beyond it is of another database. */
  startAt(sequence) {
    this.feedPlace = sequence;
    if (this.#read('announced') > sequence) this.#write('announced', sequence);
  }

  /** True for the first tab that asks. */
  claimNews(sequence) {
    const claim = () => {
      if ((this.#read('announced') ?? 0) >= sequence) return false;
      this.#write('announced', sequence);
      return true;
    };
    return navigator.locks ? navigator.locks.request(`${this.#prefix}announced`, claim) : claim();
  }

  /** Runs work in one tab at a time; the others wait for their turn. Pages on plain HTTP have no locks: there every tab works. */
  asOnly(name, signal, work) {
    return navigator.locks ? navigator.locks.request(this.#prefix + name, { signal }, work) : work();
  }

  channel(name) {
    return new BroadcastChannel(this.#prefix + name);
  }

  isUnread(conversationId) {
    return this.#unread.has(conversationId);
  }

  markUnread(conversationId) {
    this.#unread.add(conversationId);
    this.#keepUnread();
  }

  markRead(conversationId) {
    if (this.#unread.delete(conversationId)) this.#keepUnread();
  }

  close() {
    removeEventListener('storage', this.#onStorage);
  }

  #keepUnread() {
    this.#write('unread', [...this.#unread]);
    this.dispatchEvent(new Event('change'));
  }

  #readUnread() {
    const ids = this.#read('unread');
    return new Set(Array.isArray(ids) ? ids : []);
  }

  #read(name) {
    try {
      return JSON.parse(localStorage.getItem(this.#prefix + name));
    } catch {
      return null;
    }
  }

  /** Storage may be full or forbidden; then nothing is remembered. */
  #write(name, value) {
    try {
      localStorage.setItem(this.#prefix + name, JSON.stringify(value));
    } catch {
      return;
    }
  }
}
