import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinPages, turnsOf } from '../../../../src/Agent.Host/wwwroot/widget/state/history.js';
import { applyEvent, failTurn, isActive, isPassing, newTurn, textOf } from '../../../../src/Agent.Host/wwwroot/widget/state/turn.js';

const play = (...events) => events.reduce(applyEvent, newTurn({ key: 'k', question: 'best page?' }));

const CHIP = { argument: 'offer', label: 'Offer', value: 'Summer Promo 2024 (1001)', is_default: false };
const STARTED = { type: 'RUN_STARTED', threadId: 'c', runId: 't' };
const SNAPSHOT = { type: 'STATE_SNAPSHOT', snapshot: { data_source: 'demo', last: { tool: 'top_landing_pages', args: { offer: 1001 } }, chips: [CHIP], notes: [] } };
const FINISHED = { type: 'RUN_FINISHED', threadId: 'c', runId: 't', outcome: { type: 'success' }, result: { outcome: 'answer' } };

test('text arrives in pieces, in the message it belongs to', () => {
  const turn = play(
    STARTED,
    { type: 'TEXT_MESSAGE_START', messageId: 'a', role: 'assistant' },
    { type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'One ' },
    { type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'page.' },
    { type: 'TEXT_MESSAGE_END', messageId: 'a' },
    { type: 'TEXT_MESSAGE_START', messageId: 'b', role: 'assistant' },
    { type: 'TEXT_MESSAGE_CONTENT', messageId: 'b', delta: 'Another.' },
  );

  assert.equal(textOf(turn), 'One page.\n\nAnother.');
  assert.deepEqual(turn.parts.map(({ isOpen }) => isOpen), [false, true]);
  assert.equal(turn.id, 't');
});

test('how it was understood is kept once, with where the data comes from', () => {
  const turn = play(STARTED, SNAPSHOT, SNAPSHOT, FINISHED);

  assert.deepEqual(turn.requests, [{ tool: 'top_landing_pages', args: { offer: 1001 }, chips: [CHIP], notes: [] }]);
  assert.equal(turn.isDemo, true);
  assert.equal(turn.outcome, 'answer');
});

test('a wait is news only while it lasts', () => {
  const wait = { type: 'CUSTOM', name: 'notice', value: { code: 'quota_wait', text: 'Waiting 3 s.' } };
  const fallback = { type: 'CUSTOM', name: 'notice', value: { code: 'model_fallback', text: 'Answered offline.' } };
  const running = play(STARTED, wait, fallback);

  assert.equal(running.parts.length, 2);
  assert.deepEqual(applyEvent(running, FINISHED).parts, [{ kind: 'notice', notice: fallback.value }]);
});

test('a stopped turn has nothing left open', () => {
  const turn = play(STARTED, { type: 'STEP_STARTED', stepName: 'asking_everflow' }, { type: 'TOOL_CALL_START', toolCallId: 'x', toolCallName: 'find_offers' }, {
    ...FINISHED,
    outcome: { type: 'cancelled' },
  });

  assert.equal(turn.phase, 'cancelled');
  assert.deepEqual(turn.steps, [{ name: 'asking_everflow', text: 'Asking everflow', isDone: true }]);
  assert.equal(turn.tools[0].isDone, true);
});

test('an error ends the turn with its own words', () => {
  const turn = play(STARTED, { type: 'RUN_ERROR', message: 'Everflow is away. Reference: 1a2b.', code: 'everflow_unavailable' });

  assert.equal(turn.phase, 'failed');
  assert.equal(turn.error.message, 'Everflow is away. Reference: 1a2b.');
});

test('an event of an unknown kind changes nothing', () => {
  const turn = play(STARTED);

  assert.equal(applyEvent(turn, { type: 'REASONING_START', messageId: 'r' }), turn);
});

test('stored messages become turns, with their interpretation and their cards', () => {
  const question = { kind: 'question', data: { text: 'Which?', choices: [] } };
  const request = { kind: 'request', data: { tool: 'find_offers', args: {}, chips: [CHIP], notes: ['clipped'] } };
  const [turn] = turnsOf(
    [
      { id: '1', turn_id: 't', role: 'user', text: 'offers?', cards: [] },
      { id: '2', turn_id: 't', role: 'assistant', text: 'Which?', cards: [request, question], outcome: 'clarify' },
    ],
    null,
  );

  assert.equal(turn.question, 'offers?');
  assert.equal(turn.phase, 'done');
  assert.deepEqual(turn.requests, [{ tool: 'find_offers', args: {}, chips: [CHIP], notes: ['clipped'] }]);
  assert.deepEqual(turn.parts.map(({ kind }) => kind), ['text', 'card']);
});

test('a question may be asked again when the trouble may pass', () => {
  const failed = (code) => play(STARTED, { type: 'CUSTOM', name: 'card', value: { kind: 'problem', data: { code, reference_id: null } } }, FINISHED);

  assert.equal(isPassing(failed('everflow_unavailable')), true);
  assert.equal(isPassing(failed('everflow_rejected_key')), false);
  assert.deepEqual(failed('everflow_unavailable').parts, []);
});

test('a turn without an answer runs, or its events must tell how it ended', () => {
  const messages = [
    { id: '1', turn_id: 'lost', role: 'user', text: 'first' },
    { id: '2', turn_id: 'running', role: 'user', text: 'second' },
  ];

  assert.deepEqual(turnsOf(messages, 'running').map(({ phase }) => phase), ['stored', 'running']);
});

test('a turn that was cut by the end of a page is whole again', () => {
  const later = turnsOf([{ id: '2', turn_id: 't', role: 'assistant', text: 'Yes.', outcome: 'answer' }], null);
  const earlier = turnsOf([{ id: '0', turn_id: 's', role: 'user', text: 'before' }, { id: '1', turn_id: 't', role: 'user', text: 'is it?' }], null);

  assert.deepEqual(joinPages(earlier, later).map(({ id, question }) => [id, question]), [['s', 'before'], ['t', 'is it?']]);
});

test('a failure outside the stream ends the turn too', () => {
  const turn = failTurn(newTurn({ key: 'k', question: 'q' }), { message: 'Too fast.', code: 'turn_limit', reference: 'r', retryAfter: 7 });

  assert.equal(isActive(turn), false);
  assert.deepEqual(turn.error, { message: 'Too fast.', code: 'turn_limit', reference: 'r', retryAfter: 7 });
});
