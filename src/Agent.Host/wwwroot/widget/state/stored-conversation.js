import { Problem } from '../api/problem.js';
import { TurnStream } from '../api/turn-stream.js';
import { turnsOf, unanswered } from './history.js';
import { applyEvent, failTurn } from './turn.js';

/** Reads conversations and old turns from the server. */
export class StoredConversation {
  #api;

  constructor(api) {
    this.#api = api;
  }

  /** The newest turns; `earlier` gets the page before them, null when there is none. */
  async open(id, signal) {
    const { title, running_turn_id: runningTurnId } = await this.#api.conversation(id, signal);
    const page = await this.#api.messages(id, null, signal);
    return { title: title ?? '', turns: turnsOf(page.data, runningTurnId), earlier: page.next };
  }

  async earlier(id, cursor, signal) {
    const page = await this.#api.messages(id, cursor, signal);
    return { turns: turnsOf(page.data, null), earlier: page.next };
  }

  /** How a turn ended that left no answer: stopped, or failed. Only its events tell. */
  async ending(turn, signal) {
    const stream = new TurnStream(this.#api, signal, () => {});
    stream.turnId = turn.id;
    let ended = unanswered(turn, 'running');
    try {
      for await (const event of stream.follow(this.#api.turnEvents(turn.id, null, signal))) ended = applyEvent(ended, event);
      return ended;
    } catch (error) {
      signal.throwIfAborted();
      return failTurn(turn, Problem.of(error));
    }
  }
}
