import { element } from '../../widget/view/dom.js';
import { afterPause, selectField, setChoices, textField } from '../parts/fields.js';

/**
 * What the steps of a run used, and the pipeline's tag; folded away unless one of them is asked for.
 *
 * @param {{templates: {id, name, version}[], providers: {name}[]}} known
 * @param {(values: object) => void} filter
 */
export function runStepFilters(lab, { templates, providers }, filter) {
  const { query } = lab;
  const any = { value: '', text: 'Any' };
  const choose = (label, name, choices) => selectField(label, withChosen([any, ...choices], query.get(name)), { value: query.get(name) ?? '', on: { change: (event) => filter({ [name]: event.target.value }) } });
  const type = (label, name) => textField(label, { value: query.get(name) ?? '', autocomplete: 'off', on: { input: afterPause((event) => filter({ [name]: event.target.value.trim() })) } });
  const names = templates.map(({ id, name }) => ({ value: id, text: name })).toSorted((a, b) => a.text.localeCompare(b.text));
  const version = choose('Version', 'version', versionsOf(query.get('template_id')));
  const template = selectField('Template', withChosen([any, ...names], query.get('template_id')), { value: query.get('template_id') ?? '', on: { change: () => chooseTemplate(template.value) } });
  version.input.disabled = !query.get('template_id');
  const fields = [template, version, choose('Provider', 'provider', providers.map(({ name }) => ({ value: name, text: name }))), type('Model', 'model'), type('Tag', 'tag')];
  const isUsed = ['template_id', 'version', 'provider', 'model', 'tag'].some((name) => query.get(name));
  return element('details', { class: 'more-filters', open: isUsed }, element('summary', { text: 'By template, version, provider, model or tag' }), element('div', { class: 'filter-grid' }, ...fields.map(({ node }) => node)));

  function chooseTemplate(id) {
    setChoices(version.input, [any, ...versionsOf(id)]);
    version.input.disabled = id === '';
    filter({ template_id: id, version: null });
  }

  function versionsOf(id) {
    const newest = templates.find((one) => one.id === id)?.version ?? 0;
    return Array.from({ length: newest }, (_, index) => ({ value: String(newest - index), text: `v${newest - index}` }));
  }
}

/** What the address asks for is a choice, also when it is not known here. */
const withChosen = (choices, chosen) => (!chosen || choices.some(({ value }) => value === chosen) ? choices : [...choices, { value: chosen, text: chosen }]);
