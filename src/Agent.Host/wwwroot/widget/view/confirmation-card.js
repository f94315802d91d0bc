import { timeLeft } from '../text/times.js';
import { CardActions, cardFrame, factsList, showState } from './card-frame.js';
import { CardText } from './card-text.js';
import { element } from './dom.js';

const ENDS = {
  executing: ['Being carried out', 'busy', 'Confirmed. It is being carried out.'],
  done: ['Confirmed', 'good', 'Confirmed and done.'],
  failed: ['Failed', 'bad', 'Confirmed, but it could not be carried out. The conversation says why.'],
  cancelled: ['Cancelled', 'quiet', 'Cancelled. Nothing was changed.'],
  expired: ['Expired', 'quiet', 'Nobody confirmed in time. Nothing was changed; ask again to get a new confirmation.'],
  replaced: ['Replaced', 'quiet', 'A newer request took its place. Nothing was changed.'],
};

/**
 * What will happen when the person agrees: `{id, title, text, facts, effects, requested_by, expires_at, status}`. The buttons give way
 * to what happened, wherever it was decided.
 */
export class ConfirmationCard {
  #data;
  #context;
  #frame;
  #actions;
  #text;
  #timer = 0;
  #status = null;
  #left = element('p', { class: 'muted card-left' });
  #end = element('p', { class: 'card-end', role: 'status' });

  /** @param {{pending: LiveRecords, decide: (id: string, isConfirmed: boolean) => Promise<void>, now: () => number}} context */
  constructor(data, context) {
    this.#data = data;
    this.#context = context;
    this.#frame = cardFrame('confirmation', 'shield', data.title ?? 'Please confirm');
    this.#text = new CardText(data.text);
    this.#actions = new CardActions(this.#frame.actions);
    this.node = this.#frame.node;
    this.#fill();
    this.refresh();
  }

  update(text) {
    this.#text.update(text);
  }

  refresh() {
    const { status = 'pending' } = this.#context.pending.of(this.#data.id, { status: this.#data.status });
    const shown = status === 'pending' && this.#remaining() <= 0 ? 'expired' : status;
    if (shown === this.#status) return;
    this.#status = shown;
    this.node.dataset.status = shown;
    if (shown === 'pending') this.#ask();
    else this.#conclude(...(ENDS[shown] ?? ENDS.done));
  }

  #fill() {
    const { facts = [], effects = [], requested_by: requestedBy } = this.#data;
    const list = effects.length > 0 ? element('ul', { class: 'effects', 'aria-label': 'What will happen' }, ...effects.map((effect) => element('li', { text: effect }))) : null;
    this.#frame.body.append(...[this.#text.node, factsList(facts), list, requestedBy && element('p', { class: 'muted', text: `Asked by ${requestedBy}` }), this.#left, this.#end].filter(Boolean));
  }

  #ask() {
    const decide = (isConfirmed) => () => this.#context.decide(this.#data.id, isConfirmed);
    showState(this.#frame.state, 'Waiting for you', 'ask');
    this.#end.hidden = true;
    this.#actions.show(this.#actions.button('Confirm', decide(true), 'button primary'), this.#actions.button('Cancel', decide(false)));
    this.#tick();
    this.#timer = setInterval(() => this.#tick(), 1000);
  }

  #conclude(word, tone, sentence) {
    clearInterval(this.#timer);
    showState(this.#frame.state, word, tone);
    this.#left.hidden = true;
    this.#end.hidden = false;
    this.#end.textContent = sentence;
    this.#actions.show();
  }

  #tick() {
    if (!this.node.isConnected && this.#left.textContent !== '') clearInterval(this.#timer);
    const left = this.#remaining();
    this.#left.hidden = !Number.isFinite(left);
    this.#left.textContent = `Can be confirmed for ${timeLeft(left)} more`;
    if (left <= 0) this.refresh();
  }

  #remaining() {
    const end = Date.parse(this.#data.expires_at ?? '');
    return Number.isNaN(end) ? Infinity : end - this.#context.now();
  }
}
