import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { afterPause } from '../parts/fields.js';
import { sharingMark, timeMark } from '../parts/marks.js';
import { button, linkButton, pageHead } from '../parts/page-head.js';
import { loading } from '../parts/states.js';
import { orderView } from './order-view.js';
import { PipelineForm } from './pipeline-form.js';
import { ProblemSummary } from './problem-summary.js';
import { RunPanel } from './run-panel.js';

const NEW = { id: null, name: '', description: '', tags: [], inputs: [], steps: [], output: null };

/** One pipeline: changed with live checks, and run. */
export async function show(page, { id }, lab) {
  page.append(loading());
  let [pipeline, context] = await Promise.all([id === 'new' ? NEW : lab.api.get(`pipelines/${id}`, {}, lab.signal), read(lab)]);
  if (lab.signal.aborted) return;

  let saved = '';
  const head = element('div');
  const summary = new ProblemSummary((text) => lab.announce(text));
  const order = element('div', { class: 'order-frame' });
  const save = button('Save', () => store(), { kind: 'primary', title: 'Ctrl+S' });
  const check = afterPause(() => look(), 350);
  const form = new PipelineForm(pipeline, context, { announce: (text) => lab.announce(text), onChange: () => { showState(); check(); } });
  const panel = new RunPanel(lab, pipeline, () => (isChanged() ? store() : true));
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
  page.addEventListener('keydown', onKey);
  lab.guard(() => (isChanged() ? 'The changes of this pipeline are not saved.' : null));
  await form.load();
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

  function showHead() {
    if (pipeline.id) lab.title(pipeline.name);
    head.replaceChildren(
      pageHead({
        title: pipeline.id ? pipeline.name : 'New pipeline',
        crumbs: [{ text: 'Pipelines', href: '/lab/pipelines' }],
        sub: pipeline.id && element('span', { class: 'marks' }, 'Changed ', timeMark(pipeline.updated_at), sharingMark(pipeline)),
        actions: pipeline.id ? [button('Delete', remove, { drawing: 'trash' }), linkButton('Runs', `/lab/runs?pipeline_id=${pipeline.id}`, { drawing: 'history' }), save] : [save],
      }),
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
    tools: (tools.data ?? tools).filter(({ effect }) => effect === 'read'),
    template: (id) => known.get(id) ?? known.set(id, get(`templates/${id}`)).get(id),
    version: (id, number) => get(`templates/${id}/versions/${number}`),
  };
}
