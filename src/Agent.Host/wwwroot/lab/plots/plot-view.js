import uPlot from '../../vendor/uplot/uPlot.esm.js';
import { element, icon } from '../../widget/view/dom.js';
import { onColours } from './plot-colours.js';
import { plotData, plotOptions } from './plot-options.js';

const HEIGHT = 190;

/**
 * A plot with its legend, what it says at the place that is pointed at (by mouse, finger or arrow keys), and all of it as a table.
 *
 * @param {object} options `title`; `labels` of the places; `series` of `{name, colour, values, kind?: 'bars'|'line'}`; `format` of a
 * value; `isStacked`; `max` of the scale; `announce`, `signal` of the visit
 */
export class PlotView {
  #options;
  #plot = null;
  #place = null;
  #area = element('div', { class: 'plot-area' });
  #said = element('p', { class: 'plot-said' });

  constructor(options) {
    this.#options = options;
    const { title, series, signal } = options;
    const frame = element('div', { class: 'plot-frame', tabindex: '0', role: 'group', 'aria-roledescription': 'plot', 'aria-label': `${title}. Arrow keys read the values; the table below has them all.`, on: { keydown: (event) => this.#key(event) } }, this.#area);
    this.node = element(
      'figure',
      { class: 'plot' },
      element('figcaption', { class: 'plot-head' }, element('span', { class: 'plot-title', text: title }), element('span', { class: 'plot-legend' }, ...series.map(legendMark))),
      frame,
      this.#said,
      element('details', { class: 'plot-details' }, element('summary', {}, icon('chevron'), 'As a table'), tableOf(options)),
    );
    this.#say(null);
    const size = new ResizeObserver(() => this.#fit());
    size.observe(this.#area);
    signal.addEventListener('abort', () => {
      size.disconnect();
      this.#plot?.destroy();
    });
    onColours(() => this.#draw(), signal);
  }

  #fit() {
    const width = Math.floor(this.#area.clientWidth);
    if (width === 0) return;
    if (this.#plot) this.#plot.setSize({ width, height: HEIGHT });
    else this.#draw();
  }

  #draw() {
    const { labels, series, isStacked } = this.#options;
    const width = Math.floor(this.#area.clientWidth);
    if (width === 0) return;
    this.#plot?.destroy();
    const options = plotOptions(this.#area, { ...this.#options, width, height: HEIGHT, onPlace: (place) => this.#say(place) });
    this.#plot = new uPlot(options, plotData(labels, series, isStacked), this.#area);
  }

  #key(event) {
    const last = this.#options.labels.length - 1;
    const from = this.#place ?? (event.key === 'ArrowLeft' ? last + 1 : -1);
    const place = { ArrowLeft: Math.max(0, from - 1), ArrowRight: Math.min(last, from + 1), Home: 0, End: last }[event.key];
    if (place === undefined || !this.#plot) return;
    event.preventDefault();
    this.#plot.setCursor({ left: this.#plot.valToPos(place, 'x'), top: 10 });
    this.#say(place);
    this.#options.announce(this.#said.textContent);
  }

  #say(place) {
    const { labels, series, format } = this.#options;
    this.#place = place;
    this.#said.classList.toggle('muted', place === null);
    this.#said.textContent = place === null ? 'Point at the plot for the figures.' : `${labels[place]}: ${series.map(({ name, values }) => `${name} ${format(values[place])}`).join(' · ')}`;
  }
}

function legendMark({ name, colour }) {
  const swatch = element('span', { class: 'plot-swatch', 'aria-hidden': 'true' });
  swatch.style.background = `var(${colour})`;
  return element('span', { class: 'plot-key' }, swatch, name);
}

function tableOf({ title, labels, series, format, axis = 'Day' }) {
  const head = element('tr', {}, element('th', { scope: 'col', text: axis }), ...series.map(({ name }) => element('th', { scope: 'col', class: 'figure', text: name })));
  const rows = labels.map((label, place) => element('tr', {}, element('th', { scope: 'row', text: label }), ...series.map(({ values }) => element('td', { class: 'figure', text: format(values[place]) }))));
  return element('div', { class: 'plot-table', tabindex: '0', role: 'region', 'aria-label': `${title} as a table` }, element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows.reverse())));
}
