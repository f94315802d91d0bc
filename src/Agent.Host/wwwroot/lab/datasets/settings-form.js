import { element } from '../../widget/view/dom.js';
import { areaField, checkField, selectField, showErrors, textField } from '../parts/fields.js';

/** Name, purpose, template and threshold of a dataset. */
export class SettingsForm {
  constructor(dataset, templates) {
    const choices = templates.map(({ id, name }) => ({ value: id, text: name }));
    if (dataset.template_id && !choices.some(({ value }) => value === dataset.template_id)) choices.push({ value: dataset.template_id, text: 'A template that you cannot see' });
    this.fields = {
      name: textField('Name', { value: dataset.name, autocomplete: 'off' }),
      description: areaField('Description', { value: dataset.description, rows: 2 }),
      template_id: selectField('Template', [{ value: '', text: 'None in particular' }, ...choices], { value: dataset.template_id ?? '', hint: 'Its variables are the columns.' }),
      sharing: checkField('Shared with the team', { value: dataset.sharing === 'team', hint: 'Everybody who is signed in sees it and evaluates with it; only you change it.' }),
      threshold: textField('Rows that must pass, in %', { type: 'number', min: 0, max: 100, step: 'any', value: String(Math.round((dataset.threshold ?? 1) * 1000) / 10) }),
    };
    this.node = element('div', { class: 'fields dataset-settings' }, this.fields.name.node, this.fields.description.node, element('div', { class: 'step-pair' }, this.fields.template_id.node, this.fields.threshold.node), this.fields.sharing.node);
  }

  /** An empty template is left out of a new one, and removes it from one that there is. */
  value(isNew) {
    const { name, description, template_id: template, threshold, sharing } = this.fields;
    return { name: name.value.trim(), description: description.value.trim(), template_id: isNew ? template.value || null : template.value, threshold: Number(threshold.value) / 100, sharing: sharing.value ? 'team' : 'private' };
  }

  /** Gives the texts that found no field. */
  showErrors(problem) {
    return showErrors(this.fields, problem);
  }
}
