/**
 * Which page an address means, and how one gets from page to page: links, `go`, Back and Forward. A page may hold the person back
 * (unsaved text) until `mayLeave` says yes.
 */
export class Router {
  #routes;
  #show;
  #mayLeave;
  #place = 0;
  #isReturning = false;
  #address = '';

  /**
   * @param {{pattern, title, load}[]} routes
   * @param {(route: object|null, params: object, isFirst: boolean) => void} show
   * @param {() => boolean|Promise<boolean>} mayLeave
   */
  constructor(routes, show, mayLeave) {
    this.#routes = routes.map((route) => ({ ...route, match: matcherOf(route.pattern) }));
    this.#show = show;
    this.#mayLeave = mayLeave;
  }

  start() {
    this.#place = history.state?.place ?? 0;
    history.replaceState({ place: this.#place }, '');
    document.addEventListener('click', (event) => this.#click(event));
    addEventListener('popstate', (event) => this.#pop(event));
    this.#open(true);
  }

  /** Goes to a path of the lab; with `replace` Back leads to where one was before. */
  async go(path, { replace = false } = {}) {
    if (!(await this.#mayLeave())) return;
    if (replace) history.replaceState({ place: this.#place }, '', path);
    else history.pushState({ place: (this.#place += 1) }, '', path);
    this.#open(false);
  }

  /** The page stays as it is, only its address tells something else. */
  rename(path) {
    history.replaceState({ place: this.#place }, '', path);
    this.#address = location.pathname + location.search;
  }

  knows(path) {
    return this.#find(path) !== null;
  }

  #click(event) {
    const link = event.target.closest?.('a[href]');
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
    if (!link || !isPlain || link.target || link.hasAttribute('download')) return;
    const address = new URL(link.href);
    const isOfLab = address.origin === location.origin && /^\/lab(\/|$)/.test(address.pathname);
    if (!isOfLab || (address.hash && address.pathname + address.search === this.#address)) return;
    event.preventDefault();
    this.go(address.pathname + address.search);
  }

  async #pop(event) {
    const place = event.state?.place ?? 0;
    const steps = this.#place - place;
    if (this.#isReturning) {
      this.#isReturning = false;
      this.#place = place;
      return;
    }
    if (location.pathname + location.search === this.#address) return;
    if (await this.#mayLeave()) {
      this.#place = place;
      this.#open(false);
    } else if (steps !== 0) {
      this.#isReturning = true;
      history.go(steps);
    }
  }

  #open(isFirst) {
    this.#address = location.pathname + location.search;
    const found = this.#find(location.pathname);
    this.#show(found?.route ?? null, found?.params ?? {}, isFirst);
  }

  #find(path) {
    for (const route of this.#routes) {
      const params = route.match(path);
      if (params) return { route, params };
    }
    return null;
  }
}

/** `/lab/templates/:id` → a function that gives `{id}` for a path that fits, else null. */
export function matcherOf(pattern) {
  const names = [];
  const expression = pattern.replaceAll(/:(\w+)/g, (_, name) => {
    names.push(name);
    return '([^/]+)';
  });
  const fits = new RegExp(`^${expression}/?$`);
  return (path) => {
    const found = fits.exec(path);
    return found && Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1])]));
  };
}
