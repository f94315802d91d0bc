import { Http } from './http.js';

/** The HTTP API (v1) as functions. */
export class ChatApi {
  #http;

  /**
   * @param {URL} base address of the host, with a trailing slash
   * @param {() => (string|null|Promise<string|null>)} token gives the API key of each call, or null in local mode
   */
  constructor(base, token) {
    this.#http = new Http(base, token);
  }

  about(signal) {
    return this.#http.json('about', { signal });
  }

  conversations({ search = '', cursor = null, limit = 30 } = {}, signal) {
    const query = new URLSearchParams({ limit: String(limit) });
    if (search) query.set('search', search);
    if (cursor) query.set('cursor', cursor);
    return this.#http.json(`conversations?${query}`, { signal });
  }

  conversation(id, signal) {
    return this.#http.json(`conversations/${encodeURIComponent(id)}`, { signal });
  }

  messages(id, cursor, signal) {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    return this.#http.json(`conversations/${encodeURIComponent(id)}/messages${query}`, { signal });
  }

  changeConversation(id, changes) {
    return this.#http.json(`conversations/${encodeURIComponent(id)}`, { method: 'PATCH', body: changes });
  }

  async deleteConversation(id) {
    await this.#http.send(`conversations/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  /** @param {'up'|'down'|null} thumb null takes it back */
  rateTurn(id, thumb) {
    return this.#http.json(`turns/${encodeURIComponent(id)}/feedback`, { method: 'POST', body: { thumb } });
  }

  async cancelTurn(id) {
    await this.#http.send(`turns/${encodeURIComponent(id)}/cancel`, { method: 'POST' });
  }

  /**
   * Starts a turn; the response's body is its event stream. The same key again never starts a second turn.
   *
   * @param {{conversationId: ?string, message: ?string, call: ?{tool, arguments}, resume: ?{interrupt_id, payload}, idempotencyKey: string}} request
   */
  startTurn({ conversationId, message, call, resume, idempotencyKey }, signal) {
    const body = {
      ...(conversationId && { conversation_id: conversationId }),
      ...(resume ? { resume: [resume] } : { message }),
      ...(call && { call }),
    };
    const headers = { Accept: 'text/event-stream', 'Idempotency-Key': idempotencyKey };
    return this.#http.send('chat', { method: 'POST', body, headers, signal });
  }

  /** Answers the last turn's message again, as `startTurn` answers a message. */
  regenerateTurn(id, idempotencyKey, signal) {
    const headers = { Accept: 'text/event-stream', 'Idempotency-Key': idempotencyKey };
    return this.#http.send(`turns/${encodeURIComponent(id)}/regenerate`, { method: 'POST', headers, signal });
  }

  /** The events of a turn after `lastEventId` (all of them without it), also when it has ended. */
  turnEvents(id, lastEventId, signal) {
    const headers = { Accept: 'text/event-stream' };
    if (lastEventId) headers['Last-Event-ID'] = lastEventId;
    return this.#http.send(`turns/${encodeURIComponent(id)}/events`, { headers, signal });
  }

  /** Alerts and messages of the agent as they come; without `lastEventId` from now on. */
  feed(lastEventId, signal) {
    const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
    return this.#http.send('alerts/stream', { headers, signal });
  }

  /** The tools with the schemas of their arguments. */
  workflows(signal) {
    return this.#http.json('workflows', { signal });
  }

  /** Runs a tool without a conversation. */
  runWorkflow(tool, given, signal) {
    return this.#http.json(`workflows/${encodeURIComponent(tool)}`, { method: 'POST', body: given, signal });
  }

  pendingAction(id, signal) {
    return this.#http.json(`pending-actions/${encodeURIComponent(id)}`, { signal });
  }

  alert(id, signal) {
    return this.#http.json(`alerts/${encodeURIComponent(id)}`, { signal });
  }

  /** @param {'ack'|'snooze'|'resolve'|'reopen'} action */
  changeAlert(id, action, body = {}) {
    return this.#http.json(`alerts/${encodeURIComponent(id)}/${action}`, { method: 'POST', body });
  }

  hasKey() {
    return this.#http.hasKey();
  }

  /** Where a path of the server is, as seen from this page. */
  address(path) {
    return this.#http.address(path);
  }

  /** A file of this host, for callers whose key a plain link would not carry. */
  file(path) {
    return this.#http.file(path);
  }
}
