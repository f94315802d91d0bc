/** What this browser tab remembers over a reload: the open conversation and unsent drafts, per endpoint. */
export class TabMemory {
  #prefix;

  constructor(endpoint) {
    this.#prefix = `promptlab-chat:${endpoint}:`;
  }

  get conversation() {
    return this.#read('conversation');
  }

  set conversation(id) {
    this.#write('conversation', id);
  }

  draft(conversationId) {
    return this.#read(`draft:${conversationId ?? 'new'}`) ?? '';
  }

  keepDraft(conversationId, text) {
    this.#write(`draft:${conversationId ?? 'new'}`, text || null);
  }

  #read(name) {
    try {
      return sessionStorage.getItem(this.#prefix + name);
    } catch {
      return null;
    }
  }

  /** Storage may be full or forbidden; then nothing is remembered. */
  #write(name, value) {
    try {
      if (value === null) sessionStorage.removeItem(this.#prefix + name);
      else sessionStorage.setItem(this.#prefix + name, value);
    } catch {
      return;
    }
  }
}
