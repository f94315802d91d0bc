import { element } from '../../widget/view/dom.js';
import { labelMark, timeMark } from '../parts/marks.js';

/** One entry of the list of versions: what it is called, who made it and why, and two round marks that say what is compared. */
export function versionItem(version, labels, { from, to }, { pick, path }) {
  const { number, message, created_at: createdAt, created_by: createdBy } = version;
  const side = number === from ? 'from' : number === to ? 'to' : null;
  const mark = (name, text) =>
    element('input', { type: 'radio', name: `side-${name}`, checked: number === (name === 'from' ? from : to), 'aria-label': `Compare ${text} v${number}`, title: `Compare ${text} v${number}`, on: { change: () => pick({ [name]: number }) } });
  return element(
    'li',
    { class: 'version-item', 'data-side': side, 'data-version': number },
    element('div', { class: 'version-pick' }, mark('from', 'from'), mark('to', 'to')),
    element(
      'div',
      { class: 'version-body' },
      element('div', { class: 'version-line' }, element('a', { href: `${path}?version=${number}`, text: `v${number}` }), side && element('span', { class: 'version-side', text: side }), ...labels.filter((label) => label.version === number).map((label) => labelMark(label)), timeMark(createdAt), element('span', { class: 'version-who', text: createdBy })),
      element('p', { class: message ? 'version-message' : 'version-message muted', text: message || 'No message' }),
    ),
  );
}
