import { copyText } from '../../widget/view/clipboard.js';
import { element, icon } from '../../widget/view/dom.js';
import { MarkdownView } from '../../widget/text/markdown-view.js';
import { costText, countText, durationText } from './figures.js';
import { statusMark } from './marks.js';
import { note } from './states.js';

const FORMAT = 'promptlab-lab:formatted';

/** The output of one execution, while it comes and afterwards, with what it took. */
export class OutputView {
  #text = '';
  #isDrawn = true;
  #notices = element('div', { class: 'output-notices' });
  #plain = element('div', { class: 'output-text' });
  #formatted = new MarkdownView(() => {});
  #error = element('div');
  #status = element('span', { class: 'output-status' }, element('span', { class: 'muted', text: 'Not run yet' }));
  #figures = element('dl', { class: 'output-figures' });
  #format = element('button', { type: 'button', class: 'quiet-button', 'aria-pressed': 'false', text: 'Formatted', on: { click: () => this.#toggleFormat() } });

  /** @param {{announce: (text: string) => void, label?: string}} options */
  constructor({ announce, label = 'Output' }) {
    const copy = element('button', { type: 'button', class: 'quiet-button', on: { click: async () => announce((await copyText(this.#text)) ? 'Output copied.' : 'Copying is not allowed here.') } }, icon('copy'), 'Copy');
    this.body = element('div', { class: 'output-body', tabindex: '0', role: 'region', 'aria-label': label }, this.#notices, this.#plain, this.#formatted.node, this.#error);
    this.node = element('div', { class: 'output' }, element('div', { class: 'output-head' }, this.#status, element('span', { class: 'output-tools' }, this.#format, copy)), this.body, this.#figures);
    this.#showFormat(isFormatted());
  }

  get text() {
    return this.#text;
  }

  start() {
    this.#text = '';
    this.#notices.replaceChildren();
    this.#error.replaceChildren();
    this.#figures.replaceChildren();
    this.#status.replaceChildren(statusMark('running', 'waiting for the model'));
    this.body.setAttribute('aria-busy', 'true');
    this.#draw();
  }

  /** One event of the stream. */
  take({ type, delta, name, value, message }) {
    if (type === 'TEXT_MESSAGE_CONTENT') this.#append(delta);
    else if (type === 'CUSTOM' && name === 'notice') this.#notices.append(element('p', { class: 'output-notice', 'data-code': value.code }, icon(value.code === 'model_fallback' ? 'alert' : 'info'), value.text));
    else if (type === 'RUN_ERROR') this.fail({ message });
  }

  /** Where the connection is lost, and found again. */
  connection({ lost, attempt }) {
    if (lost) this.#status.replaceChildren(statusMark('interrupted', `connection lost, attempt ${attempt}`));
    else if (this.body.hasAttribute('aria-busy')) this.#status.replaceChildren(statusMark('running', this.#text ? 'streaming' : 'waiting for the model'));
  }

  fail(error) {
    this.#end();
    this.#status.replaceChildren(statusMark('failed'));
    this.#error.replaceChildren(note('bad', element('p', { text: error.message }), error.reference && element('p', { class: 'muted', text: `Reference: ${error.reference}` })));
  }

  /** What is stored of it: `{execution, output}`. */
  show({ execution, output }) {
    this.#end();
    this.#text = output ?? '';
    this.#draw();
    this.#status.replaceChildren(statusMark(execution.status));
    if (execution.error) this.fail(execution.error);
    if (execution.fallback_reason && this.#notices.childElementCount === 0) {
      this.take({ type: 'CUSTOM', name: 'notice', value: { code: 'model_fallback', text: `${execution.requested_provider} did not answer (${execution.fallback_reason}), so ${execution.provider} did.` } });
    }
    if (!output && !execution.error && execution.status !== 'running') this.#plain.replaceChildren(element('span', { class: 'muted', text: execution.status === 'cancelled' ? 'Stopped before the first word.' : 'The output is empty.' }));
    this.#figures.replaceChildren(...figureNodes(execution));
  }

  #append(delta) {
    if (this.#text === '') this.#status.replaceChildren(statusMark('running', 'streaming'));
    this.#text += delta;
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#isDrawn = true;
    if (this.#format.getAttribute('aria-pressed') === 'true') this.#formatted.update(this.#text);
    else this.#plain.textContent = this.#text;
  }

  #end() {
    this.body.removeAttribute('aria-busy');
  }

  #toggleFormat() {
    const isOn = this.#format.getAttribute('aria-pressed') !== 'true';
    localStorage.setItem(FORMAT, String(isOn));
    this.#showFormat(isOn);
    this.#draw();
  }

  #showFormat(isOn) {
    this.#format.setAttribute('aria-pressed', String(isOn));
    this.#plain.hidden = isOn;
    this.#formatted.node.hidden = !isOn;
  }
}

/** What an execution took, as pairs for a `<dl>`. */
export function figureNodes(execution) {
  const pairs = [
    ['First token', durationText(execution.first_token_ms)],
    ['Duration', durationText(execution.duration_ms)],
    ['Tokens in', countText(execution.input_tokens)],
    ['Tokens out', countText(execution.output_tokens)],
    ['Cost', costText(execution.cost)],
    ['Answered by', execution.provider === execution.model ? execution.provider : `${execution.provider} · ${execution.model}`],
  ];
  if (execution.retries > 0) pairs.push(['Retries', countText(execution.retries)]);
  return pairs.map(([term, value]) => element('div', {}, element('dt', { text: term }), element('dd', { text: value })));
}

function isFormatted() {
  try {
    return localStorage.getItem(FORMAT) === 'true';
  } catch {
    return false;
  }
}
