import { element, icon } from '../../widget/view/dom.js';
import { messagesOf } from '../../widget/api/event-connection.js';
import { Problem } from '../../widget/api/problem.js';
import { loading, note } from '../parts/states.js';

/** The events of an execution as they were streamed; fetched when somebody opens them. */
export function eventList(id, lab) {
  const body = element('div', { class: 'details-body' });
  const node = element('details', { class: 'details', on: { toggle: () => node.open && body.childElementCount === 0 && load() } }, element('summary', {}, icon('chevron'), 'Events', element('span', { class: 'muted', text: 'as they were streamed' })), body);
  return node;

  async function load() {
    body.replaceChildren(loading());
    const list = element('ol', { class: 'event-list', tabindex: '0', 'aria-label': 'Events' });
    try {
      const response = await lab.api.events('executions', id, null, lab.signal);
      for await (const message of messagesOf(response, lab.signal)) {
        if (message.data === null) continue;
        if (!list.isConnected) body.replaceChildren(list);
        list.append(item(message));
      }
    } catch (error) {
      if (!lab.signal.aborted) body.replaceChildren(note('bad', element('p', { text: Problem.of(error).message })));
    }
  }
}

function item({ id, data }) {
  const { type, timestamp, ...rest } = JSON.parse(data);
  return element('li', {}, element('span', { class: 'muted', text: id.slice(id.lastIndexOf('.') + 1) }), element('span', { text: type }), element('span', { class: 'muted', title: data, text: JSON.stringify(rest) }));
}
