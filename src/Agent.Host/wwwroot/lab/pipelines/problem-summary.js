import { element, icon } from '../../widget/view/dom.js';
import { counted } from '../parts/figures.js';

/** All problems of a pipeline in one place; each leads to its field. */
export class ProblemSummary {
  #shown = '';

  constructor(announce) {
    this.announce = announce;
    this.node = element('section', { class: 'problems', 'aria-label': 'Problems' });
  }

  /** @param {{field, message, severity}[]} problems */
  show(problems, jump) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const warnings = problems.length - errors.length;
    const title = problems.length === 0 ? 'Ready to run' : [errors.length > 0 && counted(errors.length, 'problem'), warnings > 0 && counted(warnings, 'warning')].filter(Boolean).join(', ');
    this.node.dataset.tone = errors.length > 0 ? 'bad' : warnings > 0 ? 'warn' : 'good';
    this.node.replaceChildren(
      element('p', { class: 'problems-title' }, icon(problems.length === 0 ? 'check' : 'alert'), title),
      problems.length > 0 && element('ul', {}, ...problems.map((problem) => element('li', { 'data-severity': problem.severity }, element('button', { type: 'button', class: 'problem-jump', on: { click: () => jump(problem) } }, problem.message)))) || '',
    );
    if (title !== this.#shown) this.announce(title);
    this.#shown = title;
  }
}
