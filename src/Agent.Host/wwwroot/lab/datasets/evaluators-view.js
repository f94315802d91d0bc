import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { showErrors } from '../parts/fields.js';
import { button } from '../parts/page-head.js';
import { readOnly } from '../parts/read-only.js';
import { EvaluatorCard } from './evaluator-card.js';
import { SettingsForm } from './settings-form.js';

/** What a dataset is called, and what outputs are checked for. */
export function evaluatorsView(dataset, { isMine, templates, providers }, lab, onSaved) {
  const settings = new SettingsForm(dataset, templates);
  let cards = [];
  const list = element('div', { class: 'evaluators' });
  const none = element('p', { class: 'muted', text: 'Without an evaluator, an output must contain nothing in particular: add a check.' });
  const save = button('Save', store, { kind: 'primary' });
  for (const evaluator of dataset.evaluators) add(evaluator);
  const node = element(
    'div',
    { class: 'pipeline-form' },
    settings.node,
    element('section', { class: 'section', 'aria-label': 'Evaluators' }, element('h2', { text: 'Evaluators' }), none, list, element('div', { class: 'form-actions' }, button('Add evaluator', () => add({}, true), { drawing: 'plus' }))),
    element('div', { class: 'form-actions' }, save),
  );
  if (!isMine) return lock();
  let saved = dataset.id ? read() : '';
  lab.guard(() => (read() !== saved ? 'The changes of this dataset are not saved.' : null));
  return node;

  function lock() {
    readOnly(node);
    settings.fields.sharing.node.hidden = true;
    return node;
  }

  function add(evaluator, isNew = false) {
    const card = new EvaluatorCard(evaluator, providers, remove);
    cards.push(card);
    list.append(card.node);
    none.hidden = true;
    if (isNew) card.fields.kind.input.focus();
  }

  function remove(card) {
    cards = cards.filter((other) => other !== card);
    card.node.remove();
    none.hidden = cards.length > 0;
    save.focus();
  }

  function read() {
    try {
      return JSON.stringify([settings.value(false), cards.map((card) => card.value)]);
    } catch {
      return null;
    }
  }

  async function store() {
    const fields = { ...settings.fields, ...Object.assign({}, ...cards.map((card, index) => card.places(index))) };
    showErrors(fields, null);
    if (read() === null) return;
    save.disabled = true;
    try {
      const body = { ...settings.value(!dataset.id), evaluators: cards.map((card) => card.value) };
      const stored = dataset.id ? await lab.api.patch(`datasets/${dataset.id}`, { ...body, revision: dataset.revision }) : await lab.api.post('datasets', body);
      saved = read();
      lab.toast('Saved.');
      onSaved(stored);
    } catch (error) {
      const problem = Problem.of(error);
      const rest = showErrors(fields, problem);
      lab.toast(rest.length > 0 ? rest.join(' ') : problem.details.errors ? 'Not saved: see the fields.' : problem.message);
      node.querySelector('[aria-invalid="true"]')?.focus();
    } finally {
      save.disabled = false;
    }
  }
}
