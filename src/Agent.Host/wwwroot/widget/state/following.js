import { Problem } from '../api/problem.js';
import { TurnStream } from '../api/turn-stream.js';

const CONNECTED = { lost: false, attempt: 0 };

/** Follows one turn at a time, and tells how the connection is. */
export class Following {
  #api;
  #onConnection;
  #aborter = new AbortController();
  #stream = null;

  connection = CONNECTED;

  /** @param {() => void} onConnection told when `connection` is another one */
  constructor(api, onConnection) {
    this.#api = api;
    this.#onConnection = onConnection;
  }

  /**
   * @param {(stream: TurnStream, signal: AbortSignal) => Promise<Response>} open gets the first connection
   * @param {(event: object) => void} onEvent
   * @param {(problem: Problem) => void} onProblem
   * @returns {Promise<boolean>} false when it was left before the turn ended
   */
  async follow(open, onEvent, onProblem, aborter = new AbortController()) {
    const { signal } = (this.#aborter = aborter);
    const stream = (this.#stream = new TurnStream(this.#api, signal, (connection) => this.#show(connection)));
    try {
      for await (const event of stream.follow(open(stream, signal))) {
        if (signal.aborted) return false;
        onEvent(event);
      }
    } catch (error) {
      if (signal.aborted) return false;
      onProblem(Problem.of(error));
    }
    this.#show(CONNECTED);
    return true;
  }

  leave() {
    this.#aborter.abort();
    this.#stream = null;
    this.connection = CONNECTED;
  }

  reconnectNow() {
    this.#stream?.reconnectNow();
  }

  #show(connection) {
    const { lost, attempt } = this.connection;
    if (lost === connection.lost && attempt === connection.attempt) return;
    this.connection = connection;
    this.#onConnection();
  }
}
