import { newTurn } from './turn.js';

/**
 * Stored messages (oldest first) as turns. A turn without an answer is the running one, or one that was interrupted.
 *
 * @param {object[]} messages `{id, turn_id, role, text, cards, outcome, created_at}`
 * @param {string|null} runningTurnId
 */
export function turnsOf(messages, runningTurnId) {
  const turns = new Map();
  for (const message of messages) {
    const id = message.turn_id ?? message.id;
    const turn = turns.get(id) ?? { ...newTurn({ key: id, id, question: '' }), phase: 'cancelled' };
    turns.set(id, withMessage(turn, message));
  }
  return [...turns.values()].map((turn) => (turn.id === runningTurnId ? asRunning(turn) : turn));
}

function withMessage(turn, message) {
  if (message.role === 'user') return { ...turn, question: message.text };
  const cards = (message.cards ?? []).map((card) => ({ kind: 'card', card }));
  const text = message.text ? [{ kind: 'text', id: message.id, text: message.text, isOpen: false }] : [];
  return { ...turn, ...endOf(message), parts: [...turn.parts, ...text, ...cards] };
}

function endOf({ outcome, text }) {
  if (outcome === 'cancelled') return { phase: 'cancelled' };
  if (outcome === 'failed' || outcome === 'error') return { phase: 'failed', error: { message: text || 'This answer failed.', code: 'failed' } };
  return { phase: 'done' };
}

/** What the events of the turn will tell again is dropped. */
const asRunning = (turn) => ({ ...newTurn({ key: turn.key, id: turn.id, question: turn.question }), phase: 'running' });
