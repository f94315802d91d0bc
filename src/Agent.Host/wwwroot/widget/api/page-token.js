import { Problem } from './problem.js';

/** Asked for anew this long before it ends, so that no request is caught by it on the way. */
const MARGIN = 30_000;

/** The token that the page's own back end has made for whoever sits at it: `{token, expires_in, expires_at}` of `POST /api/v1/widget-tokens`. */
export class PageToken {
  #address;
  #held = null;
  #token = null;
  #ends = 0;

  constructor(address) {
    this.#address = address;
  }

  /**
   * One request serves all who wait for it.
   *
   * @param {string} [refused] a token that the service does not take any more, whatever its time
   */
  get(refused) {
    const isRefused = refused !== undefined && refused === this.#token;
    if (!this.#held || isRefused || Date.now() > this.#ends - MARGIN) {
      this.#ends = Infinity;
      this.#token = null;
      this.#held = this.#fetch();
      this.#held.catch(() => (this.#held = null));
    }
    return this.#held;
  }

  async #fetch() {
    const response = await fetch(this.#address, { cache: 'no-store', credentials: 'include', headers: { Accept: 'application/json' } }).catch(() => null);
    const { token, ...rest } = (response?.ok && (await response.json().catch(() => null))) || {};
    if (!token) throw new Problem({ detail: 'This page could not sign you in to the chat. Reload it, or tell whoever looks after it.', code: 'page_token' });
    this.#ends = Date.now() + lifetime(rest, response.headers.get('Date'));
    this.#token = token;
    return token;
  }
}

/**
 * How long it holds from now on. The clock of this machine may be wrong; that of the back end, which says when it answered, also knows
 * how old a token is that was kept there for a while.
 */
function lifetime({ expires_in: seconds, expires_at: end }, answeredAt) {
  const left = Date.parse(end) - Date.parse(answeredAt);
  return Number.isFinite(left) ? left : seconds > 0 ? seconds * 1000 : Date.parse(end) - Date.now() || 2 * MARGIN;
}
