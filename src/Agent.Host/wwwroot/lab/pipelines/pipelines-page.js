import { element, icon } from '../../widget/view/dom.js';
import { bringBack } from '../parts/bring-back.js';
import { afterPause } from '../parts/fields.js';
import { counted } from '../parts/figures.js';
import { sharingMark, tagMark, timeMark } from '../parts/marks.js';
import { linkButton, pageHead } from '../parts/page-head.js';
import { PagedList } from '../parts/paged-list.js';

/** All pipelines that one can see, the last changed first. */
export async function show(page, params, lab) {
  const { query } = lab;
  const search = element('input', { type: 'search', class: 'input', 'aria-label': 'Search pipelines', placeholder: 'Search name and description', on: { input: afterPause(() => filter({ search: search.value.trim() })) } });
  const deleted = element('input', { type: 'checkbox', on: { change: () => filter({ deleted: deleted.checked }) } });
  search.value = query.get('search') ?? '';
  deleted.checked = query.get('deleted') === 'true';

  const list = new PagedList({
    label: 'Pipelines',
    signal: lab.signal,
    load: (cursor, signal) => lab.api.get('pipelines', { search: query.get('search'), tag: query.get('tag'), template_id: query.get('template_id'), deleted: query.get('deleted'), cursor, limit: 50 }, signal),
    empty: () => emptyText(query),
    onLoad: (items) => lab.announce(counted(items.length, 'pipeline')),
    columns: [
      { label: 'Name', kind: 'wide', cell: nameCell },
      { label: 'Steps', cell: ({ steps }) => counted(steps.length, 'step') },
      { label: 'Tags', cell: ({ tags }) => element('span', { class: 'marks' }, ...tags.map(tagMark)) },
      { label: 'Changed', cell: ({ updated_at: at }) => timeMark(at) },
      { label: '', kind: 'mark', cell: actionCell },
    ],
  });

  page.append(
    pageHead({ title: 'Pipelines', actions: [linkButton('New pipeline', '/lab/pipelines/new', { drawing: 'plus', kind: 'primary' })] }),
    element('div', { class: 'filters' }, element('label', { class: 'search-box' }, icon('search'), search), element('label', { class: 'check' }, deleted, 'Deleted ones')),
    list.node,
  );
  await list.reload();

  function filter(values) {
    lab.setQuery(values);
    list.reload();
  }

  function actionCell(item) {
    if (item.deleted_at) return bringBack(lab, 'pipelines', item, () => list.reload());
    return element('a', { href: `/lab/runs?pipeline_id=${item.id}`, 'aria-label': `Runs of ${item.name}`, text: 'Runs' });
  }
}

function nameCell(item) {
  const title = item.deleted_at ? element('span', { text: item.name }) : element('a', { href: `/lab/pipelines/${item.id}`, class: 'row-link', text: item.name });
  return [element('span', { class: 'row-title' }, title, sharingMark(item)), item.description && element('span', { class: 'row-text', text: item.description })].filter(Boolean);
}

function emptyText(query) {
  if (query.get('search') || query.get('tag') || query.get('template_id')) return { title: 'No pipeline fits.', text: 'Try fewer or other words.' };
  if (query.get('deleted')) return { title: 'Nothing is deleted.' };
  return {
    title: 'No pipelines yet.',
    text: 'A pipeline runs templates and workflow tools one after the other or side by side, and hands the outputs on. A run that failed goes on where it stopped.',
    action: linkButton('Make the first one', '/lab/pipelines/new', { kind: 'primary', drawing: 'plus' }),
  };
}
