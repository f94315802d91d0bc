import { element, icon } from '../../widget/view/dom.js';
import { dateText, exactText } from './figures.js';

const TONES = { running: 'busy', completed: 'good', failed: 'bad', cancelled: 'calm', interrupted: 'warn', pending: 'calm', skipped: 'calm', passed: 'good', ok: 'good' };

/** How something stands, in a word and a colour. */
export function statusMark(status, text = status) {
  return element('span', { class: 'status', 'data-tone': TONES[status] ?? 'calm', 'data-status': status }, element('span', { class: 'status-dot', 'aria-hidden': 'true' }), text);
}

export function timeMark(iso) {
  return element('time', { datetime: iso, title: exactText(iso), text: dateText(iso) });
}

/** A label of a template, and the version it stands for where that is not plain. */
export function labelMark({ name, version, is_protected: isProtected }, withVersion = false) {
  const text = withVersion ? `${name} → v${version}` : name;
  return element('span', { class: 'label-mark', title: isProtected ? `${name} is protected` : null }, icon(isProtected ? 'lock' : 'tag'), text);
}

export function tagMark(tag) {
  return element('span', { class: 'tag', text: tag });
}

/** Shown only where others can use it too. */
export function sharingMark({ sharing, owner }) {
  return sharing === 'team' ? element('span', { class: 'sharing', title: `Shared with the team by ${owner}` }, icon('people'), 'Team') : null;
}
