import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { pageHead } from '../parts/page-head.js';
import { onShortcut } from '../shell/shortcut.js';
import { SaveBar } from './save-bar.js';
import { TemplateForm } from './template-form.js';

/** A template that is not there yet. */
export function show(page, params, lab) {
  const form = new TemplateForm(null, { onChange: showState });
  const bar = new SaveBar(save);
  const news = element('div', { class: 'page-news' });
  page.append(pageHead({ title: 'New template', crumbs: [{ text: 'Templates', href: '/lab/templates' }] }), news, form.node, bar.node);
  onShortcut('s', lab.signal, save);
  lab.guard(() => (form.isDirty ? 'The new template is not saved.' : null));
  showState();
  form.name.input.focus();

  function showState() {
    bar.show(form.isDirty ? 'Not saved yet' : 'Give it a name and a prompt', form.isDirty);
  }

  async function save() {
    bar.isBusy = true;
    try {
      const { template } = await lab.api.post('templates', { ...form.value, ...(bar.message && { message: bar.message }) });
      lab.guard(null);
      lab.toast('Saved as v1.');
      await lab.go(`/lab/templates/${template.id}`, { replace: true });
    } catch (error) {
      news.replaceChildren(form.refuse(Problem.of(error)));
    } finally {
      bar.isBusy = false;
    }
  }
}
