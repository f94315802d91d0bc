import uPlot from '../../vendor/uplot/uPlot.esm.js';
import { colourOf } from './plot-colours.js';

const STEPS = [1, 2, 5, 10, 15, 30];

/** What uPlot is told of a plot whose x are the places of `labels`. */
export function plotOptions(node, { labels, series, format, isStacked, max, width, height, onPlace }) {
  const axis = { stroke: colourOf(node, '--muted'), font: '12px sans-serif', ticks: { show: false }, grid: { stroke: colourOf(node, '--line'), width: 1 } };
  const room = series.some(({ kind }) => kind !== 'line') ? 0.5 : 0.2;
  return {
    width,
    height,
    padding: [12, 10, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: false, range: [-room, labels.length - 1 + room] }, y: { range: (_, low, high) => [0, max ?? (high > 0 ? high * 1.08 : 1)] } },
    axes: [
      { ...axis, incrs: STEPS, space: 58, size: 26, gap: 6, grid: { show: false }, values: (_, places) => places.map((place) => labels[place] ?? '') },
      { ...axis, size: (_, texts) => Math.max(56, 16 + 7 * Math.max(0, ...(texts ?? []).map(({ length }) => length))), space: 32, values: (_, values) => values.map(format) },
    ],
    series: [{}, ...drawn(series, isStacked).map((one) => seriesOf(node, one))],
    hooks: { setCursor: [(plot) => onPlace(plot.cursor.idx ?? null)] },
  };
}

/** uPlot's columns: of a stack, the sums from the ground, the highest first so that the lower ones are drawn over it. */
export function plotData(labels, series, isStacked) {
  const columns = drawn(series, isStacked).map(({ values }) => values);
  return [labels.map((_, place) => place), ...columns];
}

function drawn(series, isStacked) {
  if (!isStacked) return series;
  return series.map((one, index) => ({ ...one, values: one.values.map((_, place) => sum(series.slice(0, index + 1), place)) })).reverse();
}

const sum = (series, place) => series.reduce((total, { values }) => total + (values[place] ?? 0), 0);

function seriesOf(node, { name, colour, kind }) {
  const stroke = colourOf(node, colour);
  if (kind === 'line') return { label: name, stroke, width: 2, spanGaps: true, points: { show: true, size: 8, fill: stroke, stroke } };
  return { label: name, fill: stroke, width: 0, points: { show: false }, paths: uPlot.paths.bars({ size: [0.72, 44], radius: 0.12 }) };
}
