import { element } from '../../widget/view/dom.js';
import { costText, durationText, percentText } from '../parts/figures.js';
import { statusMark, timeMark } from '../parts/marks.js';
import { PagedList } from '../parts/paged-list.js';
import { PlotView } from '../plots/plot-view.js';

const COLOURS = ['--plot-1', '--plot-2', '--plot-3', '--plot-4'];

/** How each version did with each model when it was last evaluated: a plot and a table. */
export function versionResults(versions, lab) {
  const list = new PagedList({
    label: 'Results per version',
    columns: [
      { label: 'Version', kind: 'wide', cell: ({ template_name: name, version, evaluation_id: id }) => element('a', { class: 'row-link', href: `/lab/evaluations/${id}`, text: `${name} v${version}` }) },
      { label: 'Model', cell: modelText },
      { label: 'Score', kind: 'figure', cell: ({ score }) => percentText(score) },
      { label: 'Passed', kind: 'figure', cell: ({ passed, total }) => `${passed} / ${total}` },
      { label: '', cell: ({ pass }) => statusMark(pass ? 'passed' : 'failed', pass ? 'passed' : 'below the threshold') },
      { label: 'Cost', kind: 'figure', cell: ({ cost }) => costText(cost) },
      { label: 'Median time', kind: 'figure', cell: ({ median_ms: time }) => durationText(time) },
      { label: 'When', cell: ({ created_at: at }) => timeMark(at) },
    ],
    load: async () => ({ data: versions.toReversed(), next: null }),
    empty: () => ({ title: 'Nothing was evaluated yet.', text: 'Run a version of a template over the rows: how many passed is shown here, version by version.' }),
  });
  list.reload();
  return element('div', { class: 'pipeline-form' }, versions.length > 0 && plot(versions, lab), list.node);
}

function plot(versions, lab) {
  const places = [...new Map(versions.map((one) => [placeOf(one), one])).keys()];
  const names = [...new Set(versions.map(modelText))];
  const series = names.map((name, index) => ({
    name,
    colour: COLOURS[index % COLOURS.length],
    kind: 'line',
    values: places.map((place) => versions.find((one) => placeOf(one) === place && modelText(one) === name)?.score ?? null),
  }));
  return new PlotView({ title: 'Score per version', axis: 'Version', labels: places, series, max: 1.05, format: percentText, signal: lab.signal, announce: (text) => lab.announce(text) }).node;
}

const placeOf = ({ template_name: name, version }) => `${name} v${version}`;
const modelText = ({ provider, model }) => (provider === model ? model : `${provider} · ${model}`);
