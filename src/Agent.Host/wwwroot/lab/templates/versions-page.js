import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { section } from '../parts/page-head.js';
import { failure, loading } from '../parts/states.js';
import { LabelEditor } from './label-editor.js';
import { templateHead } from './template-head.js';
import { differenceDetail, versionDetail } from './version-detail.js';
import { versionItem } from './version-list.js';

/** The versions of a template: `?version=2` shows one, `?from=1&to=3` what changed between two. */
export async function show(page, { id }, lab) {
  page.append(loading());
  const [saved, versions, user, datasets] = await Promise.all([
    lab.api.get(`templates/${id}`, {}, lab.signal),
    lab.api.get(`templates/${id}/versions`, { limit: 50 }, lab.signal),
    lab.user(),
    lab.api.get('datasets', { template_id: id, limit: 200 }, lab.signal).catch(() => ({ data: [] })),
  ]);
  if (lab.signal.aborted) return;
  lab.title(`Versions of ${saved.template.name}`);
  await new VersionsPage(page, saved, versions, datasets.data, saved.template.owner === user, lab).start();
}

class VersionsPage {
  #lab;
  #saved;
  #versions;
  #next;
  #isMine;
  #labels;
  #head = element('div');
  #list = element('ol', { class: 'version-list', 'aria-label': 'Versions, the newest first' });
  #more = element('button', { type: 'button', class: 'button', text: 'Show more', on: { click: () => this.#loadMore() } });
  #detail = element('div', { class: 'version-detail', 'aria-live': 'polite' });

  constructor(page, saved, { data, next }, datasets, isMine, lab) {
    Object.assign(this, { path: `/lab/templates/${saved.template.id}/versions` });
    this.#lab = lab;
    this.#saved = saved;
    this.#versions = data;
    this.#next = next;
    this.#isMine = isMine;
    this.#labels = new LabelEditor(saved, datasets, lab, { isMine, onSaved: (now) => this.#changed(now) });
    page.replaceChildren(
      this.#head,
      element('div', { class: 'versions' }, element('div', { class: 'version-detail' }, section('Versions', this.#list, this.#more), section('Labels', this.#labels.node)), this.#detail),
    );
  }

  start() {
    this.#showList();
    return this.#showDetail();
  }

  get #sides() {
    const { query } = this.#lab;
    const newest = this.#saved.template.version;
    if (query.has('version')) return { from: null, to: Number(query.get('version')) };
    return { from: Number(query.get('from') ?? Math.max(1, newest - 1)), to: Number(query.get('to') ?? newest) };
  }

  #showList() {
    const { from, to } = this.#sides;
    this.#head.replaceChildren(templateHead(this.#saved, 'versions'));
    const focused = document.activeElement?.closest?.('.version-item')?.dataset.version;
    const name = document.activeElement?.name;
    this.#list.replaceChildren(...this.#versions.map((version) => versionItem(version, this.#saved.template.labels, { from, to }, { pick: (side) => this.#pick(side), path: this.path })));
    this.#more.hidden = !this.#next;
    if (focused && name) this.#list.querySelector(`[data-version="${focused}"] [name="${name}"]`)?.focus();
  }

  #pick(side) {
    const { from, to } = { ...this.#sides, ...side };
    this.#lab.setQuery({ version: null, from: from ?? Math.max(1, to - 1), to });
    this.#showList();
    this.#showDetail();
  }

  async #showDetail() {
    const { from, to } = this.#sides;
    const { template } = this.#saved;
    const actions = { isMine: this.#isMine, restore: (number) => this.#restore(number) };
    try {
      const isOne = from === null || from === to;
      const found = await this.#lab.api.get(isOne ? `templates/${template.id}/versions/${to}` : `templates/${template.id}/diff`, isOne ? {} : { from, to }, this.#lab.signal);
      if (this.#sides.from !== from || this.#sides.to !== to) return;
      this.#detail.replaceChildren(isOne ? versionDetail(found, template, this.#lab, actions) : differenceDetail(found, template, actions));
    } catch (error) {
      if (!this.#lab.signal.aborted) this.#detail.replaceChildren(failure(Problem.of(error), () => this.#showDetail()));
    }
  }

  async #restore(number) {
    try {
      const saved = await this.#lab.api.post(`templates/${this.#saved.template.id}/restore/${number}`);
      const before = this.#saved.template.version;
      this.#saved = { ...saved, used_in: saved.used_in ?? this.#saved.used_in };
      if (saved.is_new_version) this.#versions = [saved.current, ...this.#versions];
      this.#lab.setQuery({ version: null, from: before, to: saved.template.version });
      this.#labels.update(this.#saved);
      this.#showList();
      await this.#showDetail();
      this.#lab.toast(saved.is_new_version ? `v${number} is back as v${saved.template.version}.` : `v${number} is what v${saved.template.version} holds already: nothing changed.`);
    } catch (error) {
      this.#lab.toast(Problem.of(error).message);
    }
  }

  #changed(saved) {
    this.#saved = { ...saved, used_in: saved.used_in ?? this.#saved.used_in };
    this.#showList();
  }

  async #loadMore() {
    try {
      const { data, next } = await this.#lab.api.get(`templates/${this.#saved.template.id}/versions`, { cursor: this.#next, limit: 50 }, this.#lab.signal);
      this.#versions = [...this.#versions, ...data];
      this.#next = next;
      this.#showList();
    } catch (error) {
      this.#lab.toast(Problem.of(error).message);
    }
  }
}
