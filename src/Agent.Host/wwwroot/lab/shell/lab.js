import { Announcer } from '../../widget/view/announcer.js';
import { ConfirmDialog } from '../../widget/view/confirm-dialog.js';
import { element, iconButton } from '../../widget/view/dom.js';
import { Toast } from '../../widget/view/toast.js';
import { failure } from '../parts/states.js';
import { pageHead } from '../parts/page-head.js';
import { KeyDialog } from './key-dialog.js';
import { Navigation } from './navigation.js';
import { Router } from './router.js';
import { Visit } from './visit.js';

/** The frame of all pages: navigation, the open page, and what tells the person that something happened. */
export class Lab {
  #routes;
  #router;
  #navigation;
  #announcer = new Announcer();
  #toast = new Toast();
  #dialog = new ConfirmDialog();
  #key = new KeyDialog();
  #main = element('main', { class: 'lab-content', id: 'content', tabindex: '-1' });
  #bar = element('span', { class: 'lab-bar-title' });
  #menu = iconButton('menu', 'Menu', () => this.#toggleMenu(true), { 'aria-expanded': 'false', 'aria-controls': 'lab-nav' });
  #visit = null;
  #about = null;

  constructor(api, routes) {
    this.api = api;
    this.#routes = routes;
  }

  start(body) {
    this.#router = new Router(this.#routes, (...found) => this.#show(...found), () => this.#mayLeave());
    this.node = element('div', { class: 'shell lab' });
    this.#navigation = new Navigation((path) => this.#router.knows(path), {
      close: () => this.#toggleMenu(false),
      setTheme: (theme) => {
        this.node.dataset.theme = theme;
      },
    });
    this.node.append(
      element('a', { class: 'skip-link', href: '#content', text: 'Skip to the page' }),
      this.#navigation.node,
      element('div', { class: 'backdrop', on: { click: () => this.#toggleMenu(false) } }),
      element('div', { class: 'main' }, element('header', { class: 'lab-bar' }, this.#menu, this.#bar), this.#main, this.#toast.node),
      this.#announcer.node,
      this.#dialog.node,
      this.#key.node,
    );
    body.append(this.node);
    this.node.addEventListener('keydown', (event) => event.key === 'Escape' && this.#toggleMenu(false));
    this.api.addEventListener('signed-out', () => this.#key.ask());
    addEventListener('beforeunload', (event) => this.#visit?.unsaved() && event.preventDefault());
    this.#router.start();
  }

  async user() {
    this.#about ??= this.api.get('about').catch((error) => {
      this.#about = null;
      throw error;
    });
    return (await this.#about).user;
  }

  go(path, options) {
    return this.#router.go(path, options);
  }

  rename(path) {
    this.#router.rename(path);
  }

  /** Seen and heard; with an action it stays longer. */
  toast(text, action = null) {
    this.#toast.show(text, action);
  }

  /** For screen readers only: what everybody else sees happening. */
  announce(text) {
    this.#announcer.say(text);
  }

  /** @returns {Promise<boolean>} */
  confirm(title, text, yes) {
    return this.#dialog.ask(title, text, yes);
  }

  title(text) {
    document.title = `${text} · Prompt lab`;
    this.#bar.textContent = text;
  }

  async #show(route, params, isFirst) {
    this.#visit?.end();
    this.#toggleMenu(false);
    this.#navigation.update(location.pathname);
    this.title(route?.title ?? 'Not found');
    const visit = new Visit(this);
    this.#visit = visit;
    this.#main.replaceChildren(visit.node);
    this.#main.scrollTop = 0;
    await (route ? visit.begin(route, params) : this.#showMissing(visit.node));
    if (!isFirst && this.#visit === visit) this.#focusPage();
  }

  #showMissing(node) {
    node.append(pageHead({ title: 'Not found' }), failure({ message: 'There is no such page in the lab.' }));
  }

  /** Who hears the page is told its name, unless it has put the focus somewhere itself. */
  #focusPage() {
    const focused = document.activeElement;
    if (focused && focused !== document.body && this.#main.contains(focused) && focused !== this.#main) return;
    const heading = this.#main.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? this.#main).focus({ preventScroll: true });
  }

  async #mayLeave() {
    const text = this.#visit?.unsaved();
    if (!text) return true;
    const leaves = await this.confirm('Leave without saving?', text, 'Discard changes');
    if (leaves) this.#visit.guard(null);
    return leaves;
  }

  #toggleMenu(isOpen) {
    if (this.node.classList.contains('sidebar-open') === isOpen) return;
    this.node.classList.toggle('sidebar-open', isOpen);
    this.#menu.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.#navigation.focus();
    else this.#menu.focus();
  }
}
