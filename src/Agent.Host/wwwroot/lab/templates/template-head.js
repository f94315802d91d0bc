import { element } from '../../widget/view/dom.js';
import { counted } from '../parts/figures.js';
import { labelMark, sharingMark, timeMark } from '../parts/marks.js';
import { pageHead, tabs } from '../parts/page-head.js';

/** The top of all pages about one template. */
export function templateHead({ template, used_in: usedIn = [] }, tab, actions = []) {
  const path = `/lab/templates/${template.id}`;
  const usage = usedIn?.length > 0 && element('span', { title: usedIn.map(({ name }) => name).join(', '), text: `Used in ${counted(usedIn.length, 'pipeline')}` });
  const newest = element('span', { text: `v${template.version}` });
  const changed = element('span', {}, 'changed ', timeMark(template.updated_at), ` by ${template.updated_by}`);
  const sub = element('span', { class: 'page-sub' }, newest, ...template.labels.map((label) => labelMark(label, true)), sharingMark(template), usage, changed);
  return element(
    'div',
    { class: 'template-head' },
    pageHead({ title: template.name, crumbs: [{ text: 'Templates', href: '/lab/templates' }], sub, actions }),
    tabs('Template', [
      { text: 'Prompt', href: path, isCurrent: tab === 'prompt' },
      { text: 'Run', href: `${path}/run`, isCurrent: tab === 'run' },
      { text: 'Versions', href: `${path}/versions`, isCurrent: tab === 'versions' },
    ]),
  );
}
