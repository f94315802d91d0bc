import { textOf } from '../state/turn.js';

/** The end of a turn for who listens instead of looks. */
export function spokenEnd(turn) {
  if (turn.phase === 'failed') return turn.error.message;
  if (turn.phase === 'cancelled') return 'Stopped.';
  return `Answer: ${textOf(turn).replaceAll(/[*_`#|]+|:?-{3,}:?/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 600)}`;
}
