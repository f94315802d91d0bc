import { element } from '../../widget/view/dom.js';
import { costText, countText, counted, percentText } from '../parts/figures.js';

const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

/** The figures of the time shown, and what there is now. @param {(filters?) => string} executions the list of those counted */
export function totalTiles(totals, executions) {
  const share = totals.executions > 0 ? `${percentText(totals.failed / totals.executions)} of them` : 'nothing ran';
  return element(
    'dl',
    { class: 'tiles' },
    tile('Executions', countText(totals.executions), `with steps of ${counted(totals.runs, 'pipeline run')} and rows of evaluations`, executions()),
    tile('Failed', countText(totals.failed), share, executions({ status: 'failed' }), totals.failed > 0 ? 'bad' : ''),
    tile('Tokens', compact.format(totals.input_tokens + totals.output_tokens), `${compact.format(totals.input_tokens)} in · ${compact.format(totals.output_tokens)} out, judges’ included`),
    tile('Cost', costText(totals.cost), totals.cost === null ? 'no prices are configured' : 'by the configured prices'),
    tile('Templates', countText(totals.templates), `${counted(totals.pipelines, 'pipeline')} · ${counted(totals.datasets, 'dataset')}`, '/lab/templates'),
  );
}

function tile(name, value, text, href = null, tone = '') {
  const figure = href ? element('a', { href, text: value }) : value;
  return element('div', { class: `tile ${tone}`.trim() }, element('dt', { text: name }), element('dd', { class: 'tile-value' }, figure), element('dd', { class: 'tile-text', text }));
}
