import { Http } from '../../widget/api/http.js';
import { TurnStream } from '../../widget/api/turn-stream.js';

/**
 * The HTTP API for the pages. `path` is below `/api/v1/`; an entry of `query` that is null, undefined, false or '' is left out.
 * Failures are `Problem`s (`problem.details` is the whole problem document). Fires `signed-out` when a key is missing or not accepted.
 */
export class LabApi extends EventTarget {
  #http;

  constructor(base, token) {
    super();
    this.#http = new Http(base, token);
  }

  get(path, query = {}, signal = undefined) {
    return this.#json(withQuery(path, query), { signal });
  }

  post(path, body = undefined, signal = undefined) {
    return this.#json(path, { method: 'POST', body, signal });
  }

  patch(path, body) {
    return this.#json(path, { method: 'PATCH', body });
  }

  put(path, body) {
    return this.#json(path, { method: 'PUT', body });
  }

  delete(path, query = {}) {
    return this.#json(withQuery(path, query), { method: 'DELETE' });
  }

  /** Sends a text as a file of that type. */
  upload(path, type, text) {
    return this.#json(path, { method: 'POST', body: text, headers: { 'Content-Type': type } });
  }

  /** A file of the server, with the key. */
  file(path) {
    return this.#http.file(`api/v1/${path}`);
  }

  /** Opens an event stream; the response's headers tell the id. */
  open(path, body, signal) {
    return this.#guarded(this.#http.send(path, { method: 'POST', body, signal, headers: { Accept: 'text/event-stream' } }));
  }

  /** The events of a run of this kind (`executions`, `runs`, `evaluations`) after `lastEventId`, also when it has ended. */
  events(kind, id, lastEventId, signal) {
    const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
    return this.#guarded(this.#http.send(`${kind}/${encodeURIComponent(id)}/events`, { headers, signal }));
  }

  /**
   * The events of one run, each once and in order, over as many connections as it takes.
   *
   * @param {'executions'|'runs'|'evaluations'} kind
   * @param {Promise<Response>} opening of `open` or `events`
   * @param {(state: {lost: boolean, attempt: number}) => void} onConnection
   */
  follow(kind, opening, signal, onConnection = () => {}) {
    const source = { turnEvents: (id, last, stop) => this.events(kind, id, last, stop) };
    return new TurnStream(source, signal, onConnection).follow(opening);
  }

  #json(path, request) {
    return this.#guarded(this.#http.json(path, request));
  }

  async #guarded(call) {
    try {
      return await call;
    } catch (error) {
      if (error.status === 401) this.dispatchEvent(new Event('signed-out'));
      throw error;
    }
  }
}

export function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
