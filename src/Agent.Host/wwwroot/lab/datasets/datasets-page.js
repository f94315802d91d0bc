import { element, icon } from '../../widget/view/dom.js';
import { bringBack } from '../parts/bring-back.js';
import { afterPause } from '../parts/fields.js';
import { countText, counted, percentText } from '../parts/figures.js';
import { sharingMark, timeMark } from '../parts/marks.js';
import { linkButton, pageHead } from '../parts/page-head.js';
import { PagedList } from '../parts/paged-list.js';

/** All datasets that one can see, the last changed first. */
export async function show(page, params, lab) {
  const { query } = lab;
  const search = element('input', { type: 'search', class: 'input', 'aria-label': 'Search datasets', placeholder: 'Search name and description', on: { input: afterPause(() => filter({ search: search.value.trim() })) } });
  const deleted = element('input', { type: 'checkbox', on: { change: () => filter({ deleted: deleted.checked }) } });
  search.value = query.get('search') ?? '';
  deleted.checked = query.get('deleted') === 'true';

  const list = new PagedList({
    label: 'Datasets',
    signal: lab.signal,
    load: (cursor, signal) => lab.api.get('datasets', { search: query.get('search'), template_id: query.get('template_id'), deleted: query.get('deleted'), cursor, limit: 50 }, signal),
    empty: () => emptyText(query),
    onLoad: (items) => lab.announce(counted(items.length, 'dataset')),
    columns: [
      { label: 'Name', kind: 'wide', cell: nameCell },
      { label: 'Rows', kind: 'figure', cell: ({ rows }) => countText(rows) },
      { label: 'Evaluators', kind: 'figure', cell: ({ evaluators }) => countText(evaluators.length) },
      { label: 'Must pass', kind: 'figure', cell: ({ threshold }) => percentText(threshold) },
      { label: 'Changed', cell: ({ updated_at: at }) => timeMark(at) },
      { label: '', kind: 'mark', cell: (item) => (item.deleted_at ? bringBack(lab, 'datasets', item, () => list.reload()) : '') },
    ],
  });
  page.append(
    pageHead({ title: 'Datasets', actions: [linkButton('New dataset', '/lab/datasets/new', { drawing: 'plus', kind: 'primary' })] }),
    element('div', { class: 'filters' }, element('label', { class: 'search-box' }, icon('search'), search), element('label', { class: 'check' }, deleted, 'Deleted ones')),
    list.node,
  );
  await list.reload();

  function filter(values) {
    lab.setQuery(values);
    list.reload();
  }
}

function nameCell(item) {
  const title = item.deleted_at ? element('span', { text: item.name }) : element('a', { href: `/lab/datasets/${item.id}`, class: 'row-link', text: item.name });
  return [element('span', { class: 'row-title' }, title, sharingMark(item)), item.description && element('span', { class: 'row-text', text: item.description })].filter(Boolean);
}

function emptyText(query) {
  if (query.get('search') || query.get('template_id')) return { title: 'No dataset fits.', text: 'Try fewer or other words.' };
  if (query.get('deleted')) return { title: 'Nothing is deleted.' };
  return {
    title: 'No datasets yet.',
    text: 'A dataset holds values and what should come out. Run a version of a template over it to see whether a change is an improvement.',
    action: linkButton('Make the first one', '/lab/datasets/new', { kind: 'primary', drawing: 'plus' }),
  };
}
