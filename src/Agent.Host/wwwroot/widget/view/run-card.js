import { MarkdownView } from '../text/markdown-view.js';
import { cardFrame, factsList, showState } from './card-frame.js';
import { element } from './dom.js';

const STATES = {
  completed: ['Done', 'good'],
  running: ['Running', 'busy'],
  failed: ['Failed', 'bad'],
  interrupted: ['Interrupted', 'bad'],
  cancelled: ['Stopped', 'quiet'],
  skipped: ['Skipped', 'quiet'],
  pending: ['Waiting', 'quiet'],
};

/** A run of a pipeline: `{id, title, status, steps: [{name, kind, status, by, detail, output, duration_ms}], input_tokens, output_tokens, cost, duration_ms}`. */
export class RunCard {
  /** @param {{address: (path: string) => string}} context tells where the lab is, also for a page of another site */
  constructor({ id, title, status, steps = [], input_tokens: input, output_tokens: output, cost, duration_ms: duration }, { address }) {
    const { node, state, body, actions } = cardFrame('run', 'branch', title ?? 'Pipeline');
    showState(state, ...(STATES[status] ?? ['', 'quiet']));
    const facts = factsList([
      { label: 'Tokens', value: input + output > 0 && `${count(input)} in, ${count(output)} out` },
      { label: 'Cost', value: Number.isFinite(cost) && cost > 0 && cost.toPrecision(3) },
      { label: 'Time', value: Number.isFinite(duration) && `${count(duration)} ms` },
    ]);
    body.append(element('ol', { class: 'run-steps' }, ...steps.map(stepItem)), ...[facts].filter(Boolean));
    if (id) actions.append(element('a', { class: 'button', href: address(`/lab/runs/${encodeURIComponent(id)}`), target: '_blank', rel: 'noopener', text: 'Open in the lab' }));
    else actions.hidden = true;
    this.node = node;
  }

  update() {}
}

/** A step; what it gave can be unfolded. */
function stepItem({ name, status, by, detail, output }) {
  const [word, tone] = STATES[status] ?? [status, 'quiet'];
  const head = [
    element('span', { class: 'run-step-name', text: name }),
    element('span', { class: 'run-step-state', 'data-tone': tone, text: word }),
    by && element('span', { class: 'run-step-by', text: by }),
  ].filter(Boolean);
  const said = detail && element('p', { class: 'run-step-detail', text: detail });
  const summary = output ? element('details', {}, element('summary', {}, ...head), markdown(output)) : element('div', { class: 'run-step-head' }, ...head);
  return element('li', { 'data-status': status }, ...[summary, said].filter(Boolean));
}

function markdown(text) {
  const view = new MarkdownView(() => {});
  view.update(text);
  return view.node;
}

const count = (number) => number.toLocaleString('en');
