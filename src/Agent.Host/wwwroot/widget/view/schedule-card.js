import { momentText } from '../text/times.js';
import { CardActions, cardFrame, factsList, showState } from './card-frame.js';

/** Something that runs again and again: `{id, number, title, when, time_zone, next_run, enabled}`. */
export class ScheduleCard {
  /** @param {{send: (message: string) => void, now: () => number}} context */
  constructor({ number, title, when, time_zone: zone, next_run: next, enabled = true }, { send, now }) {
    const { node, state, body, actions } = cardFrame('schedule', 'wait', title ?? 'Schedule');
    const facts = factsList([
      { label: 'When', value: when && `${when}${zone ? ` (${zone})` : ''}` },
      { label: 'Next run', value: enabled && next && momentText(next, now()) },
      { label: 'Number', value: number },
    ]);
    showState(state, enabled ? 'On' : 'Off', enabled ? 'good' : 'quiet');
    body.append(...[facts].filter(Boolean));
    const buttons = new CardActions(actions);
    buttons.show(enabled && number && buttons.button('Cancel schedule', () => send(`cancel schedule ${number}`)));
    this.node = node;
  }

  update() {}
}
