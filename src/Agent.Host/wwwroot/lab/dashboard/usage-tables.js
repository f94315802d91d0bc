import { element } from '../../widget/view/dom.js';
import { costText, countText, durationText, percentText } from '../parts/figures.js';
import { PagedList } from '../parts/paged-list.js';

const FIGURES = [
  { label: 'Executions', kind: 'figure', cell: ({ executions }) => countText(executions) },
  { label: 'Failed', kind: 'figure', cell: ({ executions, failed }) => (failed > 0 ? element('span', { class: 'bad-text', text: `${countText(failed)} (${percentText(failed / executions)})` }) : '0') },
  { label: 'Tokens in', kind: 'figure', cell: ({ input_tokens: count }) => countText(count) },
  { label: 'Tokens out', kind: 'figure', cell: ({ output_tokens: count }) => countText(count) },
  { label: 'Cost', kind: 'figure', cell: ({ cost }) => costText(cost) },
  { label: 'Mean time', kind: 'figure', cell: ({ mean_ms: time }) => durationText(time) },
];

export const modelTable = (models, executions) => table('Usage per model', models, {
  label: 'Model',
  kind: 'wide',
  cell: ({ provider, model }) => element('a', { class: 'row-link', href: executions({ provider, model }), text: provider === model ? model : `${provider} · ${model}` }),
});

export const versionTable = (versions, executions) => table('Usage per template version', versions, {
  label: 'Version',
  kind: 'wide',
  cell: ({ template_id: id, template_name: name, version }) => element('a', { class: 'row-link', href: executions({ template_id: id, version }), text: `${name} v${version}` }),
});

function table(label, rows, first) {
  const list = new PagedList({ label, columns: [first, ...FIGURES], load: async () => ({ data: rows, next: null }), empty: () => ({ title: 'Nothing ran in these days.' }) });
  list.reload();
  return list.node;
}
