import { Problem } from '../../widget/api/problem.js';
import { button } from './page-head.js';

/** The button of a deleted item in a list of this kind (`pipelines`, `datasets`); `onDone` follows when it is back. */
export function bringBack(lab, kind, { id, name }, onDone) {
  return button('Bring back', run, { 'aria-label': `Bring ${name} back` });

  async function run() {
    try {
      await lab.api.post(`${kind}/${id}/undelete`);
      lab.toast(`${name} is back.`);
      await onDone();
    } catch (error) {
      lab.toast(Problem.of(error).message);
    }
  }
}
