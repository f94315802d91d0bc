import { Problem } from './problem.js';

/** Asked for anew this long before it ends, so that no request is caught by it on the way. */
const MARGIN = 30_000;

/** The token that the page's own back end has made for whoever sits at it: `{token, expires_at}` of `POST /api/v1/widget-tokens`. */
export class PageToken {
  #address;
  #held = null;
  #ends = 0;

  constructor(address) {
    this.#address = address;
  }

  /** One request serves all who wait for it. */
  get() {
    if (!this.#held || Date.now() > this.#ends - MARGIN) {
      this.#ends = Infinity;
      this.#held = this.#fetch();
      this.#held.catch(() => (this.#held = null));
    }
    return this.#held;
  }

  async #fetch() {
    const response = await fetch(this.#address, { cache: 'no-store', credentials: 'include', headers: { Accept: 'application/json' } }).catch(() => null);
    const { token, expires_at: end } = (response?.ok && (await response.json().catch(() => null))) || {};
    if (!token) throw new Problem({ detail: 'This page could not sign you in to the chat. Reload it, or tell whoever looks after it.', code: 'page_token' });
    this.#ends = Date.parse(end) || Date.now() + 2 * MARGIN;
    return token;
  }
}
