import { element } from '../../widget/view/dom.js';
import { differenceView } from '../parts/difference-view.js';
import { linkButton, button, section } from '../parts/page-head.js';
import { parametersText } from '../parts/parameter-fields.js';
import { exportTemplate } from './template-file.js';

/** What changed from one version to another. */
export function differenceDetail(difference, template, { restore, isMine }) {
  const { from, to, is_same: isSame, content, system_prompt: system, inputs, parameters } = difference;
  return element(
    'div',
    { class: 'version-detail' },
    element(
      'div',
      { class: 'version-head' },
      element('h2', { text: `From v${from} to v${to}` }),
      element(
        'div',
        { class: 'form-actions' },
        linkButton('Run both', `/lab/compare?template=${template.id}&versions=${from},${to}`, { drawing: 'columns' }),
        isMine && from !== template.version && button(`Restore v${from}`, () => restore(from), { drawing: 'history' }),
      ),
    ),
    isSame && element('p', { class: 'muted', text: 'Both versions hold the same.' }),
    section('Prompt', element('div', { class: 'prompt-box' }, differenceView(content, 'Difference of the prompt'))),
    system.some(({ kind }) => kind !== 'same') && section('System prompt', element('div', { class: 'prompt-box' }, differenceView(system, 'Difference of the system prompt'))),
    inputs && section('Inputs', beforeAfter(inputs.map((list) => list.map(inputText).join('\n') || 'None'))),
    parameters && section('Parameters', beforeAfter(parameters.map((one) => parametersText(one) || 'As the provider is configured'))),
  );
}

/** One version as it is. */
export function versionDetail(version, template, lab, { restore, isMine }) {
  const { number, content, system_prompt: system, inputs, parameters, hash } = version;
  return element(
    'div',
    { class: 'version-detail' },
    element(
      'div',
      { class: 'version-head' },
      element('h2', { text: `Version ${number}` }),
      element(
        'div',
        { class: 'form-actions' },
        linkButton('Run', `/lab/templates/${template.id}/run?version=${number}`, { drawing: 'play' }),
        button('Export', () => exportTemplate(lab, template, number), { drawing: 'download' }),
        isMine && number !== template.version && button(`Restore v${number}`, () => restore(number), { drawing: 'history' }),
      ),
    ),
    section('Prompt', element('div', { class: 'prompt-box', text: content })),
    system && section('System prompt', element('div', { class: 'prompt-box', text: system })),
    inputs.length > 0 && section('Inputs', element('div', { class: 'prompt-box', text: inputs.map(inputText).join('\n') })),
    section('Parameters', element('p', { text: parametersText(parameters) || 'As the provider is configured' })),
    element('p', { class: 'muted hash', title: hash, text: `Content hash ${hash.slice(0, 12)}` }),
  );
}

function inputText({ name, type, default: initial, is_required: isRequired, description, options }) {
  const said = [type === 'choice' ? `one of ${options.join(', ')}` : type, isRequired ? 'required' : 'optional', initial !== null && `default ${JSON.stringify(initial)}`, description];
  return `${name}: ${said.filter(Boolean).join(' · ')}`;
}

function beforeAfter([before, after]) {
  const box = (label, text) => element('figure', { class: 'stale-text' }, element('figcaption', { text: label }), element('div', { class: 'text-box', text }));
  return element('div', { class: 'stale-pair' }, box('Before', before), box('After', after));
}
