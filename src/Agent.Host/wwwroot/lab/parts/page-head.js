import { element, icon } from '../../widget/view/dom.js';

/**
 * The top of a page: where it belongs, its name, what can be done.
 *
 * @param {{title: string, crumbs?: {text, href}[], sub?: Node|string, actions?: Node[]}} head
 */
export function pageHead({ title, crumbs = [], sub = null, actions = [] }) {
  return element(
    'header',
    { class: 'page-head' },
    crumbs.length > 0 &&
      element('nav', { class: 'crumbs', 'aria-label': 'Where this is' }, ...crumbs.flatMap(({ text, href }) => [element('a', { href, text }), icon('chevron')])),
    element('div', { class: 'page-head-row' }, element('h1', { text: title }), element('div', { class: 'page-actions' }, ...actions)),
    sub && element('div', { class: 'page-sub' }, sub),
  );
}

/** Pages beside each other about one thing: `[{text, href, isCurrent}]`. */
export function tabs(label, entries) {
  return element(
    'nav',
    { class: 'tabs', 'aria-label': label },
    ...entries.map(({ text, href, isCurrent }) => element('a', { href, class: 'tab', text, 'aria-current': isCurrent ? 'page' : null })),
  );
}

export function button(text, onClick, { drawing = null, kind = '', ...attributes } = {}) {
  return element('button', { type: 'button', class: `button ${kind}`.trim(), on: { click: onClick }, ...attributes }, drawing && icon(drawing), text);
}

export function linkButton(text, href, { drawing = null, kind = '' } = {}) {
  return element('a', { class: `button ${kind}`.trim(), href }, drawing && icon(drawing), text);
}

/** A part of a page with a heading of its own. */
export function section(title, ...children) {
  return element('section', { class: 'section', 'aria-label': title }, element('h2', { text: title }), ...children);
}
