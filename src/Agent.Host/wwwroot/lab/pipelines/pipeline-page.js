import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { afterPause } from '../parts/fields.js';
import { sharingMark, timeMark } from '../parts/marks.js';
import { button, linkButton, pageHead } from '../parts/page-head.js';
import { readOnly } from '../parts/read-only.js';
import { loading, note } from '../parts/states.js';
import { orderView } from './order-view.js';
import { PipelineForm } from './pipeline-form.js';
import { ProblemSummary } from './problem-summary.js';
import { RunPanel } from './run-panel.js';

const NEW = { id: null, name: '', description: '', tags: [], inputs: [], steps: [], output: null };

/** One pipeline: changed with live checks, and run. */
export async function show(page, { id }, lab) {
  page.append(loading());
  let [pipeline, context, user] = await Promise.all([id === 'new' ? NEW : lab.api.get(`pipelines/${id}`, {}, lab.signal), read(lab), lab.user()]);
  if (lab.signal.aborted) return;

  const isMine = !pipeline.id || pipeline.owner === user;
  let saved = '';
  const head = element('div', { class: 'page-top' });
  const summary = new ProblemSummary((text) => lab.announce(text));
  const order = element('div', { class: 'order-frame' });
  const save = button('Save', () => store(), { kind: 'primary', title: 'Ctrl+S' });
  const check = afterPause(() => look(), 350);
  const form = new PipelineForm(pipeline, context, { announce: (text) => lab.announce(text), onChange: () => { showState(); check(); } });
  const panel = new RunPanel(lab, pipeline, () => (isChanged() ? store() : true));
  await form.load();
  if (lab.signal.aborted) return;
  if (!isMine) lock();
  page.replaceChildren(
    head,
    element('div', { class: 'pipeline-columns' }, form.node, element('aside', { class: 'pipeline-side', 'aria-label': 'Check and run' }, summary.node, element('section', { class: 'side-part', 'aria-label': 'Order' }, element('h2', { text: 'Order' }), order), panel.node)),
  );
  const onKey = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      store();
    }
  };
  if (isMine) page.addEventListener('keydown', onKey);
  lab.guard(() => (isChanged() ? 'The changes of this pipeline are not saved.' : null));
  saved = JSON.stringify(form.value);
  showHead();
  await look();

  function isChanged() {
    return saved !== '' && JSON.stringify(form.value) !== saved;
  }

  function showState() {
    if (saved === '') return;
    save.disabled = !isChanged();
    save.textContent = isChanged() ? 'Save' : pipeline.id ? 'Saved' : 'Save';
  }

  function lock() {
    readOnly(form.node);
    form.sharing.node.hidden = true;
  }

  function showHead() {
    const runs = pipeline.id && linkButton('Runs', `/lab/runs?pipeline_id=${pipeline.id}`, { drawing: 'history' });
    if (pipeline.id) lab.title(pipeline.name);
    head.replaceChildren(
      pageHead({
        title: pipeline.id ? pipeline.name : 'New pipeline',
        crumbs: [{ text: 'Pipelines', href: '/lab/pipelines' }],
        sub: pipeline.id && element('span', { class: 'marks' }, 'Changed ', timeMark(pipeline.updated_at), sharingMark(pipeline)),
        actions: !isMine ? [runs] : pipeline.id ? [button('Delete', remove, { drawing: 'trash' }), runs, save] : [save],
      }),
      isMine ? '' : note('info', element('p', { text: `Shared by ${pipeline.owner}: run it, or save a copy; only ${pipeline.owner} changes it.` }), button('Save a copy', copy)),
    );
    panel.node.hidden = !pipeline.id;
    showState();
  }

  async function look() {
    try {
      const { problems, order: layers } = await lab.api.post('pipelines/check', form.value, lab.signal);
      if (!lab.signal.aborted) showProblems(problems, layers);
    } catch (error) {
      if (!lab.signal.aborted) lab.toast(Problem.of(error).message);
    }
  }

  function showProblems(problems, layers = null) {
    const isUntouched = !pipeline.id && !isChanged();
    form.show(isUntouched ? [] : problems);
    summary.node.hidden = isUntouched;
    summary.show(problems, (problem) => form.jump(problem));
    if (layers) order.replaceChildren(orderView(layers, form.kinds));
  }

  async function store() {
    if (!isChanged() && pipeline.id) return true;
    save.disabled = true;
    const value = form.value;
    try {
      const isNew = !pipeline.id;
      pipeline = isNew ? await lab.api.post('pipelines', value) : await lab.api.patch(`pipelines/${pipeline.id}`, { ...value, output: value.output ?? '', revision: pipeline.revision });
      saved = JSON.stringify(value);
      lab.toast('Saved.');
      if (isNew) lab.go(`/lab/pipelines/${pipeline.id}`, { replace: true });
      panel.show(pipeline);
      showHead();
      return true;
    } catch (error) {
      refused(Problem.of(error));
      return false;
    } finally {
      showState();
    }
  }

  async function copy() {
    try {
      const { id: own } = await lab.api.post('pipelines', { ...form.value, name: `${pipeline.name} (copy)`, sharing: 'private' });
      await lab.go(`/lab/pipelines/${own}`);
    } catch (error) {
      refused(Problem.of(error));
    }
  }

  function refused(problem) {
    const problems = problem.details.problems ?? Object.entries(problem.details.errors ?? {}).flatMap(([field, texts]) => texts.map((message) => ({ field, message, severity: 'error' })));
    if (problems.length > 0) {
      showProblems(problems);
      form.jump(problems.find(({ severity }) => severity === 'error') ?? problems[0]);
    }
    lab.toast(problems.length > 0 ? 'Not saved: see the problems.' : problem.message);
  }

  async function remove() {
    if (!(await lab.confirm(`Delete ${pipeline.name}?`, 'Its runs stay, and it can be brought back.', 'Delete'))) return;
    try {
      await lab.api.delete(`pipelines/${pipeline.id}`);
      lab.guard(null);
      lab.toast(`${pipeline.name} is deleted.`);
      lab.go('/lab/pipelines');
    } catch (error) {
      lab.toast(Problem.of(error).message);
    }
  }
}

/** What the fields offer; each template is read once. */
async function read(lab) {
  const nothing = { data: [] };
  const get = (path, query) => lab.api.get(path, query, lab.signal);
  const [templates, providers, tools] = await Promise.all([get('templates', { limit: 200 }), get('providers').catch(() => nothing), get('workflows').catch(() => [])]);
  const known = new Map();
  return {
    templates: templates.data.toSorted((a, b) => a.name.localeCompare(b.name)),
    providers: providers.data,
    tools: (tools.data ?? tools).filter(({ in_pipelines: isOffered }) => isOffered),
    template: (id) => known.get(id) ?? known.set(id, get(`templates/${id}`)).get(id),
    version: (id, number) => get(`templates/${id}/versions/${number}`),
  };
}
