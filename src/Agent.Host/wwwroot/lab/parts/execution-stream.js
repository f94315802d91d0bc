import { Problem } from '../../widget/api/problem.js';
import { OutputView } from './output-view.js';

/**
 * One execution on the page: starts it, shows its output as it comes, stops it, and shows what it took. Leaving the page stops
 * following, not the execution.
 */
export class ExecutionStream {
  #lab;
  #following = null;
  #onChange;

  /** Of the execution that was started or followed last. */
  id = null;

  /** @param {{lab, label?: string, onChange?: (stream) => void}} options */
  constructor({ lab, label, onChange = () => {} }) {
    this.#lab = lab;
    this.#onChange = onChange;
    this.view = new OutputView({ announce: (text) => lab.toast(text), label });
    lab.signal.addEventListener('abort', () => this.#following?.abort());
  }

  get isRunning() {
    return this.#following !== null;
  }

  /** Runs what `path` starts. A refusal is thrown: nothing was started then. */
  async run(path, body) {
    const stop = this.#begin();
    try {
      const opening = this.#lab.api.open(path, body, stop.signal);
      this.id = (await opening).headers.get('X-Execution-Id');
      this.#onChange(this);
      return await this.#take(opening, stop);
    } finally {
      this.#end(stop);
    }
  }

  /** Follows one that is running. */
  async follow(id) {
    const stop = this.#begin();
    this.id = id;
    this.#onChange(this);
    try {
      return await this.#take(this.#lab.api.events('executions', id, null, stop.signal), stop);
    } finally {
      this.#end(stop);
    }
  }

  async stop() {
    try {
      if (this.id) await this.#lab.api.post(`executions/${this.id}/cancel`);
      else this.#following?.abort();
    } catch (error) {
      const problem = Problem.of(error);
      if (problem.code !== 'execution_not_running') this.#lab.toast(problem.message);
    }
  }

  async #take(opening, stop) {
    try {
      for await (const event of this.#lab.api.follow('executions', opening, stop.signal, (state) => this.view.connection(state))) this.view.take(event);
      const whole = await this.#lab.api.get(`executions/${this.id}`, {}, stop.signal);
      this.view.show(whole);
      return whole;
    } catch (error) {
      if (!stop.signal.aborted) this.view.fail(Problem.of(error));
      return null;
    }
  }

  #begin() {
    this.#following?.abort();
    const stop = new AbortController();
    this.#following = stop;
    this.id = null;
    this.view.start();
    this.#onChange(this);
    return stop;
  }

  #end(stop) {
    if (this.#following !== stop) return;
    this.#following = null;
    this.#onChange(this);
  }
}
