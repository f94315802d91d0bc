import { element } from '../../widget/view/dom.js';
import { exactText } from '../parts/figures.js';
import { differenceView } from '../parts/difference-view.js';
import { button } from '../parts/page-head.js';
import { wordDifference } from '../parts/word-difference.js';

/**
 * A template and its file that both changed: both sides beside each other, what differs, and the choice.
 *
 * @param {{name, file, template: {version, text}|null, folder: {text, hash}|null, since}} conflict a side that is gone is null
 * @param {(keep: 'template'|'file') => void} decide
 */
export function folderConflict(conflict, decide) {
  const { template_id: id, name, file, template, folder, since } = conflict;
  const parts = template && folder ? wordDifference(template.text, folder.text) : null;
  return element(
    'article',
    { class: 'folder-conflict', 'aria-label': `${name} and ${file}` },
    element('h3', {}, template ? element('a', { href: `/lab/templates/${id}`, text: name }) : name, element('span', { class: 'muted', text: ` and ${file}` })),
    element('p', { class: 'muted', text: `${reason(conflict)}${since ? ` Noticed ${exactText(since)}.` : ''}` }),
    element(
      'div',
      { class: 'stale-pair' },
      side(template ? `The template, v${template.version}` : 'The template', template?.text ?? 'It was deleted.'),
      side(`The file ${file}`, folder?.text ?? 'It is gone.'),
    ),
    parts && element('details', {}, element('summary', { text: 'What the file has otherwise' }), differenceView(parts, `What ${file} has otherwise`)),
    element(
      'div',
      { class: 'form-actions' },
      choice('Keep the template', keepsTemplate(conflict), () => decide('template')),
      choice(folder ? 'Keep the file' : 'Delete the template, too', keepsFile(conflict), () => decide('file')),
    ),
  );
}

function reason({ template, folder }) {
  if (!template) return 'The template was deleted, and the file was changed.';
  return folder ? 'Both were changed since they said the same.' : 'The template is there, and its file is gone.';
}

const keepsTemplate = ({ template, folder, file }) => (template ? `${folder ? `${file} is replaced` : `${file} is written again`}.` : `${file} is deleted.`);

function keepsFile({ template, folder }) {
  if (!folder) return 'It can be brought back.';
  return template ? `It becomes v${template.version + 1}; v${template.version} stays in the history.` : 'The template is brought back with the text of the file.';
}

function side(label, text) {
  return element('figure', { class: 'stale-text' }, element('figcaption', { text: label }), element('div', { class: 'text-box', tabindex: '0', role: 'region', 'aria-label': label, text }));
}

function choice(text, consequence, onClick) {
  return element('span', { class: 'folder-choice' }, button(text, onClick), element('span', { class: 'muted', text: consequence }));
}
