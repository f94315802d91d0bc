import { Problem } from '../api/problem.js';
import { Following } from './following.js';
import { joinNewer, joinPages } from './history.js';
import { StoredConversation } from './stored-conversation.js';
import { newKey, requestOf } from './turn-request.js';
import { applyEvent, failTurn, isActive, newTurn } from './turn.js';

/**
 * The conversation on screen. Fires `change` after every change, `opened` when it is another one, `identified` when a new
 * one got its id, `settled` when a turn has ended, `unsent` with a message that the server did not take, `kept` with the reason why
 * an answer that was asked for again is the earlier one.
 */
export class OpenConversation extends EventTarget {
  #api;
  #stored;
  #opening = new AbortController();
  #following;
  #isStale = false;

  id = null;
  title = '';
  turns = [];
  earlier = null;
  isLoading = false;
  problem = null;

  constructor(api) {
    super();
    this.#api = api;
    this.#stored = new StoredConversation(api);
    this.#following = new Following(api, () => this.#fire('change'));
  }

  get connection() {
    return this.#following.connection;
  }

  get activeTurn() {
    return this.turns.findLast(isActive) ?? null;
  }

  /** An empty page; what runs elsewhere goes on there. */
  startNew() {
    this.#leave();
    this.#show({ id: null, title: '', turns: [], earlier: null, isLoading: false, problem: null });
    this.#fire('opened');
  }

  /** Shows a stored conversation and follows the turn that still runs in it. */
  async open(id) {
    this.#leave();
    const { signal } = this.#opening;
    this.#show({ id, title: '', turns: [], earlier: null, isLoading: true, problem: null });
    this.#fire('opened');
    try {
      this.#show({ ...(await this.#stored.open(id, signal)), isLoading: false });
      await Promise.all([this.#complete(signal), this.#followRunning()]);
    } catch (error) {
      if (!signal.aborted) this.#show({ isLoading: false, problem: Problem.of(error) });
    }
  }

  async send(message) {
    if (this.activeTurn) return;
    await this.#run(newTurn({ key: newKey(), question: message, idempotencyKey: newKey() }));
  }

  /**
   * What the person did with a button instead of words: a changed parameter (`call`) or a decision (`resume`). The turn is shown once
   * the server has taken it; a `Problem` is thrown when it did not.
   */
  async act({ question, call = null, resume = null }) {
    if (this.activeTurn) throw new Problem({ detail: 'The answer before is still being written. Wait for it, or stop it.', code: 'turn_running' });
    const turn = newTurn({ key: newKey(), question, call, resume, idempotencyKey: newKey() });
    await this.#take(turn, (signal) => this.#start(requestOf(this.id, turn), signal), (turns) => [...turns, turn]);
  }

  /** Fetches what came into this conversation by another way: a message of the agent, a turn of another window. */
  async refresh() {
    this.#isStale = Boolean(this.activeTurn) || this.isLoading;
    if (!this.id || this.#isStale) return;
    const { signal } = this.#opening;
    try {
      const { turns } = await this.#stored.open(this.id, signal);
      if (signal.aborted) return;
      this.#isStale = Boolean(this.activeTurn);
      if (!this.#isStale) this.#show({ turns: joinNewer(this.turns, turns) });
      if (!this.#isStale) await this.#followRunning();
    } catch {
      this.#isStale = true;
    }
  }

  /** The same message once more. One that the server may have taken keeps its key; one that it did not take is replaced. */
  async retry(turn) {
    if (this.activeTurn) return;
    const isInDoubt = !turn.id && turn.error?.code === 'unreachable';
    if (!turn.id) this.turns = this.turns.filter(({ key }) => key !== turn.key);
    await this.#run(newTurn({ key: newKey(), question: turn.question, call: turn.call, resume: turn.resume, idempotencyKey: isInDoubt ? turn.idempotencyKey : newKey() }));
  }

  /** Another answer to the last question; a `Problem` is thrown when the server does not take it. Without an answer the earlier one comes back. */
  async regenerate(turn) {
    if (this.activeTurn) return;
    const again = newTurn({ key: newKey(), question: turn.question, call: turn.call, idempotencyKey: newKey() });
    const start = (signal) => this.#api.regenerateTurn(turn.id, again.idempotencyKey, signal);
    await (await this.#take(again, start, (turns) => turns.with(turns.indexOf(turn), again)))?.isOver;
    const ended = this.#turn(again.key);
    if (!ended || ended.phase === 'done' || isActive(ended)) return;
    this.#show({ turns: this.turns.with(this.turns.indexOf(ended), turn) });
    this.dispatchEvent(new CustomEvent('kept', { detail: ended.error?.message ?? 'Stopped.' }));
  }

  /** The page of turns before those on screen. */
  async loadEarlier() {
    const { signal } = this.#opening;
    const cursor = this.earlier;
    if (!cursor || this.isLoading) return;
    this.#show({ isLoading: true });
    try {
      const { turns, earlier } = await this.#stored.earlier(this.id, cursor, signal);
      this.#show({ turns: joinPages(turns, this.turns), earlier, isLoading: false });
      await this.#complete(signal);
    } catch {
      if (!signal.aborted) this.#show({ isLoading: false });
    }
  }

  /** Asks the server to stop; the turn ends when its stream says so. */
  async stop() {
    const turn = this.activeTurn;
    if (!turn || turn.isStopping) return;
    this.#replace({ ...turn, isStopping: true });
    if (turn.id) await this.#cancel(turn);
  }

  reconnectNow() {
    this.#following.reconnectNow();
  }

  rename(title) {
    this.#show({ title });
  }

  /** Stops following, for good. */
  close() {
    this.#leave();
  }

  /** Old turns without an answer get their end. */
  async #complete(signal) {
    for (const turn of this.turns.filter(({ phase }) => phase === 'stored')) this.#replace(await this.#stored.ending(turn, signal));
  }

  async #followRunning() {
    const turn = this.activeTurn;
    if (!turn) return;
    await this.#follow(turn.key, (stream, signal) => {
      stream.turnId = turn.id;
      return this.#api.turnEvents(turn.id, null, signal);
    });
  }

  /** Shows a turn once the server has taken it, and follows it. Null when the person has gone elsewhere meanwhile. */
  async #take(turn, start, place) {
    const opening = this.#opening.signal;
    const following = new AbortController();
    const response = await start(following.signal);
    if (opening.aborted) return null;
    this.#show({ turns: place(this.turns), problem: null });
    return { isOver: this.#follow(turn.key, () => Promise.resolve(response), following) };
  }

  async #run(turn) {
    this.#show({ turns: [...this.turns, turn], problem: null });
    await this.#follow(turn.key, (_, signal) => this.#start(requestOf(this.id, turn), signal));
  }

  async #start(request, signal) {
    const response = await this.#api.startTurn(request, signal);
    signal.throwIfAborted();
    this.#learnId(response.headers.get('X-Conversation-Id'));
    return response;
  }

