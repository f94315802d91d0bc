import { textOf } from '../state/turn.js';
import { plainText } from './plain-text.js';

/** The end of a turn for who listens instead of looks. */
export function spokenEnd(turn) {
  if (turn.phase === 'failed') return turn.error.message;
  if (turn.phase === 'cancelled') return 'Stopped.';
  return `Answer: ${plainText(textOf(turn)).slice(0, 600)}`;
}
