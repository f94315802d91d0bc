import { copyText } from './clipboard.js';
import { cardFrame, factsList, showState } from './card-frame.js';
import { element, icon } from './dom.js';

/** A tracking link: `{url, partner, offer, landing_page, subs, approved, revoke}`. */
export class LinkCard {
  constructor({ url = '', title, text, partner, offer, landing_page: page, subs = {}, approved, revoke }, announce) {
    const { node, state, body, actions } = cardFrame('link', 'link', title ?? 'Tracking link');
    const facts = [fact('Partner', partner), fact('Offer', offer), fact('Landing page', page), ...Object.entries(subs ?? {}).map(([label, value]) => ({ label, value })), { label: 'To take it back', value: revoke }];
    if (approved) showState(state, 'Approved now', 'good');
    body.append(...[text && element('p', { text }), linkRow(url, announce), factsList(facts.filter(Boolean))].filter(Boolean));
    actions.hidden = true;
    this.node = node;
  }

  update() {}
}

const fact = (label, entity) => (entity ? { label, value: `${entity.name} (${entity.id})` } : null);

function linkRow(url, announce) {
  const isSafe = /^https?:\/\//i.test(url);
  const copy = async () => announce((await copyText(url)) ? 'Link copied.' : 'Copying is not allowed here.');
  return element(
    'div',
    { class: 'link-row' },
    isSafe ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', text: url }) : element('code', { text: url }),
    element('button', { type: 'button', class: 'quiet-button', on: { click: copy } }, icon('copy'), 'Copy'),
  );
}
