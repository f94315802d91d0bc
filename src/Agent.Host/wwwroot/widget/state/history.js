import { newTurn, withCard } from './turn.js';

/**
 * Stored messages (oldest first) as turns. A turn without an answer is `running`, or `stored` when it has ended somehow: then
 * only its events can tell.
 *
 * @param {object[]} messages `{id, turn_id, role, text, cards, outcome, feedback, created_at}`
 * @param {string|null} runningTurnId
 */
export function turnsOf(messages, runningTurnId) {
  const turns = new Map();
  for (const message of messages) {
    const id = message.turn_id ?? message.id;
    const turn = turns.get(id) ?? { ...newTurn({ key: id, id, question: '' }), phase: 'stored', isUnasked: !message.turn_id };
    turns.set(id, message.role === 'user' ? { ...turn, question: message.text, isDecision: message.is_decision } : withAnswer(turn, message));
  }
  return [...turns.values()].map((turn) => (turn.id === runningTurnId ? unanswered(turn, 'running') : turn));
}

/** The question alone; the events of the turn tell the rest again. */
export function unanswered({ key, id, question }, phase) {
  return { ...newTurn({ key, id, question }), phase };
}

/** A page may begin in the middle of a turn; the page before has its question. */
export function joinPages(earlier, later) {
  const questions = new Map(earlier.map(({ id, question, isDecision }) => [id, { question, isDecision }]));
  const known = new Set(later.map(({ id }) => id));
  const completed = later.map((turn) => (turn.question ? turn : { ...turn, ...questions.get(turn.id) }));
  return [...earlier.filter(({ id }) => !known.has(id)), ...completed];
}

/** Turns that came meanwhile, after those that are known. */
export function joinNewer(known, newest) {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...newest.filter(({ id }) => !ids.has(id))];
}

function withAnswer(turn, { id, text, cards, outcome, feedback }) {
  const parts = text ? [...turn.parts, { kind: 'text', id, text, isOpen: false }] : turn.parts;
  const answered = { ...turn, parts, outcome, thumb: feedback?.thumb ?? turn.thumb, phase: outcome === 'cancelled' ? 'cancelled' : 'done' };
  return (cards ?? []).reduce(withCard, answered);
}
