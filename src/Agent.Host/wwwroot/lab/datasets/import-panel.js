import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { areaField, selectField } from '../parts/fields.js';
import { counted } from '../parts/figures.js';
import { button } from '../parts/page-head.js';
import { note } from '../parts/states.js';

/** Rows from a file, or pasted: all of them, or none and every line that is wrong. */
export function importPanel(lab, id, onDone) {
  const text = areaField('Paste CSV or JSON Lines', { rows: 6, spellcheck: 'false', kind: 'code-field', placeholder: 'text,expected,note\n"A long story",short,' });
  const file = element('input', { type: 'file', class: 'visually-hidden', tabindex: '-1', accept: '.csv,.jsonl,.ndjson,text/csv,application/x-ndjson', 'aria-label': 'File with rows', on: { change: readFile } });
  const mode = selectField('Rows that there are', [{ value: 'append', text: 'stay' }, { value: 'replace', text: 'are replaced' }]);
  const said = element('div', { 'aria-live': 'polite' });
  const start = button('Import', run, { kind: 'primary' });
  return element(
    'section',
    { class: 'import-panel', 'aria-label': 'Import rows' },
    element('p', { class: 'muted', text: 'CSV has a column for each variable; the columns “expected” and “note” are special. JSON Lines: {"variables": {…}, "expected": …} on each line.' }),
    text.node,
    element('div', { class: 'form-actions' }, mode.node, element('span', { class: 'import-buttons' }, file, button('Choose a file …', () => file.click(), { drawing: 'upload' }), start)),
    said,
  );

  async function readFile() {
    if (!file.files[0]) return;
    text.value = await file.files[0].text();
    file.value = '';
    start.focus();
  }

  async function run() {
    const rows = text.value;
    if (rows.trim() === '') {
      text.error = 'Paste some rows, or choose a file.';
      return;
    }
    text.error = null;
    start.disabled = true;
    try {
      const { imported } = await lab.api.upload(`datasets/${id}/import?mode=${mode.value}`, rows.trimStart().startsWith('{') ? 'application/x-ndjson' : 'text/csv', rows);
      lab.toast(`${counted(imported, 'row')} imported.`);
      onDone();
    } catch (error) {
      const problem = Problem.of(error);
      const lines = problem.details.problems ?? [];
      said.replaceChildren(note('bad', element('p', { text: problem.details.detail ?? problem.message }), lines.length > 0 && element('ul', { class: 'line-problems' }, ...lines.map(({ line, message }) => element('li', { text: `Line ${line}: ${message}` })))));
    } finally {
      start.disabled = false;
    }
  }
}
