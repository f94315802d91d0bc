import { saveBlob } from '../../widget/view/clipboard.js';
import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';

/** Saves a version as a file in Semantic Kernel's YAML schema. */
export async function exportTemplate(lab, { id, name }, version) {
  try {
    const file = await lab.api.file(`templates/${id}/export?version=${version}`);
    saveBlob(`${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'template'}-v${version}.yaml`, file);
  } catch (error) {
    lab.toast(Problem.of(error).message);
  }
}

/** Asks for a YAML file and saves it: as a new template, or as a new version of the one with its name. */
export function importTemplate(lab) {
  const input = element('input', { type: 'file', accept: '.yaml,.yml,application/yaml,text/yaml' });
  input.addEventListener('change', () => input.files[0] && upload(lab, input.files[0]));
  input.click();
}

async function upload(lab, file) {
  try {
    const { template, is_new_version: isNewVersion } = await lab.api.upload('templates/import', 'application/yaml', await file.text());
    lab.toast(isNewVersion === false ? `${template.name} has this text already: no new version.` : `${template.name} v${template.version} was imported.`);
    lab.go(`/lab/templates/${template.id}`);
  } catch (error) {
    lab.toast(Problem.of(error).message);
  }
}
