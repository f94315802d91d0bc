import { LiveRecords } from './live-records.js';

/** What the cards act on: actions that wait for a yes, and alerts. */
export class LiveCards {
  #api;
  #act;

  /** @param {(action: {question: string, resume: object}) => Promise<void>} act runs a turn in the open conversation */
  constructor(api, act) {
    this.#api = api;
    this.#act = act;
    this.pending = new LiveRecords((id) => api.pendingAction(id));
    this.alerts = new LiveRecords((id) => api.alert(id));
  }

  /** When the server refuses, its words are the card's to show; what became of the action meanwhile, too. */
  async decide(id, isConfirmed) {
    try {
      await this.#act({ question: isConfirmed ? 'Confirm' : 'Cancel', resume: { interrupt_id: id, payload: { confirmed: isConfirmed } } });
      this.pending.learn({ id, status: isConfirmed ? 'executing' : 'cancelled' });
    } catch (problem) {
      this.pending.refresh(id);
      throw problem;
    }
  }

  /** What changed before anybody listened is read again. */
  refresh() {
    this.pending.refreshAll();
    this.alerts.refreshAll();
  }

  async changeAlert(id, action, body) {
    this.alerts.learn(await this.#api.changeAlert(id, action, body));
  }
}
