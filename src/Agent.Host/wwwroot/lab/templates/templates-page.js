import { element, icon } from '../../widget/view/dom.js';
import { afterPause } from '../parts/fields.js';
import { counted } from '../parts/figures.js';
import { labelMark, sharingMark, tagMark, timeMark } from '../parts/marks.js';
import { button, linkButton, pageHead } from '../parts/page-head.js';
import { PagedList } from '../parts/paged-list.js';
import { bringBack } from './deletion.js';
import { folderNotice } from './folder-notice.js';
import { importTemplate } from './template-file.js';
import { templateUses } from './template-uses.js';

const WHOSE = [['', 'All'], ['me', 'Mine'], ['team', 'Shared with me']];

/** All templates that one can see: found by words and tags, the last changed first. */
export async function show(page, params, lab) {
  const { query } = lab;
  let uses = new Map();
  const search = element('input', { type: 'search', class: 'input', 'aria-label': 'Search templates', placeholder: 'Search name, description and text', on: { input: afterPause(() => filter({ search: search.value.trim() })) } });
  const deleted = element('input', { type: 'checkbox', id: 'deleted', on: { change: () => filter({ deleted: deleted.checked }) } });
  const owner = element('select', { class: 'input narrow', 'aria-label': 'Whose', on: { change: () => filter({ owner: owner.value }) } }, ...WHOSE.map(([value, text]) => element('option', { value, text })));
  const tags = element('div', { class: 'tag-filter', role: 'group', 'aria-label': 'Tags' });
  search.value = query.get('search') ?? '';
  owner.value = query.get('owner') ?? '';
  deleted.checked = query.get('deleted') === 'true';

  const list = new PagedList({
    label: 'Templates',
    signal: lab.signal,
    load: (cursor, signal) => lab.api.get('templates', { search: query.get('search'), tag: query.get('tag'), owner: query.get('owner'), deleted: query.get('deleted'), cursor, limit: 50 }, signal),
    empty: () => emptyText(query),
    onLoad: (items) => {
      showTags(items);
      lab.announce(counted(items.length, 'template'));
    },
    columns: [
      { label: 'Name', kind: 'wide', cell: (item) => nameCell(item, uses.get(item.id) ?? 0, lab) },
      { label: 'Labels', cell: ({ labels }) => element('span', { class: 'marks' }, ...labels.map((label) => labelMark(label, true))) },
      { label: 'Tags', cell: (item) => element('span', { class: 'marks' }, ...item.tags.map(tagMark)) },
      { label: 'Version', kind: 'figure', cell: ({ id, version, deleted_at: at }) => (at ? `v${version}` : element('a', { href: `/lab/templates/${id}/versions`, text: `v${version}` })) },
      { label: 'Changed', cell: ({ updated_at: at }) => timeMark(at) },
    ],
  });

  const folder = element('div');
  page.append(
    pageHead({
      title: 'Templates',
      actions: [button('Import', () => importTemplate(lab), { drawing: 'upload' }), linkButton('New template', '/lab/templates/new', { drawing: 'plus', kind: 'primary' })],
    }),
    element('div', { class: 'filters' }, element('label', { class: 'search-box' }, icon('search'), search), owner, element('label', { class: 'check' }, deleted, 'Deleted ones'), tags),
    folder,
    list.node,
  );
  folderNotice(lab).then((notice) => folder.replaceChildren(...(notice ? [notice] : [])), () => {});
  const counting = templateUses(lab.api, lab.signal).catch(() => uses);
  await list.reload();
  uses = await counting;
  if (uses.size > 0) list.redraw();

  function filter(values) {
    lab.setQuery(values);
    list.reload();
  }

  /** The tags of what is shown, and the one that is chosen. */
  function showTags(items) {
    const chosen = query.get('tag');
    const known = [...new Set([...(chosen ? [chosen] : []), ...items.flatMap((item) => item.tags)])].sort();
    const chip = (tag) => element('button', { type: 'button', class: 'tag tag-choice', 'aria-pressed': String(tag === chosen), text: tag, on: { click: () => choose(tag === chosen ? null : tag) } });
    tags.replaceChildren(...known.slice(0, 24).map(chip));
  }

  async function choose(tag) {
    lab.setQuery({ tag });
    await list.reload();
    tags.querySelector('[aria-pressed="true"], button')?.focus();
  }
}

function nameCell(item, useCount, lab) {
  const { id, name, description, deleted_at: deletedAt } = item;
  const title = deletedAt
    ? [element('span', { text: name }), button('Bring back', () => bringBack(lab, item), { drawing: 'retry', kind: 'small' })]
    : [element('a', { href: `/lab/templates/${id}`, class: 'row-link', text: name }), sharingMark(item)];
  return [
    element('span', { class: 'row-title' }, ...title),
    description && element('span', { class: 'row-text', text: description }),
    useCount > 0 && element('a', { class: 'row-use', href: `/lab/pipelines?template_id=${id}`, text: `Used in ${counted(useCount, 'pipeline')}` }),
  ].filter(Boolean);
}

function emptyText(query) {
  if (query.get('search') || query.get('tag')) return { title: 'No template fits.', text: 'Try fewer or other words, or take the tag away.' };
  if (query.get('deleted')) return { title: 'Nothing is deleted.' };
  return {
    title: 'No templates yet.',
    text: 'A template is a prompt with {{variables}}. Every change of its text is kept as a version, and you can run it with any model.',
    action: linkButton('Write the first one', '/lab/templates/new', { kind: 'primary', drawing: 'plus' }),
  };
}
