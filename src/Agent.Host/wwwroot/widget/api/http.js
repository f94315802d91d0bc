import { Problem } from './problem.js';

/** Calls to the HTTP API (v1). Replies are the server's JSON (snake_case); failures are `Problem`s, an abort stays an `AbortError`. */
export class Http {
  #base;
  #token;

  /**
   * @param {URL} base address of the host, with a trailing slash
   * @param {(refused?: string) => (string|null|Promise<string|null>)} token gives the API key of each call, or null in local mode; told
   *   which one was refused it may give another
   */
  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  async json(path, request) {
    const response = await this.send(path, request);
    return response.status === 204 ? null : response.json();
  }

  /** @param {{method?, body?, headers?, signal?}} request a body that is no text is sent as JSON */
  async send(path, { method = 'GET', body, headers = {}, signal } = {}) {
    const isText = typeof body === 'string';
    return this.#signed(new URL(`api/v1/${path}`, this.#base), {
      method,
      signal,
      cache: 'no-store',
      headers: { Accept: 'application/json', ...(body && !isText && { 'Content-Type': 'application/json' }), ...headers },
      body: isText ? body : body && JSON.stringify(body),
    });
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
    return (await this.#signed(this.address(path), { headers: {} })).blob();
  }

  /** A token may have ended before its time; then one more is asked for, once. */
  async #signed(url, init) {
    const key = await this.#token();
    let response = await this.#fetch(url, withKey(init, key));
    const other = response.status === 401 && key ? await this.#token(key) : key;
    if (other !== key) response = await this.#fetch(url, withKey(init, other));
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
}

const withKey = (init, key) => (key ? { ...init, headers: { Authorization: `Bearer ${key}`, ...init.headers } } : init);
