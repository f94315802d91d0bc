import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { TurnStream } from '../../widget/api/turn-stream.js';
import { MarkdownView } from '../../widget/text/markdown-view.js';
import { costText, countText, durationText } from '../parts/figures.js';
import { statusMark, timeMark } from '../parts/marks.js';
import { button, linkButton, pageHead, section } from '../parts/page-head.js';
import { loading, note } from '../parts/states.js';
import { StepView } from './step-view.js';

/** One run of a pipeline, live while it goes: its steps, how to stop and how to resume it. */
export async function show(page, { id }, lab) {
  page.append(loading());
  let run = await lab.api.get(`runs/${id}`, {}, lab.signal);
  if (lab.signal.aborted) return;
  lab.title(`Run of ${run.pipeline.name}`);
  const head = element('div');
  const bar = element('div', { class: 'run-bar', role: 'progressbar', 'aria-label': 'Steps done', 'aria-valuemin': '0' }, element('span'));
  const said = element('div', { class: 'run-said' });
  const steps = element('ol', { class: 'run-steps' });
  const result = element('div');
  const views = new Map();
  // Events that were seen are not told again over a second connection, nor when the run is resumed.
  const stream = new TurnStream({ turnEvents: (_, last, signal) => lab.api.events('runs', id, last, signal) }, lab.signal, connection);
  stream.turnId = id;
  page.replaceChildren(head, bar, said, section('Steps', steps), result);
  draw();
  if (run.status === 'running') follow(lab.api.events('runs', id, null, lab.signal));

  /** All that is known now. */
  function draw() {
    showHead();
    run.steps.forEach((step, index) => {
      if (!views.has(step.name)) {
        views.set(step.name, new StepView(step, index + 1));
        steps.append(views.get(step.name).node);
      } else views.get(step.name).show(step);
    });
    for (const [name, view] of views) if (!run.steps.some((step) => step.name === name)) forget(name, view);
    if (run.status === 'completed') [...views.values()].findLast(({ step }) => step.status === 'completed')?.open();
    showProgress();
    const output = run.output && new MarkdownView(() => {});
    output?.update(run.output);
    result.replaceChildren(...(output ? [section('Output', element('div', { class: 'run-output' }, output.node))] : []));
    said.replaceChildren(...(run.error ? [note('bad', element('p', { text: run.error.message }))] : run.status === 'interrupted' ? [note('warn', element('p', { text: 'The service stopped while this ran. Resume it: what was done stays.' }))] : []));
  }

  function forget(name, view) {
    view.node.remove();
    views.delete(name);
  }

  function showHead() {
    const { pipeline, status, attempts, created_at: at, duration_ms: duration, input_tokens: read, output_tokens: written, cost, inputs } = run;
    const given = Object.entries(inputs ?? {});
    const facts = [statusMark(status), timeMark(at), element('span', { text: durationText(duration) }), element('span', { text: `${countText(read)} → ${countText(written)} tokens` }), cost !== null && element('span', { text: `cost ${costText(cost)}` }), attempts > 1 && element('span', { text: `${attempts} attempts` })];
    head.replaceChildren(
      pageHead({
        title: `Run of ${pipeline.name}`,
        crumbs: [{ text: 'Runs', href: '/lab/runs' }],
        sub: element('span', { class: 'run-facts' }, ...facts.filter(Boolean)),
        actions: [
          linkButton('Pipeline', `/lab/pipelines/${pipeline.id}`, { drawing: 'branch' }),
          ...(status === 'running' ? [button('Stop', cancel, { drawing: 'stop' })] : []),
          ...(run.resumable ? [button('Resume', resume, { drawing: 'play', kind: 'primary' })] : []),
        ],
      }),
      ...(given.length > 0 ? [element('dl', { class: 'run-inputs' }, ...given.map(([name, value]) => element('div', {}, element('dt', { text: name }), element('dd', { text: value }))))] : []),
    );
  }

  function showProgress() {
    const all = [...views.values()];
    const done = all.filter(({ step }) => !['pending', 'running'].includes(step.status)).length;
    bar.setAttribute('aria-valuemax', String(all.length));
    bar.setAttribute('aria-valuenow', String(done));
    bar.dataset.status = run.status;
    bar.firstChild.style.width = `${all.length === 0 ? 0 : (done / all.length) * 100}%`;
    bar.hidden = run.status !== 'running';
  }

  async function follow(opening) {
    try {
      do {
        for await (const event of stream.follow(opening)) take(event);
        run = await lab.api.get(`runs/${id}`, {}, lab.signal);
        draw();
        // Each attempt has an end of its own in the events.
        opening = run.status === 'running' ? lab.api.events('runs', id, null, lab.signal) : null;
      } while (opening);
      lab.announce(`The run is ${run.status}.`);
    } catch (error) {
      if (!lab.signal.aborted) said.replaceChildren(note('bad', element('p', { text: Problem.of(error).message }), button('Try again', () => lab.go(location.pathname, { replace: true }), { drawing: 'retry' })));
    }
  }

  function take({ type, name, value, messageId, delta }) {
    if (type === 'CUSTOM' && name === 'step') {
      const view = views.get(value.name);
      if (view && value.status !== view.step.status) lab.announce(`${value.name}: ${value.status}`);
      view?.show(value);
      showProgress();
    } else if (type === 'TEXT_MESSAGE_CONTENT') [...views.values()].find(({ step }) => step.execution_id === messageId)?.append(delta);
  }

  function connection({ lost, attempt }) {
    if (lost) said.replaceChildren(note('warn', element('p', { text: `The connection is lost; attempt ${attempt} to find it again. The run goes on meanwhile.` })));
    else if (run.status === 'running') said.replaceChildren();
  }

  async function cancel() {
    try {
      await lab.api.post(`runs/${id}/cancel`);
      lab.announce('The run is told to stop.');
    } catch (error) {
      const problem = Problem.of(error);
      if (problem.code !== 'run_not_running') lab.toast(problem.message);
    }
  }

  async function resume() {
    try {
      const opening = await lab.api.open(`runs/${id}/resume`, undefined, lab.signal);
      run = await lab.api.get(`runs/${id}`, {}, lab.signal);
      draw();
      page.querySelector('h1').focus({ preventScroll: true });
      await follow(Promise.resolve(opening));
    } catch (error) {
      if (!lab.signal.aborted) said.replaceChildren(note('bad', element('p', { text: Problem.of(error).message })));
    }
  }
}
