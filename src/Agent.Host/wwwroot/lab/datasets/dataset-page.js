import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { counted, percentText } from '../parts/figures.js';
import { sharingMark, timeMark } from '../parts/marks.js';
import { button, linkButton, pageHead, tabs } from '../parts/page-head.js';
import { loading, note } from '../parts/states.js';
import { evaluatorsView } from './evaluators-view.js';
import { resultsView } from './results-view.js';
import { rowsView } from './rows-view.js';

const NEW = { id: null, name: '', description: '', template_id: null, evaluators: [{ kind: 'contains', ignore_case: true }], threshold: 1, rows: 0 };
const VIEWS = { rows: 'Rows', evaluators: 'Evaluators and settings', results: 'Results' };

/** One dataset: its rows, what outputs are checked for, and how versions did. */
export async function show(page, { id }, lab) {
  page.append(loading());
  const get = (path, query) => lab.api.get(path, query, lab.signal);
  const isNew = id === 'new';
  let [dataset, templates, providers, user] = await Promise.all([isNew ? { ...NEW, template_id: lab.query.get('template_id') } : get(`datasets/${id}`), get('templates', { limit: 200 }), get('providers').catch(() => ({ data: [] })), lab.user()]);
  if (lab.signal.aborted) return;
  const isMine = isNew || dataset.owner === user;
  const context = { isMine, templates: templates.data.toSorted((a, b) => a.name.localeCompare(b.name)), providers: providers.data };
  const asked = lab.query.get('view');
  const view = isNew ? 'evaluators' : asked in VIEWS ? asked : 'rows';
  const head = element('div', { class: 'page-top' });
  const content = element('div', {}, loading());
  page.replaceChildren(head, content);
  showHead();
  content.replaceChildren(await viewOf());

  function viewOf() {
    if (view === 'evaluators') return evaluatorsView(dataset, context, lab, saved);
    return view === 'results' ? resultsView(dataset, context, lab) : rowsView(dataset, context, lab, changed);
  }

  function saved(stored) {
    lab.guard(null);
    lab.go(`/lab/datasets/${stored.id}${isNew ? '' : '?view=evaluators'}`, { replace: true });
  }

  /** Rows are others now; their number is asked for where the answer does not tell it. */
  async function changed(stored) {
    dataset = stored ?? (await get(`datasets/${id}`).catch(() => dataset));
    showHead();
  }

  function showHead() {
    if (!isNew) lab.title(dataset.name);
    const evaluate = linkButton('Evaluate', `/lab/datasets/${id}?view=results`, { drawing: 'play', kind: 'primary' });
    const facts = [counted(dataset.rows, 'row'), counted(dataset.evaluators.length, 'evaluator'), `${percentText(dataset.threshold)} must pass`];
    head.replaceChildren(
      pageHead({
        title: isNew ? 'New dataset' : dataset.name,
        crumbs: [{ text: 'Datasets', href: '/lab/datasets' }],
        sub: !isNew && element('span', { class: 'run-facts' }, ...facts.map((text) => element('span', { text })), element('span', {}, 'Changed ', timeMark(dataset.updated_at)), sharingMark(dataset)),
        actions: isNew ? [] : isMine ? [button('Delete', remove, { drawing: 'trash' }), evaluate] : [evaluate],
      }),
      isMine ? '' : note('info', element('p', { text: `Shared by ${dataset.owner}: read it, export it, evaluate with it; only ${dataset.owner} changes it.` })),
      isNew ? '' : tabs('Dataset', Object.entries(VIEWS).map(([name, text]) => ({ text, href: `/lab/datasets/${id}${name === 'rows' ? '' : `?view=${name}`}`, isCurrent: name === view }))),
    );
  }

  async function remove() {
    if (!(await lab.confirm(`Delete ${dataset.name}?`, 'It can be brought back. Its evaluations stay.', 'Delete'))) return;
    try {
      await lab.api.delete(`datasets/${id}`);
      lab.guard(null);
      lab.toast(`${dataset.name} is deleted.`);
      lab.go('/lab/datasets');
    } catch (error) {
      lab.toast(Problem.of(error).message);
    }
  }
}
