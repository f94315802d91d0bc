import { element } from '../../widget/view/dom.js';
import { Problem } from '../../widget/api/problem.js';
import { button, linkButton, pageHead } from '../parts/page-head.js';
import { empty, loading } from '../parts/states.js';
import { onShortcut } from '../shell/shortcut.js';
import { CompareSetup } from './compare-setup.js';
import { ComparisonView } from './comparison-view.js';
import { MergedStream } from './merged-stream.js';

/**
 * Several executions side by side. `?ids=a,b` shows those there are, also while they run; `?template=` asks what to run,
 * with `&versions=1,3` or `&version=3` to begin with. `&base=` is what the others are compared with.
 */
export async function show(page, params, lab) {
  const ids = (lab.query.get('ids') ?? '').split(',').filter(Boolean);
  const template = lab.query.get('template');
  if (ids.length > 0) return showThose(page, ids, lab);
  if (template) return showSetup(page, template, lab);
  page.append(pageHead({ title: 'Compare' }), empty({ title: 'Choose what to compare.', text: 'Open a template and take “Run both” from its versions, or tick two or more rows in the list of executions.', action: linkButton('To the executions', '/lab/executions') }));
}

async function showSetup(page, template, lab) {
  page.append(loading());
  const [saved, providers] = await Promise.all([lab.api.get(`templates/${template}`, {}, lab.signal), lab.api.get('providers', {}, lab.signal)]);
  if (lab.signal.aborted) return;
  const { version: newest } = saved.template;
  const asked = (lab.query.get('versions') ?? lab.query.get('version') ?? '').split(',').filter(Boolean);
  const versions = asked.length > 1 ? asked : [asked[0] ?? String(Math.max(1, newest - 1)), String(newest)];
  const result = element('div');
  const setup = new CompareSetup(saved, providers.data, versions, (request) => run(request));
  page.replaceChildren(headOf(`Compare ${saved.template.name}`, saved.template), setup.node, result);
  lab.title(`Compare ${saved.template.name}`);
  onShortcut('Enter', lab.signal, () => setup.submit());

  async function run(request) {
    setup.isBusy = true;
    try {
      const response = await lab.api.open(`templates/${template}/compare`, request, lab.signal);
      const ids = response.headers.get('X-Execution-Ids').split(',');
      const comparison = new Comparison(ids, lab);
      result.replaceChildren(element('div', { class: 'form-actions' }, comparison.stop), comparison.view.node);
      result.scrollIntoView({ block: 'start', behavior: 'smooth' });
      lab.setQuery({ template: null, versions: null, version: null, ids: ids.join(','), base: null });
      await comparison.follow(response);
    } catch (error) {
      if (!lab.signal.aborted) setup.refuse(Problem.of(error));
    } finally {
      setup.isBusy = false;
    }
  }
}

async function showThose(page, ids, lab) {
  page.append(pageHead({ title: 'Compare' }), loading());
  const found = await lab.api.get('executions/compare', { ids: ids.join(',') }, lab.signal);
  if (lab.signal.aborted) return;
  const [{ template_id: id, template_name: name }] = found.executions;
  const isOne = found.executions.every((execution) => execution.template_id === id);
  const comparison = new Comparison(ids, lab);
  lab.title(isOne ? `Compare ${name}` : 'Compare');
  page.replaceChildren(headOf(isOne ? `Compare ${name}` : 'Compare executions', isOne ? { id, name } : null, found.executions), element('div', { class: 'form-actions' }, comparison.stop), comparison.view.node);
  await comparison.resume(found);
}

function headOf(title, template, executions = []) {
  const crumbs = template ? [{ text: 'Templates', href: '/lab/templates' }, { text: template.name, href: `/lab/templates/${template.id}` }] : [{ text: 'Executions', href: '/lab/executions' }];
  const versions = executions.map(({ version }) => version).join(',');
  return pageHead({ title, crumbs, actions: template && executions.length > 0 ? [linkButton('Run others', `/lab/compare?template=${template.id}&versions=${versions}`, { drawing: 'columns' })] : [] });
}

/** Follows executions to their ends, and then shows what came of them. */
class Comparison {
  #ids;
  #lab;
  #stream;

  constructor(ids, lab) {
    this.#ids = ids;
    this.#lab = lab;
    this.stop = button('Stop all', () => this.#stopAll(), { drawing: 'stop' });
    this.view = new ComparisonView(ids, { toast: (text) => lab.toast(text), setBase: (id) => this.#showBase(id) });
    this.#stream = new MergedStream(lab.api, lab.signal, (id, event) => this.view.take(id, event));
  }

  async follow(response) {
    this.view.start();
    const named = this.#load().then(({ executions }) => this.view.name(executions)).catch(() => {});
    await this.#stream.follow(response, this.#ids);
    await named;
    await this.#show(await this.#load());
  }

  async resume(found) {
    const running = found.executions.filter(({ status }) => status === 'running');
    await this.#show(found, running.length > 0);
    if (running.length === 0) return;
    await Promise.all(running.map(({ id }) => this.#followOne(id)));
    if (!this.#lab.signal.aborted) await this.#show(await this.#load());
  }

  async #followOne(id) {
    try {
      await this.#stream.followOne(id);
    } catch (error) {
      if (!this.#lab.signal.aborted) this.view.fail(id, Problem.of(error));
    }
  }

  #load(ids = this.#ids) {
    return this.#lab.api.get('executions/compare', { ids: ids.join(',') }, this.#lab.signal);
  }

  async #show(found, isRunning = false) {
    const base = this.#lab.query.get('base');
    const ordered = base && base !== this.#ids[0] && this.#ids.includes(base) ? await this.#load([base, ...this.#ids.filter((id) => id !== base)]) : found;
    if (this.#lab.signal.aborted) return;
    this.stop.hidden = !isRunning;
    this.view.show(found, ordered);
    if (!isRunning) this.#lab.announce('All runs have ended.');
  }

  async #showBase(id) {
    this.#lab.setQuery({ base: id === this.#ids[0] ? null : id });
    try {
      await this.#show(await this.#load());
      document.querySelector('[aria-label="Compare with"]')?.focus();
    } catch (error) {
      if (!this.#lab.signal.aborted) this.#lab.toast(Problem.of(error).message);
    }
  }

  async #stopAll() {
    const stops = await Promise.allSettled(this.#ids.map((id) => this.#lab.api.post(`executions/${id}/cancel`)));
    const refused = stops.find(({ status, reason }) => status === 'rejected' && Problem.of(reason).code !== 'execution_not_running');
    if (refused) this.#lab.toast(Problem.of(refused.reason).message);
  }
}
