import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { counted } from '../parts/figures.js';

/** Deletes a template after asking; when something uses it, what that is comes first. */
export async function deleteTemplate(lab, template) {
  const isSure = await lab.confirm(`Delete “${template.name}”?`, 'Its versions and its executions stay, and it can be brought back from the list of deleted ones.', 'Delete');
  if (!isSure) return false;
  try {
    await lab.api.delete(`templates/${template.id}`);
    return true;
  } catch (error) {
    const problem = Problem.of(error);
    if (problem.code !== 'template_in_use') throw problem;
    return (await askAboutUsage(lab, template, problem.details.usage)) && (await lab.api.delete(`templates/${template.id}`, { force: true }), true);
  }
}

/** Takes a deletion back, and goes to the template. */
export async function bringBack(lab, { id, name }) {
  try {
    await lab.api.post(`templates/${id}/undelete`);
    await lab.go(`/lab/templates/${id}`);
    lab.toast(`“${name}” is back.`);
  } catch (error) {
    lab.toast(Problem.of(error).message);
  }
}

function askAboutUsage(lab, template, { pipelines = [], datasets = [], others_pipelines: others = 0 }) {
  const steps = (list) => list.map(({ name, version, label }) => (version ? `${name} (v${version})` : label ? `${name} (${label})` : `${name} (newest)`)).join(', ');
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'usage-title' },
    element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'usage-title', text: `“${template.name}” is in use` }),
      ...uses('These would not run any more:', [
        ...pipelines.map(({ id, name, steps: used }) => element('li', {}, 'Pipeline ', element('a', { href: `/lab/pipelines/${id}`, text: name }), `: ${steps(used)}`)),
        ...(others > 0 ? [element('li', { text: `${counted(others, 'pipeline')} of other people` })] : []),
      ]),
      ...uses('These would not be evaluated any more:', datasets.map(({ id, name }) => element('li', {}, 'Dataset ', element('a', { href: `/lab/datasets/${id}`, text: name })))),
      element('p', { class: 'muted', text: 'Change them first, or delete it all the same.' }),
      element('div', { class: 'dialog-actions' }, element('button', { class: 'button', value: 'no', text: 'Keep it' }), element('button', { class: 'button danger', value: 'yes', text: 'Delete all the same' })),
    ),
  );
  document.querySelector('.shell').append(dialog);
  lab.signal.addEventListener('abort', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target.closest('a') && dialog.close('no'));
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
  });
}

const uses = (what, items) => (items.length === 0 ? [] : [element('p', { class: 'muted', text: what }), element('ul', { class: 'usage-list' }, ...items)]);
