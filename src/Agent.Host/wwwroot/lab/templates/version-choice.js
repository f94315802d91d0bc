import { selectField } from '../parts/fields.js';

/** Which text runs: the newest, a label's, or one version. Values are '', `label:production`, `3`. */
export function versionChoice({ template }, value = '', options = {}) {
  const choices = [
    { value: '', text: `Newest (v${template.version})` },
    ...template.labels.map(({ name, version }) => ({ value: `label:${name}`, text: `${name} (v${version})` })),
    ...Array.from({ length: template.version }, (_, index) => ({ value: String(template.version - index), text: `v${template.version - index}` })),
  ];
  return selectField('Version', choices, { value: choices.some((choice) => choice.value === value) ? value : '', ...options });
}

/** As the API takes it: `{version}` or `{label}`. */
export function chosenVersion(value) {
  if (value === '') return {};
  return value.startsWith('label:') ? { label: value.slice(6) } : { version: Number(value) };
}

/** The number behind a choice. */
export function versionNumber({ template }, value) {
  const { version, label } = chosenVersion(value);
  return version ?? template.labels.find(({ name }) => name === label)?.version ?? template.version;
}
