import { Problem } from './problem.js';

/**
 * The HTTP API (v1) as functions. Replies are the server's JSON (snake_case); failures are `Problem`s,
 * an abort stays an `AbortError`.
 */
export class ChatApi {
  #base;
  #token;

  /**
   * @param {URL} base address of the host, with a trailing slash
   * @param {() => (string|null|Promise<string|null>)} token gives the API key of each call, or null in local mode
   */
  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  about(signal) {
    return this.#json('about', { signal });
  }

  conversations({ search = '', cursor = null, limit = 30 } = {}, signal) {
    const query = new URLSearchParams({ limit: String(limit) });
    if (search) query.set('search', search);
    if (cursor) query.set('cursor', cursor);
    return this.#json(`conversations?${query}`, { signal });
  }

  conversation(id, signal) {
    return this.#json(`conversations/${encodeURIComponent(id)}`, { signal });
  }

  messages(id, cursor, signal) {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    return this.#json(`conversations/${encodeURIComponent(id)}/messages${query}`, { signal });
  }

  changeConversation(id, changes) {
    return this.#json(`conversations/${encodeURIComponent(id)}`, { method: 'PATCH', body: changes });
  }

  async deleteConversation(id) {
    await this.#send(`conversations/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  async cancelTurn(id) {
    await this.#send(`turns/${encodeURIComponent(id)}/cancel`, { method: 'POST' });
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
    return this.#send('chat', { method: 'POST', body, headers, signal });
  }

  /** The events of a turn after `lastEventId` (all of them without it), also when it has ended. */
  turnEvents(id, lastEventId, signal) {
    const headers = { Accept: 'text/event-stream' };
    if (lastEventId) headers['Last-Event-ID'] = lastEventId;
    return this.#send(`turns/${encodeURIComponent(id)}/events`, { headers, signal });
  }

  /** Alerts and messages of the agent as they come; without `lastEventId` from now on. */
  feed(lastEventId, signal) {
    const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
    return this.#send('alerts/stream', { headers, signal });
  }

  /** The tools with the schemas of their arguments. */
  workflows(signal) {
    return this.#json('workflows', { signal });
  }

  /** Runs a tool without a conversation. */
  runWorkflow(tool, given, signal) {
    return this.#json(`workflows/${encodeURIComponent(tool)}`, { method: 'POST', body: given, signal });
  }

  pendingAction(id, signal) {
    return this.#json(`pending-actions/${encodeURIComponent(id)}`, { signal });
  }

  alert(id, signal) {
    return this.#json(`alerts/${encodeURIComponent(id)}`, { signal });
  }

  /** @param {'ack'|'snooze'|'resolve'|'reopen'} action */
  changeAlert(id, action, body = {}) {
    return this.#json(`alerts/${encodeURIComponent(id)}/${action}`, { method: 'POST', body });
  }

  async hasKey() {
    return Boolean(await this.#token());
  }

  /** Where a path of the server is, as seen from this page. */
  address(path) {
    return new URL(path.replace(/^\//, ''), this.#base).href;
  }

  /** A file of this host, for callers whose key a plain link would not carry. */
  async file(path) {
    const response = await this.#fetch(this.address(path), { headers: await this.#authorization() });
    if (!response.ok) throw await Problem.fromResponse(response);
    return response.blob();
  }

  async #json(path, request) {
    const response = await this.#send(path, request);
    return response.status === 204 ? null : response.json();
  }

  async #send(path, { method = 'GET', body, headers = {}, signal } = {}) {
    const response = await this.#fetch(new URL(`api/v1/${path}`, this.#base), {
      method,
      signal,
      cache: 'no-store',
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }), ...(await this.#authorization()), ...headers },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw await Problem.fromResponse(response);
    return response;
  }

  async #fetch(url, init) {
    try {
      return await fetch(url, init);
    } catch (error) {
      throw error.name === 'AbortError' ? error : Problem.unreachable();
    }
  }

  async #authorization() {
    const key = await this.#token();
    return key ? { Authorization: `Bearer ${key}` } : {};
  }
}
