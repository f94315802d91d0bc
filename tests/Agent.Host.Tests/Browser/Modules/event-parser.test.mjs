import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser } from '../../../../src/Agent.Host/wwwroot/widget/api/event-parser.js';

const STREAM = '\uFEFFretry: 250\r\n\r\n: still here\n\nid: t.1\ndata: {"a":1}\n\nid: t.2\rdata: first\rdata:second\r\rdata: no id of its own\n\n';

const read = (chunks) => {
  const parser = new EventParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

test('fields, comments and every kind of line end are read as the standard says', () => {
  assert.deepEqual(read([STREAM]), [
    { id: null, data: null, retry: 250 },
    { id: 't.1', data: '{"a":1}', retry: null },
    { id: 't.2', data: 'first\nsecond', retry: null },
    { id: 't.2', data: 'no id of its own', retry: null },
  ]);
});

test('the events are the same wherever the stream is cut', () => {
  const whole = read([STREAM]);

  for (let cut = 0; cut <= STREAM.length; cut += 1) assert.deepEqual(read([STREAM.slice(0, cut), STREAM.slice(cut)]), whole, `cut at ${cut}`);
  assert.deepEqual(read([...STREAM]), whole);
});

test('an event that was not finished is not told', () => {
  assert.deepEqual(read(['id: t.1\ndata: half']), []);
});
