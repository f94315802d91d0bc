import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { pageHead } from '../parts/page-head.js';
import { failure } from '../parts/states.js';

/**
 * One visit of one page: what the page is given as `lab`. Everything that it started ends with it.
 *
 * `api`, `go(path, {replace})`, `toast(text, action)`, `announce(text)`, `confirm(title, text, yes)`, `title(text)`, `user()`, `signal`;
 * `query` holds the address's query, `setQuery({name: value})` changes it without another visit; `guard(() => text|null)` holds the
 * person back while it gives a text that says what would be lost; `cleanup(run)` is run at the end.
 */
export class Visit {
  #lab;
  #stop = new AbortController();
  #guard = null;
  #cleanups = [];

  node = element('div', { class: 'page' });
  query = new URLSearchParams(location.search);

  constructor(lab) {
    this.#lab = lab;
  }

  get api() {
    return this.#lab.api;
  }

  get signal() {
    return this.#stop.signal;
  }

  /** Who one is, as `owner` of a template has it. */
  user() {
    return this.#lab.user();
  }

  go(path, options) {
    return this.#lab.go(path, options);
  }

  toast(text, action) {
    this.#lab.toast(text, action);
  }

  announce(text) {
    this.#lab.announce(text);
  }

  confirm(title, text, yes) {
    return this.#lab.confirm(title, text, yes);
  }

  title(text) {
    if (!this.signal.aborted) this.#lab.title(text);
  }

  setQuery(values) {
    if (this.signal.aborted) return;
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === undefined || value === '' || value === false) this.query.delete(name);
      else this.query.set(name, String(value));
    }
    const query = this.query.toString().replaceAll('%2C', ',');
    this.#lab.rename(location.pathname + (query && `?${query}`));
  }

  guard(unsaved) {
    this.#guard = unsaved;
  }

  unsaved() {
    return this.#guard?.() ?? null;
  }

  cleanup(run) {
    this.#cleanups.push(run);
  }

  async begin(route, params) {
    this.node.setAttribute('aria-busy', 'true');
    try {
      const page = await route.load();
      if (this.signal.aborted) return;
      const cleanup = await page.show(this.node, params, this);
      if (cleanup && this.signal.aborted) cleanup();
      else if (cleanup) this.cleanup(cleanup);
    } catch (error) {
      if (this.signal.aborted) return;
      if (!(error instanceof Problem)) console.error(error);
      this.node.replaceChildren(pageHead({ title: route.title }), failure(Problem.of(error), () => this.go(location.pathname + location.search, { replace: true })));
    } finally {
      this.node.removeAttribute('aria-busy');
    }
  }

  end() {
    this.#stop.abort();
    for (const run of this.#cleanups.splice(0)) run();
  }
}
