/**
 * Server-Sent Events out of text chunks, cut anywhere (WHATWG HTML, "parsing an event stream").
 * An event is `{ id, data, retry }`; `retry` stands alone when the server only sets the delay.
 */
export class EventParser {
  #buffer = '';
  #data = [];
  #id = '';
  #isStart = true;

  push(text) {
    this.#buffer += this.#isStart && text.startsWith('\uFEFF') ? text.slice(1) : text;
    this.#isStart &&= text.length === 0;
    const events = [];
    for (let line = this.#takeLine(); line !== null; line = this.#takeLine()) this.#read(line, events);
    return events;
  }

  #takeLine() {
    const end = this.#buffer.search(/[\r\n]/);
    const isCut = end === this.#buffer.length - 1 && this.#buffer[end] === '\r';
    if (end < 0 || isCut) return null;
    const line = this.#buffer.slice(0, end);
    this.#buffer = this.#buffer.slice(end + (this.#buffer.startsWith('\r\n', end) ? 2 : 1));
    return line;
  }

  #read(line, events) {
    if (line === '') return this.#dispatch(events);
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) events.push({ id: null, data: null, retry: Number(value) });
  }

  #dispatch(events) {
    if (this.#data.length > 0) events.push({ id: this.#id, data: this.#data.join('\n'), retry: null });
    this.#data = [];
  }
}
