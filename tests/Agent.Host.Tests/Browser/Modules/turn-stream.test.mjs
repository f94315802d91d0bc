import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../../../src/Agent.Host/wwwroot/widget/api/problem.js';
import { TurnStream } from '../../../../src/Agent.Host/wwwroot/widget/api/turn-stream.js';

globalThis.addEventListener ??= () => {};
globalThis.removeEventListener ??= () => {};

const line = (sequence, type) => `id: t.${sequence}\ndata: {"type":"${type}"}\n\n`;
const started = line(1, 'RUN_STARTED');
const finished = line(3, 'RUN_FINISHED');

/** A response that sends its text and then ends, or breaks. */
function response(text, { breaks = false } = {}) {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(`retry: 100\n\n${text}`));
      if (!breaks) controller.close();
    },
    pull(controller) {
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { headers: { 'X-Turn-Id': 't' } });
}

async function follow(first, ...later) {
  const asked = [];
  const states = [];
  const api = {
    turnEvents: async (id, after) => {
      asked.push([id, after]);
      const next = later.shift();
      if (next instanceof Problem) throw next;
      return next;
    },
  };
  const stream = new TurnStream(api, new AbortController().signal, ({ lost }) => states.push(lost));
  const types = [];
  for await (const { type } of stream.follow(Promise.resolve(first))) types.push(type);
  return { types, asked, states };
}

test('a whole stream needs one connection', async () => {
  const { types, asked } = await follow(response(started + finished));

  assert.deepEqual(types, ['RUN_STARTED', 'RUN_FINISHED']);
  assert.deepEqual(asked, []);
});

test('after a break the stream goes on behind the last event that came', async () => {
  const { types, asked, states } = await follow(response(started, { breaks: true }), response(line(2, 'CUSTOM') + finished));

  assert.deepEqual(types, ['RUN_STARTED', 'CUSTOM', 'RUN_FINISHED']);
  assert.deepEqual(asked, [['t', 't.1']]);
  assert.equal(states.includes(true), true);
  assert.equal(states.at(-1), false);
});

test('what is sent twice is told once', async () => {
  const { types } = await follow(response(started), response(started + finished));

  assert.deepEqual(types, ['RUN_STARTED', 'RUN_FINISHED']);
});

test('a server that is away for a moment is asked again', async () => {
  const { types, asked } = await follow(response(started), Problem.unreachable(), new Problem({ status: 503 }), response(finished));

  assert.deepEqual(types, ['RUN_STARTED', 'RUN_FINISHED']);
  assert.equal(asked.length, 3);
});

test('a turn that is gone is not asked for again', async () => {
  await assert.rejects(follow(response(started), new Problem({ status: 404, title: 'Gone' })), { message: 'Gone' });
});
