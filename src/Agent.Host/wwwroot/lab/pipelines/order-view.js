import { element, icon } from '../../widget/view/dom.js';

/** What runs after what: columns of steps that run side by side. */
export function orderView(order, kinds) {
  if (order.length === 0) return element('p', { class: 'muted', text: 'Appears with the first step.' });
  const layer = (names, index) =>
    element(
      'li',
      { class: 'order-layer' },
      element('span', { class: 'visually-hidden', text: index === 0 ? 'First:' : 'Then:' }),
      element('ul', {}, ...names.map((name) => element('li', { class: 'order-step', 'data-kind': kinds.get(name) }, icon(kinds.get(name) === 'tool' ? 'spark' : 'template'), element('span', { text: name })))),
    );
  return element('ol', { class: 'order', 'aria-label': 'Order of the steps' }, ...order.map(layer));
}
