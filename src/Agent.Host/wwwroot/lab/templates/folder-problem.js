import { element } from '../../widget/view/dom.js';
import { button } from '../parts/page-head.js';

/** A file that cannot be used: why, and the way out where it has a template. */
export function folderProblem({ file, message, template_id: id }, replace) {
  return element(
    'li',
    {},
    element('code', { text: file }),
    element('span', { text: message }),
    id && element('a', { href: `/lab/templates/${id}`, text: 'Its template' }),
    id && button('Replace the file by its template', replace, { kind: 'small' }),
  );
}
