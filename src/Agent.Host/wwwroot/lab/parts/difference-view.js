import { element } from '../../widget/view/dom.js';

/** What changed between two texts, from the server's parts `{kind: 'same'|'removed'|'added', text}`. Also told to who hears it. */
export function differenceView(parts, label = 'Difference') {
  const isSame = parts.every(({ kind }) => kind === 'same');
  return element(
    'div',
    { class: 'difference', role: 'group', 'aria-label': label },
    isSame && element('p', { class: 'muted difference-same', text: parts.length === 0 ? 'Both are empty.' : 'No difference.' }),
    element('div', { class: 'difference-text' }, ...parts.map(partNode)),
  );
}

function partNode({ kind, text }) {
  if (kind === 'same') return element('span', { text });
  const isAdded = kind === 'added';
  return element(isAdded ? 'ins' : 'del', {}, element('span', { class: 'visually-hidden', text: isAdded ? '[added: ' : '[removed: ' }), text, element('span', { class: 'visually-hidden', text: ']' }));
}
