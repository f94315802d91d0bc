import { element } from '../../widget/view/dom.js';
import { exactText } from '../parts/figures.js';
import { button } from '../parts/page-head.js';
import { note } from '../parts/states.js';

const TEXTS = [['content', 'Prompt'], ['system_prompt', 'System prompt']];

/**
 * Somebody saved in the meantime. Nothing that was typed is lost: both texts are shown, and the person decides which one stays.
 *
 * @param {{template, current}} theirs what the server has now
 * @param {object} mine the form's values
 * @param {{keepMine: () => void, takeTheirs: () => void}} actions
 */
export function staleView({ template, current }, mine, { keepMine, takeTheirs }) {
  const different = TEXTS.filter(([name]) => (current[name] ?? '') !== (mine[name] ?? ''));
  const pairs = different.map(([name, label]) =>
    element('div', { class: 'stale-pair' }, textBox(`${label}, saved as v${current.number}`, current[name] ?? ''), textBox(`${label}, yours`, mine[name] ?? '')),
  );
  return element(
    'section',
    { class: 'stale', 'aria-label': 'Changed in the meantime' },
    note(
      'warn',
      element('strong', { text: 'This template was changed since you opened it.' }),
      element('p', { text: `${template.updated_by} saved it ${exactText(template.updated_at)}; its newest version is v${current.number}. Your text is still here and not saved yet.` }),
      different.length === 0 ? element('p', { text: 'The prompts are the same; what differs is beside them: name, tags, inputs or parameters.' }) : null,
      ...pairs,
      element('div', { class: 'form-actions' }, button('Save mine as the next version', keepMine, { kind: 'primary' }), button('Take theirs instead', takeTheirs)),
    ),
  );
}

function textBox(label, text) {
  return element('figure', { class: 'stale-text' }, element('figcaption', { text: label }), element('div', { class: 'text-box', tabindex: '0', role: 'region', 'aria-label': label, text: text || '(empty)' }));
}
