import { element, icon, iconButton } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { note } from '../parts/states.js';

/** The labels of a template: which version each stands for, whether it is protected, which dataset guards it. */
export class LabelEditor {
  #lab;
  #saved;
  #datasets;
  #onSaved;
  #isMine;
  #list = element('div', { class: 'label-list' });
  #error = element('div');

  /** @param {{id, name}[]} datasets that may guard a label @param {(saved) => void} onSaved */
  constructor(saved, datasets, lab, { isMine, onSaved }) {
    Object.assign(this, { node: element('div', { class: 'label-list' }, this.#list, this.#error) });
    this.#lab = lab;
    this.#datasets = datasets;
    this.#onSaved = onSaved;
    this.#isMine = isMine;
    this.update(saved);
  }

  update(saved) {
    this.#saved = saved;
    const rows = saved.template.labels.map((label) => this.#row(label));
    if (rows.length === 0) rows.push(element('p', { class: 'muted', text: 'No labels. A label such as production stands for one version; pipelines and calls can follow it.' }));
    this.#list.replaceChildren(...rows, ...(this.#isMine ? [this.#newRow()] : []));
  }

  #row(label) {
    const { name, version, is_protected: isProtected, gate_dataset_id: gate } = label;
    const title = element('span', { class: 'label-mark' }, icon(isProtected ? 'lock' : 'tag'), name);
    if (!this.#isMine) return element('div', { class: 'label-row' }, title, `v${version}`);
    const versions = this.#versionSelect(`Version of ${name}`, version, (select) => this.#move(label, Number(select.value)));
    const held = element('input', { type: 'checkbox', on: { change: () => this.#put(name, { version, is_protected: held.checked }, held.checked ? `${name} is protected.` : `${name} is not protected any more.`) } });
    held.checked = isProtected;
    return element(
      'div',
      { class: 'label-row', 'data-label': name },
      title,
      versions,
      element('label', { class: 'check' }, held, 'Protected'),
      this.#gateSelect(label, gate),
      iconButton('close', `Remove the label ${name}`, () => this.#remove(label)),
    );
  }

  #gateSelect({ name, version }, gate) {
    if (this.#datasets.length === 0 && !gate) return null;
    const choices = [{ id: '', name: 'No dataset must pass' }, ...this.#datasets.map((dataset) => ({ id: dataset.id, name: `Must pass ${dataset.name}` }))];
    if (gate && !this.#datasets.some(({ id }) => id === gate)) choices.push({ id: gate, name: 'Must pass a dataset' });
    const select = element('select', { class: 'input', 'aria-label': `Dataset that guards ${name}`, on: { change: () => this.#put(name, { version, gate_dataset_id: select.value }, select.value ? `${name} moves only to versions that pass.` : `${name} moves freely.`) } }, ...choices.map((choice) => element('option', { value: choice.id, text: choice.name })));
    select.value = gate ?? '';
    return element('span', { class: 'label-row' }, select, gate && element('a', { href: `/lab/datasets/${gate}`, text: 'Dataset' }));
  }

  #newRow() {
    const name = element('input', { class: 'input', 'aria-label': 'Name of the new label', placeholder: 'New label', list: 'label-names', autocomplete: 'off', maxlength: 40, required: true });
    const select = this.#versionSelect('Version of the new label', this.#saved.template.version);
    const submit = (event) => {
      event.preventDefault();
      this.#put(name.value.trim(), { version: Number(select.value) }, `${name.value.trim()} stands for v${select.value}.`);
    };
    return element('form', { class: 'label-row', 'aria-label': 'New label', on: { submit } }, name, element('datalist', { id: 'label-names' }, element('option', { value: 'production' }), element('option', { value: 'staging' })), select, element('button', { type: 'submit', class: 'button small' }, icon('plus'), 'Add'));
  }

  #versionSelect(label, value, onChange = () => {}) {
    const { version } = this.#saved.template;
    const select = element('select', { class: 'input', 'aria-label': label, on: { change: () => onChange(select) } }, ...Array.from({ length: version }, (_, index) => element('option', { value: version - index, text: `v${version - index}` })));
    select.value = String(value);
    return select;
  }

  async #move(label, version) {
    const { name, is_protected: isProtected, version: before } = label;
    if (isProtected && !(await this.#lab.confirm(`Move ${name}?`, `${name} is protected. It stands for v${before} and would stand for v${version} at once, for everything that follows it.`, 'Move it'))) return this.update(this.#saved);
    if (isProtected && !(await this.#put(name, { version: before, is_protected: false }))) return;
    if (await this.#put(name, { version, is_protected: isProtected }, `${name} stands for v${version}.`)) return;
    if (isProtected) await this.#protectAgain(name, before);
  }

  /** A guarded label that could not move is protected as before. The reason stays on the page. */
  async #protectAgain(name, version) {
    const reason = [...this.#error.childNodes];
    await this.#put(name, { version, is_protected: true });
    this.#error.replaceChildren(...reason);
  }

  async #remove({ name, is_protected: isProtected, version }) {
    if (isProtected && !(await this.#lab.confirm(`Remove ${name}?`, `${name} is protected, and what follows it would not run any more.`, 'Remove it'))) return;
    if (isProtected && !(await this.#put(name, { version, is_protected: false }))) return;
    await this.#save(() => this.#lab.api.delete(`templates/${this.#saved.template.id}/labels/${encodeURIComponent(name)}`), `${name} is removed.`);
  }

  #put(name, change, done = null) {
    return this.#save(() => this.#lab.api.put(`templates/${this.#saved.template.id}/labels/${encodeURIComponent(name)}`, change), done);
  }

  async #save(call, done) {
    try {
      const saved = await call();
      this.#error.replaceChildren();
      this.update(saved);
      this.#onSaved(saved);
      if (done) this.#lab.toast(done);
      return true;
    } catch (error) {
      this.update(this.#saved);
      this.#error.replaceChildren(note('bad', element('p', { text: Problem.of(error).message })));
      return false;
    }
  }
}
