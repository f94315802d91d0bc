import { momentText, sizeText } from '../text/times.js';
import { copyText } from './clipboard.js';
import { CardActions, cardFrame, factsList, showState } from './card-frame.js';
import { element, iconButton } from './dom.js';

const STATES = { running: ['Being written', 'busy'], failed: ['Failed', 'bad'] };

/** A report as a file: `{title, report_type, period, columns, rows, bytes, sha256, file_name, download_url, expires_at, status, note}`. */
export class ExportCard {
  #data;
  #context;
  #frame;
  #actions;
  #isExpired = null;

  /** @param {{saveFile: (address: string, name: string) => Promise<void>, announce, now: () => number}} context */
  constructor(data, context) {
    this.#data = data;
    this.#context = context;
    this.#frame = cardFrame('export', 'file', data.title ?? 'Report');
    this.#actions = new CardActions(this.#frame.actions);
    this.node = this.#frame.node;
    this.#fill();
    this.refresh();
  }

  update() {}

  refresh() {
    const { download_url: address, file_name: name = 'report.csv', status, expires_at: expiresAt } = this.#data;
    const isExpired = status === 'expired' || Date.parse(expiresAt ?? '') <= this.#context.now();
    if (isExpired === this.#isExpired) return;
    this.#isExpired = isExpired;
    if (isExpired || !address) {
      showState(this.#frame.state, ...(isExpired ? ['Expired', 'quiet'] : STATES[status] ?? ['', 'quiet']));
      this.#actions.show();
    } else {
      showState(this.#frame.state, 'Ready', 'good');
      this.#actions.show(this.#actions.button('Download', () => this.#context.saveFile(address, name), 'button primary'));
    }
  }

  #fill() {
    const { period, columns = [], rows, bytes, sha256, note, expires_at: expiresAt } = this.#data;
    const facts = [
      { label: 'Period', value: period && `${period.from} – ${period.to}${period.time_zone ? ` (${period.time_zone})` : ''}` },
      { label: 'Rows', value: Number.isFinite(rows) ? rows.toLocaleString('en') : null },
      { label: 'Columns', value: columns.length > 0 ? columns.join(', ') : null },
      { label: 'Size', value: Number.isFinite(bytes) ? sizeText(bytes) : null },
      { label: 'SHA-256', value: sha256 && this.#checksum(sha256) },
      { label: 'Kept until', value: expiresAt && momentText(expiresAt, this.#context.now()) },
    ];
    this.#frame.body.append(...[note && element('p', { text: note }), factsList(facts)].filter(Boolean));
  }

  #checksum(sha256) {
    const copy = async () => this.#context.announce((await copyText(sha256)) ? 'SHA-256 copied.' : 'Copying is not allowed here.');
    return element('span', { class: 'checksum' }, element('code', { text: `${sha256.slice(0, 12)}…`, title: sha256 }), iconButton('copy', 'Copy SHA-256', copy));
  }
}
