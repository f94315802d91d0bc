import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { failure, loading } from '../parts/states.js';
import { linkButton, pageHead, section } from '../parts/page-head.js';
import { newcomer } from './newcomer.js';
import { dayPlots } from './day-plots.js';
import { executionsSince } from './executions-since.js';
import { recentCards } from './recent-cards.js';
import { modelTable, versionTable } from './usage-tables.js';
import { totalTiles } from './total-tiles.js';

const RANGES = [7, 30, 90];

/** What the lab did lately: counts, tokens and cost per day, what was worked on, what failed, models and versions. */
export async function show(page, params, lab) {
  const range = element('div', { class: 'segments', role: 'group', 'aria-label': 'Days shown' });
  const content = element('div', { class: 'dashboard' });
  const zone = element('span');
  page.append(pageHead({ title: 'Dashboard', sub: zone, actions: [range, linkButton('New template', '/lab/templates/new', { drawing: 'plus', kind: 'primary' })] }), content);
  content.append(loading());
  await read();

  function days() {
    const asked = Number(lab.query.get('days'));
    return RANGES.includes(asked) ? asked : 30;
  }

  async function read() {
    range.replaceChildren(...RANGES.map((count) => element('button', { type: 'button', class: 'segment', 'aria-pressed': String(count === days()), text: `${count} days`, on: { click: () => choose(count) } })));
    content.classList.add('is-stale');
    try {
      draw(await lab.api.get('dashboard', { days: days() }, lab.signal));
    } catch (error) {
      if (!lab.signal.aborted) content.replaceChildren(failure(Problem.of(error), read));
    }
    content.classList.remove('is-stale');
  }

  async function choose(count) {
    lab.setQuery({ days: count === 30 ? null : count });
    await read();
    range.querySelector('[aria-pressed="true"]').focus();
    lab.announce(`The last ${count} days.`);
  }

  function draw(dashboard) {
    const isNew = dashboard.recent_templates.length === 0 && dashboard.recent_executions.length === 0;
    range.hidden = isNew;
    zone.textContent = isNew ? '' : `The last ${days()} days with today, counted in ${dashboard.time_zone}`;
    content.replaceChildren(...(isNew ? [newcomer()] : parts(dashboard)));
  }

  function parts(dashboard) {
    const executions = executionsSince(dashboard.days[0]?.day);
    return [
      totalTiles(dashboard.totals, executions),
      section('Day by day', dayPlots(dashboard.days, lab)),
      recentCards(dashboard, executions),
      section('Models', modelTable(dashboard.models, executions)),
      section('Template versions', versionTable(dashboard.versions, executions)),
    ];
  }
}
