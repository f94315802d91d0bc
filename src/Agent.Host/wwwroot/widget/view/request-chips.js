import { ParameterEditor } from '../parameters/parameter-editor.js';
import { textOf } from '../state/turn.js';
import { readableName } from '../text/names.js';
import { element, icon } from './dom.js';

/**
 * How the question was understood: the tool, its parameters (defaults set apart), notes, and where the figures come from. A
 * parameter that the tool's schema knows can be changed.
 *
 * @param {(tool: string) => (object|null)} schemaOf
 */
export function requestChips(turn, schemaOf, actions) {
  const requests = turn.requests.length > 0 ? turn.requests : turn.tools.map(({ name }) => ({ tool: name, args: {}, chips: [], notes: [] }));
  const text = textOf(turn);
  const rows = requests.map((request) => requestRow(request, text, schemaOf(request.tool), actions));
  if (turn.isDemo && requests.length > 0) rows[rows.length - 1]?.querySelector('.chips').append(demoChip());
  return rows.length === 0 ? null : element('div', { class: 'understood', role: 'group', 'aria-label': 'How it was understood' }, ...rows);
}

/** Whether a block of the answer only says what the chips say: one emphasised line with every value. */
export function isRestatement(block, requests) {
  const line = block.querySelector(':scope > p:only-child > em:only-child');
  if (!line || line.textContent !== block.textContent.trim()) return false;
  return requests.some(({ chips }) => chips.length > 0 && chips.every(({ value }) => line.textContent.includes(value)));
}

function requestRow(request, text, schema, actions) {
  const { tool, chips, notes } = request;
  const items = [tool && element('li', { class: 'chip chip-tool', title: 'The tool that answered' }, icon('spark'), readableName(tool)), ...chips.map((chip) => chipItem(chip, request, schema, actions))];
  return element('div', { class: 'request' }, element('ul', { class: 'chips' }, ...items), ...notes.filter((note) => !text.includes(note)).map(noteLine));
}

function chipItem(chip, request, schema, actions) {
  const { argument, label, value, is_default: isDefault } = chip;
  const words = [
    element('span', { class: isPhrase(value) ? 'visually-hidden' : 'chip-label', text: label }),
    element('span', { class: 'chip-value', text: value }),
    isDefault && element('span', { class: 'visually-hidden', text: '(default)' }),
  ];
  const property = schema?.properties?.[argument];
  const content = property ? [changeButton(words, chip, request, property, schema.required?.includes(argument) ?? false, actions)] : words;
  return element(
    'li',
    { class: `chip${isDefault ? ' chip-default' : ''}${property ? ' chip-editable' : ''}`, 'data-argument': argument, title: isDefault ? `${label}: not asked for, the usual value` : label },
    ...content,
  );
}

function changeButton(words, chip, request, property, isRequired, actions) {
  const show = (isOpen) => button.setAttribute('aria-expanded', String(isOpen));
  const closed = () => {
    show(false);
    if (button.isConnected && !button.getRootNode().activeElement) button.focus({ preventScroll: true });
  };
  const click = () => {
    show(true);
    new ParameterEditor(request, chip, property, isRequired, { ...actions, closed }).open(button);
  };
  const button = element(
    'button',
    { type: 'button', class: 'chip-button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', on: { click } },
    ...words,
    element('span', { class: 'visually-hidden', text: '– change' }),
    icon('edit'),
  );
  return button;
}

/** "top 3" and "by profit" say themselves what they are; names and figures need their label. */
const isPhrase = (value) => /^\p{Ll}/u.test(value) && !/\(\d+\)$/.test(value);

const demoChip = () => element('li', { class: 'chip chip-demo', text: 'Demo data' });

const noteLine = (text) => element('p', { class: 'note' }, icon('info'), element('span', { text }));
