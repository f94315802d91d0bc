import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { counted, exactText } from '../parts/figures.js';
import { button, pageHead, section } from '../parts/page-head.js';
import { empty, failure, loading } from '../parts/states.js';
import { folderConflict } from './folder-conflict.js';
import { folderProblem } from './folder-problem.js';

/** How the templates and their folder stand; where both changed, both sides, and what shall stay. */
export async function show(page, params, lab) {
  const head = element('div');
  const content = element('div', { class: 'pipeline-form' }, loading());
  page.append(head, content);
  showHead(null);
  draw(await lab.api.get('templates/sync', {}, lab.signal));

  function showHead(status) {
    head.replaceChildren(
      pageHead({
        title: 'Folder of templates',
        crumbs: [{ text: 'Templates', href: '/lab/templates' }],
        sub: status?.folder && facts(status),
        actions: status?.folder ? [button('Synchronise now', synchronise, { drawing: 'retry' })] : [],
      }),
    );
  }

  function draw(status) {
    showHead(status);
    const { folder, conflicts, problems } = status;
    if (!folder) {
      content.replaceChildren(empty({ title: 'No folder is kept in step with your templates.', text: 'Whoever runs the service names one with Templates:Folder (and Templates:Owner for another user than the local one): templates are then YAML files, too, to be edited and versioned there.' }));
      return;
    }
    const parts = [
      conflicts.length > 0 && section('In conflict', element('p', { class: 'muted', text: 'Nothing of these is touched until you decide.' }), ...conflicts.map((conflict) => folderConflict(conflict, (keep) => decide(conflict, keep)))),
      problems.length > 0 && section('Files that cannot be used', element('ul', { class: 'folder-problems' }, ...problems.map((problem) => folderProblem(problem, () => decide(problem, 'template'))))),
      conflicts.length + problems.length === 0 && empty({ title: 'All in step.', text: status.files === 0 ? 'There is no template yet: save one, or put a YAML file into the folder.' : 'Every file says what its template says.' }),
    ];
    content.replaceChildren(...parts.filter(Boolean));
  }

  async function decide({ template_id: id, name, file }, keep) {
    await change(() => lab.api.post(`templates/sync/conflicts/${id}`, { keep }, lab.signal), keep === 'file' ? `The file ${file} is kept.` : `The template ${name ?? ''} is kept.`.replace('  ', ' '));
  }

  async function synchronise() {
    await change(() => lab.api.post('templates/sync', undefined, lab.signal), 'The folder and the templates were compared.');
  }

  /** What cannot be done is told above both sides, which are read again. */
  async function change(call, said) {
    content.classList.add('is-stale');
    let problem = null;
    try {
      draw(await call());
      lab.toast(said);
    } catch (error) {
      if (lab.signal.aborted) return;
      problem = Problem.of(error);
      await lab.api.get('templates/sync', {}, lab.signal).then(draw, () => {});
    }
    content.classList.remove('is-stale');
    if (problem) content.prepend(failure(problem));
    page.querySelector('h1').focus({ preventScroll: true });
  }
}

function facts({ folder, watching, last_sync_at: at, files, in_step: inStep }) {
  const texts = [`${counted(files, 'file')}, ${inStep} in step`, at ? `compared ${exactText(at)}` : 'not compared yet', watching ? 'changes of files are noticed at once' : 'files are looked at from time to time'];
  return element('span', { class: 'run-facts' }, element('code', { text: folder }), ...texts.map((text) => element('span', { text })));
}
