import { element, icon, iconButton } from './dom.js';

/** The bar on top: what this is, which conversation is open, where the figures come from. */
export class Header {
  #product = element('span', { class: 'product' });
  #title = element('span', { class: 'title' });
  #demo = element(
    'span',
    { class: 'demo-badge', role: 'note', title: 'All figures come from the built-in network simulator, not from a real Everflow account.', hidden: true },
    icon('info'),
    'Demo data',
  );
  #menu;

  /** @param {{toggleSidebar, startNew}} actions */
  constructor(actions) {
    this.#menu = iconButton('menu', 'Conversations', actions.toggleSidebar, { 'aria-expanded': 'false', 'aria-controls': 'sidebar', class: 'icon-button only-narrow' });
    this.node = element(
      'header',
      { class: 'header' },
      this.#menu,
      element('div', { class: 'headings' }, this.#product, this.#title),
      this.#demo,
      element('slot', { name: 'header-end' }),
      iconButton('compose', 'New chat', actions.startNew, { class: 'icon-button only-narrow' }),
    );
  }

  update({ name, title, isDemo }) {
    this.#product.textContent = name;
    this.#title.textContent = title;
    this.#demo.hidden = !isDemo;
  }

  showSidebar(isOpen) {
    this.#menu.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) this.#menu.focus();
  }
}
