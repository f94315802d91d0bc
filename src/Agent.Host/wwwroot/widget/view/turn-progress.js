import { element, icon } from './dom.js';
import { readableName } from '../text/names.js';
import { isActive } from '../state/turn.js';

/** What is being done while the person waits: the steps so far, the tools that run. Gone when the turn has ended. */
export class TurnProgress {
  #shown = '';

  node = element('div', { class: 'progress', role: 'status', 'aria-atomic': 'false', hidden: true });

  update(turn) {
    const isShown = isActive(turn) && !isWriting(turn);
    this.node.hidden = !isShown;
    if (!isShown) return;
    const lines = linesOf(turn);
    const key = JSON.stringify(lines);
    if (key === this.#shown) return;
    this.#shown = key;
    this.node.replaceChildren(element('ul', {}, ...lines.map(lineNode)));
  }
}

const isWriting = (turn) => turn.parts.some((part) => part.kind === 'text' && part.isOpen && part.text !== '');

function linesOf(turn) {
  const steps = turn.steps.map(({ text, isDone }) => ({ text, isDone }));
  const tools = turn.tools.filter(({ isDone }) => !isDone).map(({ name }) => ({ text: readableName(name), isDone: false }));
  const lines = steps.some(({ isDone }) => !isDone) ? steps : [...steps, ...tools];
  if (turn.isStopping) return [...steps.filter(({ isDone }) => isDone), { text: 'Stopping', isDone: false }];
  return lines.some(({ isDone }) => !isDone) ? lines : [...lines, { text: turn.phase === 'sending' ? 'Sending' : 'Thinking', isDone: false }];
}

function lineNode({ text, isDone }) {
  const mark = isDone ? icon('check') : element('span', { class: 'spinner', 'aria-hidden': 'true' });
  return element('li', { class: isDone ? 'step done' : 'step' }, mark, element('span', { text: isDone ? text : `${text.replace(/[.…]+$/, '')}…` }));
}
