import { textOf } from '../state/turn.js';
import { readableName } from '../text/names.js';
import { element, icon } from './dom.js';

/** How the question was understood: the tool, its parameters (defaults set apart), notes, and where the figures come from. */
export function requestChips(turn) {
  const requests = turn.requests.length > 0 ? turn.requests : turn.tools.map(({ name }) => ({ tool: name, chips: [], notes: [] }));
  const text = textOf(turn);
  const rows = requests.map((request) => requestRow(request, text));
  if (turn.isDemo && requests.length > 0) rows[rows.length - 1]?.querySelector('.chips').append(demoChip());
  return rows.length === 0 ? null : element('div', { class: 'understood', role: 'group', 'aria-label': 'How it was understood' }, ...rows);
}

/** Whether a block of the answer only says what the chips say: one emphasised line with every value. */
export function isRestatement(block, requests) {
  const line = block.querySelector(':scope > p:only-child > em:only-child');
  if (!line || line.textContent !== block.textContent.trim()) return false;
  return requests.some(({ chips }) => chips.length > 0 && chips.every(({ value }) => line.textContent.includes(value)));
}

function requestRow({ tool, chips, notes }, text) {
  const items = [tool && element('li', { class: 'chip chip-tool', title: 'The tool that answered' }, icon('spark'), readableName(tool)), ...chips.map(chip)];
  return element('div', { class: 'request' }, element('ul', { class: 'chips' }, ...items), ...notes.filter((note) => !text.includes(note)).map(noteLine));
}

function chip({ argument, label, value, is_default: isDefault }) {
  return element(
    'li',
    { class: isDefault ? 'chip chip-default' : 'chip', 'data-argument': argument, title: isDefault ? `${label}: not asked for, the usual value` : label },
    element('span', { class: isPhrase(value) ? 'visually-hidden' : 'chip-label', text: label }),
    element('span', { class: 'chip-value', text: value }),
    isDefault && element('span', { class: 'visually-hidden', text: '(default)' }),
  );
}

/** "top 3" and "by profit" say themselves what they are; names and figures need their label. */
const isPhrase = (value) => /^\p{Ll}/u.test(value) && !/\(\d+\)$/.test(value);

const demoChip = () => element('li', { class: 'chip chip-demo', text: 'Demo data' });

const noteLine = (text) => element('p', { class: 'note' }, icon('info'), element('span', { text }));
