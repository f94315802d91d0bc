import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { button } from '../parts/page-head.js';
import { loading, note } from '../parts/states.js';
import { onShortcut } from '../shell/shortcut.js';
import { bringBack, deleteTemplate } from './deletion.js';
import { SaveBar } from './save-bar.js';
import { staleView } from './stale-view.js';
import { exportTemplate } from './template-file.js';
import { TemplateForm } from './template-form.js';
import { templateHead } from './template-head.js';

/** One template: its texts, inputs and parameters. Saving another text makes a version. */
export async function show(page, { id }, lab) {
  page.append(loading());
  const [saved, user] = await Promise.all([lab.api.get(`templates/${id}`, {}, lab.signal), lab.user()]);
  if (!lab.signal.aborted) new TemplateEditor(page, saved, user, lab);
}

class TemplateEditor {
  #saved;
  #lab;
  #isMine;
  #form;
  #bar;
  #head = element('div');
  #news = element('div', { class: 'page-news' });

  constructor(page, saved, user, lab) {
    this.#saved = saved;
    this.#lab = lab;
    this.#isMine = saved.template.owner === user;
    this.#form = new TemplateForm(saved, { onChange: () => this.#showState(), isReadOnly: !this.#isMine });
    this.#bar = new SaveBar(() => this.#save());
    page.replaceChildren(this.#head, this.#news, this.#form.node, ...(this.#isMine ? [this.#bar.node] : []));
    this.#showHead();
    this.#showState();
    if (!this.#isMine) return this.#explain();
    lab.guard(() => (this.#form.isDirty ? `What you changed in “${this.#saved.template.name}” is not saved.` : null));
    onShortcut('s', lab.signal, () => this.#save());
  }

  #showHead() {
    const { template, current } = this.#saved;
    const actions = [button('Export', () => exportTemplate(this.#lab, template, current.number), { drawing: 'download' })];
    if (this.#isMine) actions.push(button('Delete', () => this.#delete(), { drawing: 'trash' }));
    this.#lab.title(template.name);
    this.#head.replaceChildren(templateHead(this.#saved, 'prompt', actions));
  }

  #showState() {
    const isDirty = this.#form.isDirty;
    const touched = (this.#saved.used_in ?? []).filter((use) => use.follows_newest).map(({ name }) => name);
    this.#bar.show(isDirty ? 'Not saved yet' : `Saved as v${this.#saved.current.number}`, isDirty, touched);
  }

  #explain() {
    const { owner } = this.#saved.template;
    this.#news.replaceChildren(note('info', element('p', { text: `${owner} shares this template with the team. You can run and compare it; to change it, save a copy of your own.` }), button('Save a copy', () => this.#copy())));
  }

  async #save(revision = this.#saved.template.revision) {
    if (!this.#form.isDirty && revision === this.#saved.template.revision) return this.#lab.toast(`Nothing changed: v${this.#saved.current.number} has this text already.`);
    this.#bar.isBusy = true;
    try {
      this.#accept(await this.#lab.api.patch(`templates/${this.#saved.template.id}`, { revision, ...this.#form.value, ...(this.#bar.message && { message: this.#bar.message }) }));
    } catch (error) {
      await this.#refused(Problem.of(error));
    } finally {
      this.#bar.isBusy = false;
    }
  }

  #accept(saved) {
    this.#saved = { ...saved, used_in: saved.used_in ?? this.#saved.used_in };
    this.#news.replaceChildren();
    this.#form.showErrors({});
    this.#form.accept();
    this.#bar.clear();
    this.#showHead();
    this.#showState();
    this.#lab.toast(saved.is_new_version ? `Saved as v${saved.current.number}.` : `Saved. The prompt is the same, so v${saved.current.number} stays the newest.`);
  }

  async #refused(problem) {
    if (problem.code === 'template_changed') return this.#showStale();
    this.#news.replaceChildren(this.#form.refuse(problem));
    this.#news.scrollIntoView({ block: 'nearest' });
  }

  async #showStale() {
    const theirs = await this.#lab.api.get(`templates/${this.#saved.template.id}`);
    const actions = {
      keepMine: () => this.#save(theirs.template.revision),
      takeTheirs: () => {
        this.#saved = theirs;
        this.#form.replace(theirs);
        this.#news.replaceChildren();
        this.#showHead();
        this.#showState();
      },
    };
    this.#news.replaceChildren(staleView(theirs, this.#form.value, actions));
    this.#news.scrollIntoView({ block: 'start' });
    this.#news.querySelector('button').focus({ preventScroll: true });
  }

  async #delete() {
    try {
      const { template } = this.#saved;
      if (!(await deleteTemplate(this.#lab, template))) return;
      this.#lab.guard(null);
      this.#lab.toast(`“${template.name}” is deleted.`, { label: 'Undo', run: () => bringBack(this.#lab, template) });
      await this.#lab.go('/lab/templates');
    } catch (error) {
      this.#lab.toast(Problem.of(error).message);
    }
  }

  async #copy() {
    try {
      const { template } = await this.#lab.api.post('templates', { ...this.#form.value, name: `${this.#form.name.value} (copy)`, sharing: 'private', message: `Copied from ${this.#saved.template.owner}` });
      await this.#lab.go(`/lab/templates/${template.id}`);
    } catch (error) {
      this.#lab.toast(Problem.of(error).message);
    }
  }
}
