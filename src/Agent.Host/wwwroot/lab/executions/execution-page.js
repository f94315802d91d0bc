import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { ExecutionStream } from '../parts/execution-stream.js';
import { exactText } from '../parts/figures.js';
import { button, linkButton, pageHead, section } from '../parts/page-head.js';
import { parametersText } from '../parts/parameter-fields.js';
import { loading } from '../parts/states.js';
import { eventList } from './event-list.js';

/** One execution: what was asked, what came, what it took. One that runs is followed. */
export async function show(page, { id }, lab) {
  page.append(loading());
  const whole = await lab.api.get(`executions/${id}`, {}, lab.signal);
  if (lab.signal.aborted) return;
  lab.title(`${whole.execution.template_name} v${whole.execution.version}`);
  const stream = new ExecutionStream({ lab, onChange: () => showHead() });
  const head = element('div');
  let shown = whole;
  page.replaceChildren(head, element('div', { class: 'execution' }, stream.view.node, asked(whole), facts(whole), eventList(id, lab)));
  showHead();
  stream.view.show(whole);
  if (whole.execution.status === 'running') follow();

  async function follow() {
    shown = (await stream.follow(id)) ?? shown;
    if (lab.signal.aborted) return;
    page.querySelector('.execution-facts')?.replaceWith(facts(shown));
    showHead();
    lab.announce(`The execution is ${shown.execution.status}.`);
  }

  function showHead() {
    const { execution } = shown;
    const isRunning = stream.isRunning || execution.status === 'running';
    const actions = isRunning
      ? [button('Stop', () => stop(), { drawing: 'stop' })]
      : [button('Run again', () => again(execution), { drawing: 'retry', kind: 'primary' }), linkButton('Run with changes', `/lab/templates/${execution.template_id}/run?from=${execution.id}`, { drawing: 'edit' })];
    if (execution.rerun_of) actions.push(linkButton('Compare with the first', `/lab/compare?ids=${execution.rerun_of},${execution.id}`, { drawing: 'columns' }));
    const template = element('a', { href: `/lab/templates/${execution.template_id}/versions?version=${execution.version}`, text: `${execution.template_name} v${execution.version}` });
    const run = execution.run_id && element('a', { href: `/lab/runs/${execution.run_id}`, text: `Step ${execution.step} of a run` });
    head.replaceChildren(pageHead({ title: `${execution.template_name} v${execution.version}`, crumbs: [{ text: 'Executions', href: '/lab/executions' }], actions, sub: element('span', { class: 'page-sub' }, template, run, element('time', { datetime: execution.created_at, text: exactText(execution.created_at) })) }));
  }

  async function stop() {
    try {
      await lab.api.post(`executions/${id}/cancel`);
    } catch (error) {
      lab.toast(Problem.of(error).message);
    }
  }

  /** The same version, values, provider and parameters; the new one is shown as it runs. */
  async function again({ id: earlier }) {
    const stopOpening = new AbortController();
    try {
      const response = await lab.api.open(`executions/${earlier}/rerun`, {}, stopOpening.signal);
      stopOpening.abort();
      await lab.go(`/lab/executions/${response.headers.get('X-Execution-Id')}`);
    } catch (error) {
      lab.toast(Problem.of(error).message);
    }
  }
}

function asked({ variables, system_prompt: system, prompt }) {
  const names = Object.keys(variables);
  return element(
    'div',
    { class: 'fields' },
    names.length > 0 && section('Values', element('dl', { class: 'values' }, ...names.map((name) => element('div', {}, element('dt', {}, element('code', { text: name })), element('dd', { text: variables[name] }))))),
    system && section('System prompt as sent', element('div', { class: 'prompt-box', text: system })),
    section('Prompt as sent', element('div', { class: 'prompt-box', text: prompt })),
  );
}

function facts({ execution, parameters }) {
  const { requested_provider: asked, provider, model, fallback, label, retries, created_by: by, rerun_of: rerunOf, version_hash: hash } = execution;
  const pairs = [
    ['Asked', asked],
    ['Answered by', provider === model ? provider : `${provider} · ${model}`],
    ['Fallback', fallback ?? 'none'],
    ['Parameters', parametersText(parameters) || 'as the provider is configured'],
    label && ['Label', label],
    retries > 0 && ['Retries', String(retries)],
    ['Started by', by],
    rerunOf && ['Run again from', element('a', { href: `/lab/executions/${rerunOf}`, text: 'an earlier execution' })],
    ['Content hash', hash.slice(0, 12)],
  ].filter(Boolean);
  return element('section', { class: 'section execution-facts', 'aria-label': 'How it was run' }, element('h2', { text: 'How it was run' }), element('dl', { class: 'facts' }, ...pairs.map(([term, value]) => element('div', {}, element('dt', { text: term }), element('dd', {}, value)))));
}
