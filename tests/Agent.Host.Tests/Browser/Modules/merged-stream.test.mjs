import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MergedStream } from '../../../../src/Agent.Host/wwwroot/lab/compare/merged-stream.js';

globalThis.addEventListener ??= () => {};
globalThis.removeEventListener ??= () => {};

const message = (id, event) => `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
const text = (delta) => ({ type: 'TEXT_MESSAGE_CONTENT', delta });
const end = { type: 'RUN_FINISHED' };

/** The part of the API that follows one execution: gives these events, and keeps where it was asked to begin. */
function executions(events) {
  const asked = [];
  return { asked, events: async (kind, id, last) => asked.push([id, last]), follow: async function* (kind, opening) { await opening; yield* events; } };
}

async function outputs(api, body) {
  const heard = {};
  await new MergedStream(api, new AbortController().signal, (id, event) => (heard[id] ??= []).push(event.delta ?? event.type)).follow(new Response(body), ['a', 'b']);
  return heard;
}

test('events are handed to the execution that their id names', async () => {
  const api = executions([]);

  const heard = await outputs(api, message('a.1', text('A')) + message('b.1', text('B')) + message('a.2', end) + message('b.2', end));

  assert.deepEqual(heard, { a: ['A', 'RUN_FINISHED'], b: ['B', 'RUN_FINISHED'] });
  assert.deepEqual(api.asked, []);
});

test('after a cut each execution that has not ended is followed from where it was', async () => {
  const api = executions([text('rest'), end]);

  const heard = await outputs(api, message('a.1', text('A')) + message('a.2', end) + message('b.7', text('B')));

  assert.deepEqual(api.asked, [['b', 'b.7']]);
  assert.deepEqual(heard.b, ['B', 'rest', 'RUN_FINISHED']);
});
