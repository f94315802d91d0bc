import { element, icon } from '../../widget/view/dom.js';

/** A part of a form that is seldom needed, with a word on what is in it. */
export function foldable(title, summary, ...children) {
  return element('details', { class: 'details' }, element('summary', {}, icon('chevron'), title, element('span', { class: 'muted', text: summary })), element('div', { class: 'details-body' }, ...children));
}
