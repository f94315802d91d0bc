import { Problem } from '../api/problem.js';

/** The person's conversations, newest first, as far as they were loaded. Fires `change`. */
export class ConversationList extends EventTarget {
  #api;
  #loading = new AbortController();

  items = [];
  next = null;
  search = '';
  isLoading = false;
  problem = null;

  constructor(api) {
    super();
    this.#api = api;
  }

  find(id) {
    return this.items.find((item) => item.id === id) ?? null;
  }

  /** The first page again: after a turn, or for another search. */
  async refresh(search = this.search) {
    this.search = search;
    await this.#load(null, (page) => page.data);
  }

  async loadMore() {
    if (!this.next || this.isLoading) return;
    await this.#load(this.next, (page) => [...this.items, ...page.data.filter(({ id }) => !this.find(id))]);
  }

  async rename(id, title) {
    await this.#change(id, { title });
  }

  async pin(id, isPinned) {
    await this.#change(id, { is_pinned: isPinned });
    await this.refresh();
  }

  async remove(id) {
    await this.#api.deleteConversation(id);
    this.#show({ items: this.items.filter((item) => item.id !== id) });
  }

  async #change(id, changes) {
    await this.#api.changeConversation(id, changes);
    this.#show({ items: this.items.map((item) => (item.id === id ? { ...item, ...changes } : item)) });
  }

  async #load(cursor, itemsOf) {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#show({ isLoading: true });
    try {
      const page = await this.#api.conversations({ search: this.search, cursor }, signal);
      this.#show({ items: itemsOf(page), next: page.next ?? null, isLoading: false, problem: null });
    } catch (error) {
      if (signal.aborted) return;
      this.#show({ isLoading: false, problem: error instanceof Problem ? error : Problem.unreachable() });
    }
  }

  #show(changes) {
    Object.assign(this, changes);
    this.dispatchEvent(new Event('change'));
  }
}
