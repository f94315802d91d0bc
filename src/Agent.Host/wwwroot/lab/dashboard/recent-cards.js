import { element } from '../../widget/view/dom.js';
import { durationText } from '../parts/figures.js';
import { statusMark, timeMark } from '../parts/marks.js';

/** What was worked on last, and what went wrong. */
export function recentCards({ recent_templates: templates, recent_executions: executions, recent_runs: runs, failures }, since) {
  return element(
    'div',
    { class: 'cards' },
    card('Recent templates', '/lab/templates', templates.map(({ id, name, version, updated_at: at }) => row(`/lab/templates/${id}`, name, element('span', { class: 'muted', text: `v${version}` }), timeMark(at))), 'No template yet.'),
    card('Recent executions', '/lab/executions', executions.map((item) => row(`/lab/executions/${item.id}`, `${item.template_name} v${item.version}`, statusMark(item.status), timeMark(item.created_at))), 'Nothing ran yet.'),
    card('Recent runs', '/lab/runs', runs.map((item) => row(`/lab/runs/${item.id}`, item.pipeline.name, statusMark(item.status), timeMark(item.created_at))), 'No pipeline ran yet.'),
    card('Failures', since({ status: 'failed' }), failures.map((item) => row(`/lab/executions/${item.id}`, `${item.template_name} v${item.version}`, element('span', { class: 'row-text', text: item.error?.message ?? durationText(item.duration_ms) }), timeMark(item.created_at))), 'Nothing failed in these days.'),
  );
}

function card(title, href, rows, none) {
  return element(
    'section',
    { class: 'card', 'aria-label': title },
    element('div', { class: 'card-head' }, element('h2', { text: title }), element('a', { href, text: 'All', 'aria-label': `${title}: all` })),
    rows.length > 0 ? element('ul', { class: 'card-rows' }, ...rows) : element('p', { class: 'muted card-none', text: none }),
  );
}

function row(href, text, middle, end) {
  return element('li', {}, element('a', { href, class: 'row-link', text }), middle, end);
}
