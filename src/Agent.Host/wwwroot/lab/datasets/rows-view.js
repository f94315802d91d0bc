import { element } from '../../widget/view/dom.js';
import { saveBlob } from '../../widget/view/clipboard.js';
import { Problem } from '../../widget/api/problem.js';
import { allInputs } from '../parts/variable-fields.js';
import { button } from '../parts/page-head.js';
import { importPanel } from './import-panel.js';
import { RowTable } from './row-table.js';

/** The rows of a dataset: changed in place and imported by its owner, exported. */
export async function rowsView(dataset, { isMine }, lab, onChange) {
  const template = dataset.template_id ? await lab.api.get(`templates/${dataset.template_id}`, {}, lab.signal).catch(() => null) : null;
  const table = new RowTable(lab, dataset.id, template ? allInputs(template.current).map(({ name }) => name) : [], { isReadOnly: !isMine, onChange });
  const column = element('input', { class: 'input column-name', 'aria-label': 'Name of a new column', placeholder: 'New column', spellcheck: 'false', on: { keydown: (event) => event.key === 'Enter' && addColumn() } });
  const frame = element('div');
  const open = button('Import', toggle, { drawing: 'upload', 'aria-expanded': 'false' });
  if (isMine && dataset.rows === 0) toggle();
  return element(
    'div',
    { class: 'pipeline-form' },
    element('div', { class: 'form-actions' }, isMine && open, button('Export CSV', () => save('csv'), { drawing: 'download' }), button('Export JSON Lines', () => save('jsonl'), { drawing: 'download' }), isMine && element('span', { class: 'column-add' }, column, button('Add column', addColumn))),
    frame,
    table.node,
  );

  function toggle() {
    const isOpen = frame.childElementCount === 0;
    frame.replaceChildren(...(isOpen ? [importPanel(lab, dataset.id, imported)] : []));
    open.setAttribute('aria-expanded', String(isOpen));
  }

  function imported() {
    frame.replaceChildren();
    open.setAttribute('aria-expanded', 'false');
    table.reload();
    onChange(null);
  }

  function addColumn() {
    table.addColumn(column.value.trim());
    column.value = '';
  }

  async function save(format) {
    try {
      saveBlob(`${dataset.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') || 'dataset'}.${format}`, await lab.api.file(`datasets/${dataset.id}/export?format=${format}`));
    } catch (error) {
      lab.toast(Problem.of(error).message);
    }
  }
}
