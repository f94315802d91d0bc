import { element, icon, iconButton } from '../../widget/view/dom.js';
import { nextTheme, readTheme, themeLabel } from './theme.js';

const ENTRIES = [
  { path: '/lab/dashboard', text: 'Dashboard', drawing: 'chart' },
  { path: '/lab/templates', text: 'Templates', drawing: 'template' },
  { path: '/lab/pipelines', text: 'Pipelines', drawing: 'branch' },
  { path: '/lab/datasets', text: 'Datasets', drawing: 'rows' },
  { path: '/lab/executions', text: 'Executions', drawing: 'play' },
  { path: '/lab/runs', text: 'Runs', drawing: 'history' },
];

/** The way to every list of the lab, to the chat, and the colours. */
export class Navigation {
  #links;
  #theme = element('button', { type: 'button', class: 'lab-nav-link', on: { click: () => this.#nextTheme() } });
  #setTheme;

  /**
   * @param {(path: string) => boolean} exists pages that there are
   * @param {{close: () => void, setTheme: (theme: string) => void}} actions
   */
  constructor(exists, { close, setTheme }) {
    this.#setTheme = setTheme;
    this.#links = ENTRIES.filter(({ path }) => exists(path)).map(({ path, text, drawing }) =>
      element('a', { href: path, class: 'lab-nav-link', on: { click: close } }, icon(drawing), text),
    );
    this.node = element(
      'nav',
      { class: 'sidebar lab-nav', 'aria-label': 'Prompt lab', id: 'lab-nav' },
      element('div', { class: 'lab-brand' }, element('a', { href: '/lab', on: { click: close } }, element('strong', { text: 'PromptLab' }), element('span', { class: 'muted', text: 'Prompt lab' })), iconButton('close', 'Close the menu', close, { class: 'icon-button only-narrow' })),
      element('div', { class: 'lab-nav-links' }, ...this.#links),
      element('div', { class: 'lab-nav-foot' }, this.#theme, element('a', { href: '/', class: 'lab-nav-link' }, icon('chat'), 'Chat')),
    );
    this.#showTheme(readTheme());
  }

  focus() {
    (this.#links.find((link) => link.hasAttribute('aria-current')) ?? this.#links[0])?.focus();
  }

  /** Marks the entry that the address is under. */
  update(path) {
    for (const link of this.#links) {
      const own = link.getAttribute('href');
      const isOpen = path === own || path.startsWith(`${own}/`) || (own === '/lab/dashboard' && path === '/lab') || (own === '/lab/datasets' && path.startsWith('/lab/evaluations'))
        || (own === '/lab/executions' && path.startsWith('/lab/compare'));
      if (isOpen) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  #nextTheme() {
    this.#showTheme(nextTheme(readTheme()));
  }

  #showTheme(theme) {
    this.#theme.replaceChildren(icon(theme === 'dark' ? 'moon' : 'sun'), themeLabel(theme));
    this.#setTheme(theme);
  }
}
