import { readableName } from '../text/names.js';
import { element, icon } from './dom.js';

/** How the question was understood: the tool, its parameters (defaults set apart), notes, and where the figures come from. */
export function requestChips(turn) {
  const requests = turn.requests.length > 0 ? turn.requests : turn.tools.map(({ name }) => ({ tool: name, chips: [], notes: [] }));
  const rows = requests.map(requestRow);
  if (turn.isDemo && requests.length > 0) rows[rows.length - 1]?.querySelector('.chips').append(demoChip());
  return rows.length === 0 ? null : element('div', { class: 'understood', role: 'group', 'aria-label': 'How it was understood' }, ...rows);
}

function requestRow({ tool, chips, notes }) {
  const items = [tool && element('li', { class: 'chip chip-tool', title: 'The tool that answered' }, icon('spark'), readableName(tool)), ...chips.map(chip)];
  return element('div', { class: 'request' }, element('ul', { class: 'chips' }, ...items), ...notes.map(noteLine));
}

function chip({ argument, label, value, is_default: isDefault }) {
  return element(
    'li',
    { class: isDefault ? 'chip chip-default' : 'chip', 'data-argument': argument, title: isDefault ? 'Not asked for: the usual value' : null },
    element('span', { class: 'chip-label', text: label }),
    element('span', { class: 'chip-value', text: value }),
    isDefault && element('span', { class: 'visually-hidden', text: '(default)' }),
  );
}

const demoChip = () => element('li', { class: 'chip chip-demo', text: 'Demo data' });

const noteLine = (text) => element('p', { class: 'note' }, icon('info'), element('span', { text }));
