import { momentText } from '../text/times.js';
import { CardActions, cardFrame, factsList, showState } from './card-frame.js';
import { CardText } from './card-text.js';
import { element } from './dom.js';
import { TableCard } from './table-card.js';

const HOUR = 3_600_000;
const SNOOZES = [['for 1 hour', HOUR], ['for 4 hours', 4 * HOUR], ['until tomorrow', 24 * HOUR], ['for 3 days', 72 * HOUR], ['for a week', 168 * HOUR]];
const STATES = { new: ['New', 'bad'], acknowledged: ['Acknowledged', 'good'], snoozed: ['Snoozed', 'quiet'], resolved: ['Resolved', 'good'] };

/** Something that the agent noticed, with its life: `{id, number, title, text, facts, table, state, acknowledged_by, snoozed_until …}`. */
export class AlertCard {
  #data;
  #context;
  #frame;
  #actions;
  #shown = '';
  #table = null;
  #text;
  #since = element('p', { class: 'muted', role: 'status' });

  /** @param {{alerts: LiveRecords, changeAlert: (id, action, body) => Promise<void>, announce, now}} context */
  constructor(data, context) {
    this.#data = data;
    this.#context = context;
    this.#text = new CardText(data.text);
    this.#frame = cardFrame('alert', 'bell', `${data.number ? `Alert ${data.number}: ` : ''}${data.title ?? 'Alert'}`);
    this.#actions = new CardActions(this.#frame.actions);
    this.node = this.#frame.node;
    this.#fill();
    this.refresh();
  }

  update(text) {
    this.#text.update(text);
    this.#table?.update(text);
  }

  refresh() {
    const now = this.#context.alerts.of(this.#data.id, this.#data);
    const key = JSON.stringify([now.state, now.acknowledged_by, now.snoozed_until, now.resolved_at]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.node.dataset.state = now.state;
    showState(this.#frame.state, ...(STATES[now.state] ?? [now.state ?? '', 'quiet']));
    this.#since.textContent = this.#sinceText(now);
    this.#since.hidden = this.#since.textContent === '';
    this.#actions.show(...this.#buttons(now));
  }

  #fill() {
    const { day, facts = [], table } = this.#data;
    if (table?.rows?.length > 0) this.#table = new TableCard(table, this.#context.announce);
    this.#frame.body.append(...[this.#text.node, factsList([{ label: 'Day', value: day }, ...facts]), this.#table?.node, this.#since].filter(Boolean));
  }

  #sinceText({ state, acknowledged_by: by, snoozed_until: until, resolved_at: at }) {
    if (state === 'acknowledged' && by) return `Acknowledged by ${by}`;
    if (state === 'snoozed' && until) return `Quiet until ${momentText(until, this.#context.now())}`;
    return state === 'resolved' && at ? `Resolved ${momentText(at, this.#context.now())}` : '';
  }

  #buttons({ state }) {
    const change = (action, body) => () => this.#context.changeAlert(this.#data.id, action, body);
    if (state === 'resolved') return [this.#actions.button('Reopen', change('reopen'))];
    const acknowledge = state === 'acknowledged' ? null : this.#actions.button('Acknowledge', change('ack'), 'button primary');
    return [acknowledge, this.#snooze(change), this.#actions.button('Resolve', change('resolve'))];
  }

  #snooze(change) {
    const select = element('select', { class: 'button', 'aria-label': 'Snooze' }, element('option', { value: '', text: 'Snooze' }), ...SNOOZES.map(([text, length]) => element('option', { value: length, text })));
    select.addEventListener('change', () => {
      const until = new Date(this.#context.now() + Number(select.value)).toISOString();
      if (select.value) this.#actions.run(change('snooze', { until }));
    });
    return select;
  }
}
