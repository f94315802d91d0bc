import { element, icon } from '../../widget/view/dom.js';

/** Something is being fetched. */
export function loading(text = 'Loading …') {
  return element('p', { class: 'state state-loading', role: 'status' }, element('span', { class: 'spinner', 'aria-hidden': 'true' }), text);
}

/** There is nothing; says what one can do about it. `action` is a node. */
export function empty({ title, text = null, action = null }) {
  return element('div', { class: 'state state-empty' }, element('p', { class: 'state-title', text: title }), text && element('p', { class: 'muted', text }), action);
}

/** It failed: what happened, what to quote, and the way on. `error` is a `Problem` or has its `message`. */
export function failure(error, retry = null) {
  return element(
    'div',
    { class: 'state state-failure', role: 'alert' },
    icon('alert'),
    element(
      'div',
      { class: 'state-body' },
      element('p', { text: error.message }),
      error.reference && element('p', { class: 'muted', text: `Reference: ${error.reference}` }),
      retry && element('button', { type: 'button', class: 'button', on: { click: retry } }, icon('retry'), 'Try again'),
    ),
  );
}

/** A remark: `info`, `warn` or `bad`; children are texts or nodes. */
export function note(tone, ...children) {
  return element('div', { class: `note-box note-${tone}`, role: tone === 'info' ? 'note' : 'alert' }, icon(tone === 'info' ? 'info' : 'alert'), element('div', { class: 'state-body' }, ...children));
}
