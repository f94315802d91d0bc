import { element } from '../../widget/view/dom.js';
import { counted } from '../parts/figures.js';
import { note } from '../parts/states.js';

/** Says on the list of templates that files wait for a decision, and where the folder is seen. Nothing without a folder. */
export async function folderNotice(lab) {
  const { folder, conflicts, problems } = await lab.api.get('templates/sync', {}, lab.signal);
  if (!folder) return null;
  const link = (text) => element('a', { href: '/lab/templates/folder', text });
  if (conflicts.length + problems.length === 0) return element('p', { class: 'muted folder-line' }, 'These templates are kept in step with ', link('a folder'), '.');
  const said = [conflicts.length > 0 && `${counted(conflicts.length, 'template')} ${conflicts.length === 1 ? 'is' : 'are'} in conflict with ${conflicts.length === 1 ? 'its file' : 'their files'}`, problems.length > 0 && `${counted(problems.length, 'file')} cannot be used`];
  return note('warn', element('p', {}, `${said.filter(Boolean).join('; ')}. `, link('Look at both sides and decide')));
}
