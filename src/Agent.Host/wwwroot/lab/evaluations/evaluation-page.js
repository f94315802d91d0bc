import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { TurnStream } from '../../widget/api/turn-stream.js';
import { costText, countText, durationText, percentText } from '../parts/figures.js';
import { statusMark, timeMark } from '../parts/marks.js';
import { button, linkButton, pageHead } from '../parts/page-head.js';
import { loading, note } from '../parts/states.js';
import { ResultList } from './result-list.js';

/** One evaluation, live while it goes: how many rows passed, and what came of each. */
export async function show(page, { id }, lab) {
  page.append(loading());
  let evaluation = await lab.api.get(`evaluations/${id}`, {}, lab.signal);
  if (lab.signal.aborted) return;
  lab.title(`${evaluation.template.name} v${evaluation.version} on ${evaluation.dataset.name}`);
  const head = element('div');
  const said = element('div', { class: 'run-said' });
  const figures = element('div');
  const results = new ResultList(lab, id);
  const stream = new TurnStream({ turnEvents: (_, last, signal) => lab.api.events('evaluations', id, last, signal) }, lab.signal, connection);
  stream.turnId = id;
  page.replaceChildren(head, said, figures, results.node);
  draw();
  await results.reload();
  if (evaluation.status === 'running') follow(lab.api.events('evaluations', id, null, lab.signal));

  function draw() {
    const { dataset, template, version, label, provider, model, status, created_at: at, resumable, error, pass, threshold } = evaluation;
    const fact = (text) => element('span', { text });
    const facts = [statusMark(status), label && fact(`asked for as ${label}`), fact(provider === model ? model : `${provider} · ${model}`), timeMark(at)].filter(Boolean);
    head.replaceChildren(
      pageHead({
        title: `${template.name} v${version} on ${dataset.name}`,
        crumbs: [{ text: 'Datasets', href: '/lab/datasets' }, { text: dataset.name, href: `/lab/datasets/${dataset.id}?view=results` }],
        sub: element('span', { class: 'run-facts' }, ...facts),
        actions: [
          linkButton('Template', `/lab/templates/${template.id}`, { drawing: 'template' }),
          ...(status === 'running' ? [button('Stop', cancel, { drawing: 'stop' })] : []),
          ...(resumable ? [button('Resume', resume, { drawing: 'play', kind: 'primary' })] : []),
        ],
      }),
    );
    const verdict = pass === true ? note('info', element('p', { text: `Passed: at least ${percentText(threshold)} of the rows did. A label with this dataset as its gate may move to this version, as long as the rows stay as they are.` })) : pass === false ? note('warn', element('p', { text: `Not passed: ${percentText(threshold)} of the rows must pass. A label with this dataset as its gate does not move to this version.` })) : null;
    said.replaceChildren(...[error && note('bad', element('p', { text: error.message })), verdict].filter(Boolean));
    showFigures();
  }

  function showFigures() {
    const { total, done, passed, failed, errors, score, status, cost, input_tokens: read, output_tokens: written, duration_ms: duration, median_ms: median } = evaluation;
    const share = (count) => `${total === 0 ? 0 : (count / total) * 100}%`;
    const bar = element('div', { class: 'verdict-bar', role: 'progressbar', 'aria-label': 'Rows done', 'aria-valuemin': '0', 'aria-valuemax': String(total), 'aria-valuenow': String(done), 'aria-valuetext': `${done} of ${total} done, ${passed} passed` });
    for (const [name, count] of [['passed', passed], ['failed', failed], ['errors', errors]]) {
      const part = element('span', { 'data-part': name });
      part.style.width = share(count);
      bar.append(part);
    }
    const tiles = [
      ['Score', status === 'completed' ? percentText(score) : '–', `${countText(done)} of ${countText(total)} rows done`],
      ['Passed', countText(passed), percentText(total === 0 ? null : passed / total)],
      ['Failed', countText(failed), errors > 0 ? `and ${countText(errors)} with an error` : 'no errors'],
      ['Cost', costText(cost), `${countText(read)} → ${countText(written)} tokens`],
      ['Time', durationText(duration), median ? `median ${durationText(median)} a row` : 'of all rows'],
    ];
    figures.replaceChildren(bar, element('dl', { class: 'tiles' }, ...tiles.map(([name, value, text]) => element('div', { class: 'tile' }, element('dt', { text: name }), element('dd', { class: 'tile-value', text: value }), element('dd', { class: 'tile-text', text })))));
  }

  async function follow(opening) {
    try {
      do {
        for await (const event of stream.follow(opening)) take(event);
        evaluation = await lab.api.get(`evaluations/${id}`, {}, lab.signal);
        draw();
        opening = evaluation.status === 'running' ? lab.api.events('evaluations', id, null, lab.signal) : null;
      } while (opening);
      await results.reload();
      lab.announce(`The evaluation is ${evaluation.status}: ${evaluation.passed} of ${evaluation.total} passed.`);
    } catch (error) {
      if (!lab.signal.aborted) said.replaceChildren(note('bad', element('p', { text: Problem.of(error).message }), button('Try again', () => lab.go(location.pathname, { replace: true }), { drawing: 'retry' })));
    }
  }

  function take({ type, name, value }) {
    if (type !== 'CUSTOM') return;
    if (name === 'progress') {
      Object.assign(evaluation, value);
      showFigures();
    } else if (name === 'result') results.take(value);
  }

  function connection({ lost, attempt }) {
    if (lost) said.replaceChildren(note('warn', element('p', { text: `The connection is lost; attempt ${attempt} to find it again. The evaluation goes on meanwhile.` })));
    else if (evaluation.status === 'running') said.replaceChildren();
  }

  async function cancel() {
    try {
      await lab.api.post(`evaluations/${id}/cancel`);
      lab.announce('The evaluation is told to stop.');
    } catch (error) {
      const problem = Problem.of(error);
      if (problem.code !== 'evaluation_not_running') lab.toast(problem.message);
    }
  }

  async function resume() {
    try {
      const opening = await lab.api.open(`evaluations/${id}/resume`, undefined, lab.signal);
      evaluation = await lab.api.get(`evaluations/${id}`, {}, lab.signal);
      draw();
      page.querySelector('h1').focus({ preventScroll: true });
      await follow(Promise.resolve(opening));
    } catch (error) {
      if (!lab.signal.aborted) said.replaceChildren(note('bad', element('p', { text: Problem.of(error).message })));
    }
  }
}
