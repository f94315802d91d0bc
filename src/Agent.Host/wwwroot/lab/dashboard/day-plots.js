import { element } from '../../widget/view/dom.js';
import { costText, countText } from '../parts/figures.js';
import { PlotView } from '../plots/plot-view.js';

const dayText = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact' });

/** Executions, tokens and cost of each day. */
export function dayPlots(days, { announce, signal }) {
  const labels = days.map(({ day }) => dayText.format(new Date(`${day}T00:00:00Z`)));
  const column = (read) => days.map(read);
  const common = { labels, signal, announce: (text) => announce(text) };
  const plots = [
    new PlotView({
      ...common,
      title: 'Executions per day',
      format: countText,
      isStacked: true,
      series: [
        { name: 'Failed', colour: '--bad', values: column(({ failed }) => failed) },
        { name: 'Others', colour: '--plot-1', values: column(({ executions, failed }) => executions - failed) },
      ],
    }),
    new PlotView({
      ...common,
      title: 'Tokens per day',
      format: (count) => (count < 100_000 ? countText(count) : compact.format(count)),
      isStacked: true,
      series: [
        { name: 'In', colour: '--plot-1', values: column(({ input_tokens: count }) => count) },
        { name: 'Out', colour: '--plot-2', values: column(({ output_tokens: count }) => count) },
      ],
    }),
    new PlotView({ ...common, title: 'Cost per day', format: (cost) => (cost >= 100 ? compact.format(cost) : costText(cost)), series: [{ name: 'Cost', colour: '--plot-1', values: column(({ cost }) => cost ?? 0) }] }),
  ];
  return element('div', { class: 'plots' }, ...plots.map(({ node }) => node));
}
