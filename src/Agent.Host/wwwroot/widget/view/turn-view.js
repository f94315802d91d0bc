import { isActive, isPassing, textOf } from '../state/turn.js';
import { dressTable } from '../tables/data-table.js';
import { MarkdownView } from '../text/markdown-view.js';
import { createCard } from './cards.js';
import { copyText } from './clipboard.js';
import { element, iconButton } from './dom.js';
import { alertNode, errorNode, noticeNode, retryButton } from './notices.js';
import { isRestatement, requestChips } from './request-chips.js';
import { Thumbs } from './thumbs.js';
import { TurnProgress } from './turn-progress.js';

/** Outcomes of turns that are about a change. */
const CHANGES = new Set(['proposal', 'confirm_yes', 'confirm_no']);

/** One question with its answer. */
export class TurnView {
  #turn = null;
  #tools = null;
  #actions;
  #question = element('p');
  #asked = element('article', { class: 'question', 'aria-label': 'You' }, this.#question);
  #parts = [];
  #progress = new TurnProgress();
  #answer = element('div', { class: 'answer-parts' });
  #thumbs = null;
  #foot = element('div', { class: 'answer-foot' });

  /** @param {{send, retry, regenerate, announce, call, rate, decide, runWorkflow, pending, alerts, changeAlert, saveFile, address, now}} actions */
  constructor(actions) {
    this.#actions = actions;
    this.node = element(
      'li',
      { class: 'turn' },
      this.#asked,
      element('article', { class: 'answer', 'aria-label': 'Answer' }, this.#answer, this.#progress.node, this.#foot),
    );
  }

  /** @param {Map<string, object>} tools schemas of the arguments by tool, as far as they are known */
  update(turn, isLast, tools) {
    this.node.classList.toggle('is-last', isLast);
    if (turn !== this.#turn || tools !== this.#tools) this.#show(turn, tools);
    for (const { view } of this.#parts) view.refresh?.();
    for (const button of this.node.querySelectorAll('.choice')) button.disabled = !isLast || isActive(turn);
  }

  #show(turn, tools) {
    this.#turn = turn;
    this.#tools = tools;
    this.#asked.hidden = turn.question === '';
    this.node.dataset.phase = turn.phase;
    if (this.#question.textContent !== turn.question) this.#question.textContent = turn.question;
    this.#updateParts(turn);
    this.#progress.update(turn);
    this.#foot.replaceChildren(...this.#footOf(turn));
  }

  #updateParts(turn) {
    const isOther = this.#parts.some(({ kind }, index) => turn.parts[index]?.kind !== kind);
    if (isOther) this.#clear();
    const text = textOf(turn);
    turn.parts.forEach((part, index) => {
      this.#parts[index] ??= this.#add(part);
      this.#parts[index].view.update(part.kind === 'text' ? part.text : text);
    });
  }

  #clear() {
    this.#parts = [];
    this.#answer.replaceChildren();
  }

  #add(part) {
    const view = this.#create(part);
    this.#answer.append(view.node);
    return { kind: part.kind, view };
  }

  #create(part) {
    if (part.kind === 'text') return new MarkdownView((block) => this.#dress(block));
    if (part.kind === 'card') return this.#createCard(part.card);
    return { node: part.kind === 'notice' ? noticeNode(part.notice) : alertNode(part.alert), update: () => {} };
  }

  #createCard(card) {
    const records = { confirmation: this.#actions.pending, alert: this.#actions.alerts }[card.kind];
    if (isActive(this.#turn)) records?.trust(card.data.id);
    return createCard(card, this.#actions);
  }

  #dress(block) {
    block.hidden = isRestatement(block, this.#turn.requests);
    for (const table of block.querySelectorAll('table')) this.#dressTable(table);
  }

  #dressTable(table) {
    const place = this.#answer.querySelectorAll('.markdown .table').length;
    const cards = () => this.#turn.parts.filter((part) => part.kind === 'card' && part.card.kind === 'table');
    dressTable(table, this.#actions.announce, () => cards()[place]?.card.data?.rows ?? null);
  }

  #footOf(turn) {
    if (isActive(turn) || turn.phase === 'stored') return [];
    return [this.#endOf(turn), requestChips(turn, (tool) => this.#tools.get(tool), this.#actions), textOf(turn) && this.#buttons(turn)].filter(Boolean);
  }

  #endOf(turn) {
    const retry = () => this.#actions.retry(turn);
    if (turn.phase === 'failed') return errorNode(turn.error, retry);
    if (turn.phase === 'cancelled') return element('p', { class: 'muted stopped', text: turn.parts.length === 0 ? 'Stopped before an answer.' : 'Stopped.' });
    return isPassing(turn) && retryButton(retry);
  }

  /** Seen under the last answer only; what was proposed or decided is not done twice. */
  #again(turn) {
    const isRepeatable = turn.id && !turn.isDecision && !CHANGES.has(turn.outcome);
    return isRepeatable && iconButton('retry', 'Answer again', () => this.#actions.regenerate(this.#turn), { class: 'icon-button again' });
  }

  #buttons(turn) {
    const copy = async () => this.#actions.announce((await copyText(textOf(this.#turn))) ? 'Answer copied.' : 'Copying is not allowed here.');
    this.#thumbs ??= new Thumbs(turn.thumb, (thumb) => this.#actions.rate(turn.id, thumb), this.#actions.announce);
    const own = turn.isUnasked ? [] : [this.#again(turn), ...this.#thumbs.buttons];
    return element('div', { class: 'answer-actions' }, iconButton('copy', 'Copy answer', copy), ...own);
  }
}
