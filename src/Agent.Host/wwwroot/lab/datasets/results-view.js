import { element } from '../../widget/view/dom.js';
import { percentText } from '../parts/figures.js';
import { statusMark, timeMark } from '../parts/marks.js';
import { section } from '../parts/page-head.js';
import { PagedList } from '../parts/paged-list.js';
import { EvaluatePanel } from '../evaluations/evaluate-panel.js';
import { versionResults } from './version-results.js';

/** What came of a dataset: per version, and every evaluation; and a form to run the next. */
export async function resultsView(dataset, context, lab) {
  const { data } = await lab.api.get(`datasets/${dataset.id}/versions`, {}, lab.signal);
  const list = new PagedList({
    label: 'Evaluations',
    signal: lab.signal,
    load: (cursor, signal) => lab.api.get('evaluations', { dataset_id: dataset.id, cursor, limit: 20 }, signal),
    empty: () => ({ title: 'No evaluation yet.' }),
    columns: [
      { label: 'Version', kind: 'wide', cell: ({ id, template, version }) => element('a', { class: 'row-link', href: `/lab/evaluations/${id}`, text: `${template.name} v${version}` }) },
      { label: 'Model', cell: ({ provider, model }) => (provider === model ? model : `${provider} · ${model}`) },
      { label: 'Status', cell: ({ status }) => statusMark(status) },
      { label: 'Score', kind: 'figure', cell: ({ score, status }) => (status === 'completed' ? percentText(score) : '–') },
      { label: 'Passed', kind: 'figure', cell: ({ passed, total }) => `${passed} / ${total}` },
      { label: 'When', cell: ({ created_at: at }) => timeMark(at) },
    ],
  });
  list.reload();
  const gate = element(
    'p',
    { class: 'muted gate-hint' },
    `A version passes here when ${percentText(dataset.threshold)} of the rows do. A label of a template can demand that: set this dataset as its gate on the template’s page, and the label moves only to versions that passed on the rows as they are now.`,
  );
  return element('div', { class: 'pipeline-form' }, new EvaluatePanel(lab, dataset, context).node, section('Results per version', versionResults(data, lab), gate), section('Evaluations', list.node));
}
