import { element, icon } from '../../widget/view/dom.js';
import { MarkdownView } from '../../widget/text/markdown-view.js';
import { costText, countText, durationText } from '../parts/figures.js';
import { statusMark } from '../parts/marks.js';
import { note } from '../parts/states.js';

/** One step of a run: how it stands, its output as it comes, what went wrong. */
export class StepView {
  #head = element('span', { class: 'run-step-marks' });
  #facts = element('p', { class: 'run-step-facts' });
  #said = element('div');
  #output = new MarkdownView(() => {});
  #text = '';
  #isDrawn = true;
  #isOpen = element('details', { class: 'run-step-output' }, element('summary', {}, icon('chevron'), 'Output'));

  constructor(step, number) {
    this.#isOpen.append(element('div', { class: 'output-body', tabindex: '0', role: 'region', 'aria-label': `Output of ${step.name}` }, this.#output.node));
    this.node = element(
      'li',
      { class: 'run-step', 'data-step': step.name },
      element('span', { class: 'run-step-rail', 'aria-hidden': 'true' }),
      element('div', { class: 'run-step-body' }, element('div', { class: 'run-step-head' }, element('h3', {}, element('span', { class: 'step-number', text: number }), step.name), this.#head), this.#facts, this.#said, this.#isOpen),
    );
    this.show(step);
  }

  /** What the server says of it now. */
  show(step) {
    const { status, execution_id: execution, reason, error, output } = step;
    if (status === 'running' && (this.step?.status !== 'running' || this.step.execution_id !== execution)) this.#write('');
    this.step = step;
    this.node.dataset.status = status;
    this.#head.replaceChildren(...(status === 'running' ? [element('span', { class: 'spinner', 'aria-hidden': 'true' })] : []), statusMark(status));
    this.#facts.replaceChildren(...factsOf(step));
    this.#said.replaceChildren(...[error && note('bad', element('p', { text: error.message })), reason && element('p', { class: 'muted run-step-reason', text: reason })].filter(Boolean));
    if (output !== null && output !== undefined) this.#write(output);
    else if (status === 'pending' || status === 'skipped') this.#write('');
    if (error) this.#isOpen.open = false;
  }

  append(delta) {
    this.#text += delta;
    this.#isOpen.hidden = false;
    this.#isOpen.open = true;
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    requestAnimationFrame(() => this.#draw());
  }

  open() {
    this.#isOpen.open = !this.#isOpen.hidden;
  }

  #write(text) {
    this.#text = text;
    this.#isOpen.hidden = text === '';
    this.#draw();
  }

  #draw() {
    this.#isDrawn = true;
    this.#output.update(this.#text);
  }
}

function factsOf({ kind, template, tool, provider, model, execution_id: execution, attempt, duration_ms: duration, input_tokens: read, output_tokens: written, cost }) {
  const what = kind === 'tool' ? [icon('spark'), tool?.replaceAll('_', ' ') ?? 'tool'] : [icon('template'), template ? element('a', { href: `/lab/templates/${template.id}`, text: `${template.name} v${template.version}` }) : 'template'];
  const facts = [
    element('span', { class: 'fact' }, ...what),
    provider && element('span', { text: provider === model ? provider : `${provider} · ${model}` }),
    duration !== null && duration !== undefined && element('span', { text: durationText(duration) }),
    read + written > 0 && element('span', { text: `${countText(read)} → ${countText(written)} tokens` }),
    cost !== null && cost !== undefined && element('span', { text: costText(cost) }),
    attempt > 1 && element('span', { text: `attempt ${attempt}` }),
    execution && element('a', { href: `/lab/executions/${execution}`, text: 'Execution' }),
  ];
  return facts.filter(Boolean);
}