  async #follow(key, open, aborter) {
    const isOver = await this.#following.follow(open, (event) => this.#apply(key, event), (problem) => this.#fail(key, problem), aborter);
    if (!isOver) return;
    this.#fire('settled');
    if (this.#isStale) await this.refresh();
  }

  #apply(key, event) {
    if (event.type === 'RUN_STARTED') this.#learnId(event.threadId);
    const before = this.#turn(key);
    const turn = applyEvent(before, event);
    if (turn === before) return;
    this.#replace(turn);
    if (!before.id && turn.id && turn.isStopping) this.#cancel(turn);
  }

  #fail(key, problem) {
    if (problem.code === 'turn_running' && this.id) this.#giveBack(key, problem);
    else this.#replace(failTurn(this.#turn(key), problem));
  }

  /** Still answering elsewhere: that turn is what there is to see, and the message was not taken. */
  #giveBack(key, problem) {
    const { question } = this.#turn(key);
    this.dispatchEvent(new CustomEvent('unsent', { detail: { message: question, problem } }));
    this.open(this.id);
  }

  async #cancel(turn) {
    try {
      await this.#api.cancelTurn(turn.id);
    } catch (error) {
      if (Problem.of(error).status !== 404) this.#replace({ ...this.#turn(turn.key), isStopping: false });
    }
  }

  #learnId(id) {
    if (!id || this.id === id) return;
    this.#show({ id });
    this.#fire('identified');
  }

  #leave() {
    this.#opening.abort();
    this.#following.leave();
    this.#opening = new AbortController();
  }

  #turn(key) {
    return this.turns.find((turn) => turn.key === key);
  }

  #replace(turn) {
    this.#show({ turns: this.turns.map((known) => (known.key === turn.key ? turn : known)) });
  }

  #show(changes) {
    Object.assign(this, changes);
    this.#fire('change');
  }

  #fire(name) {
    this.dispatchEvent(new Event(name));
  }
}
