import { readableName } from '../text/names.js';
import { copyText } from './clipboard.js';
import { element, icon } from './dom.js';
import { QuestionCard } from './question-card.js';
import { TableCard } from './table-card.js';

/**
 * A card as `{node, update(text)}`; `text` is the answer's Markdown so far, whose content a card does not repeat.
 *
 * @param {{kind: string, data: object}} card
 * @param {{send: (message: string) => void, announce: (text: string) => void}} actions
 */
export function createCard({ kind, data }, actions) {
  const content = data ?? {};
  if (kind === 'question') return new QuestionCard(content, actions.send);
  if (kind === 'table') return new TableCard(content, actions.announce);
  return { node: kind === 'link' ? linkNode(content, actions.announce) : factsNode(content, kind), update: () => {} };
}

function linkNode({ url = '', title, text }, announce) {
  const isSafe = /^https?:\/\//i.test(url);
  const copy = async () => announce((await copyText(url)) ? 'Link copied.' : 'Copying is not allowed here.');
  return element(
    'div',
    { class: 'card card-link' },
    (title || text) && element('p', { text: title ?? text }),
    element(
      'div',
      { class: 'link-row' },
      isSafe ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', text: url }) : element('code', { text: url }),
      element('button', { type: 'button', class: 'quiet-button', on: { click: copy } }, icon('copy'), 'Copy'),
    ),
  );
}

/** Any other card: what it says in plain words and figures. */
function factsNode(data, kind) {
  const facts = Object.entries(data).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  const pairs = facts.flatMap(([name, value]) => [element('dt', { text: readableName(name) }), element('dd', { text: String(value) })]);
  return element('div', { class: 'card', 'data-kind': kind, hidden: facts.length === 0 }, element('dl', {}, ...pairs));
}
