import { readableName } from '../text/names.js';
import { AlertCard } from './alert-card.js';
import { ConfirmationCard } from './confirmation-card.js';
import { element } from './dom.js';
import { ExportCard } from './export-card.js';
import { LinkCard } from './link-card.js';
import { QuestionCard } from './question-card.js';
import { RunCard } from './run-card.js';
import { ScheduleCard } from './schedule-card.js';
import { TableCard } from './table-card.js';

const CARDS = {
  question: (data, { send }) => new QuestionCard(data, send),
  table: (data, { announce }) => new TableCard(data, announce),
  confirmation: (data, actions) => new ConfirmationCard(data, actions),
  link: (data, { announce }) => new LinkCard(data, announce),
  export: (data, actions) => new ExportCard(data, actions),
  alert: (data, actions) => new AlertCard(data, actions),
  schedule: (data, actions) => new ScheduleCard(data, actions),
  run: (data, actions) => new RunCard(data, actions),
};

/**
 * A card as `{node, update(text), refresh?()}`; `text` is the answer's Markdown so far, whose content a card does not repeat;
 * `refresh` looks again at what may have changed elsewhere.
 *
 * @param {{kind: string, data: object}} card
 */
export function createCard({ kind, data }, actions) {
  const create = Object.hasOwn(CARDS, kind) ? CARDS[kind] : (content) => ({ node: factsNode(content, kind), update: () => {} });
  return create(data ?? {}, actions);
}

/** Any other card: what it says in plain words and figures. */
function factsNode(data, kind) {
  const facts = Object.entries(data).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  const pairs = facts.flatMap(([name, value]) => [element('dt', { text: readableName(name) }), element('dd', { text: String(value) })]);
  return element('div', { class: 'card', 'data-kind': kind, hidden: facts.length === 0 }, element('dl', {}, ...pairs));
}
