import { readableName } from '../text/names.js';

/**
 * A turn as the person sees it: a question and everything that answers it. Turns are values; every change makes a new one.
 *
 * phase: `sending` → `running` → `done` | `cancelled` | `failed`; `stored` until the end of an old turn is known
 * outcome: what kind of reply it is (`answer`, `clarify`, `problem` …), null while it runs
 * parts: in order of arrival, `{kind: 'text', id, text, isOpen}` | `{kind: 'card', card}` | `{kind: 'notice', notice}` | `{kind: 'alert', alert}`
 * problem: `{code, reference_id}` when the answer is that there is none
 * requests: how each call was understood, `{tool, args, chips, notes}`
 * isUnasked: a message that the agent sent by itself; there is no turn behind it
 * isDecision: the question is a yes or a no, in words or by a button
 * thumb: `up` | `down` as it was stored, null when nothing was said
 * call: `{tool, arguments}` when the person changed a parameter instead of asking; resume: `{interrupt_id, payload}` when they decided
 */
export function newTurn({ key, id = null, question, idempotencyKey = null, call = null, resume = null }) {
  return {
    key,
    id,
    question,
    idempotencyKey,
    call,
    resume,
    phase: 'sending',
    outcome: null,
    parts: [],
    tools: [],
    steps: [],
    requests: [],
    isDemo: false,
    isUnasked: false,
    isDecision: resume !== null,
    thumb: null,
    problem: null,
    error: null,
    isStopping: false,
  };
}

export const isActive = (turn) => turn.phase === 'sending' || turn.phase === 'running';

/** What was written so far, as Markdown. */
export const textOf = (turn) => turn.parts.filter((part) => part.kind === 'text').map((part) => part.text).join('\n\n');

/** Whether the same question may well be answered the next time. */
export const isPassing = ({ problem }) => PASSING.has(problem?.code);

const PASSING = new Set(['everflow_unavailable', 'everflow_timeout', 'everflow_rate_limited', 'everflow_malformed_reply', 'internal_error']);

/** The turn after an AG-UI event; events that say nothing to a person leave it as it is. */
export function applyEvent(turn, event) {
  return handlers[event.type]?.(turn, event) ?? turn;
}

/** The turn after a failure outside the stream. `problem` is shown as it is. */
export function failTurn(turn, problem) {
  const { message, code, reference, retryAfter } = problem;
  return { ...closed(turn), phase: 'failed', error: { message, code, reference, retryAfter } };
}

const handlers = {
  RUN_STARTED: (turn, { runId }) => ({ ...turn, phase: 'running', id: runId ?? turn.id }),

  STEP_STARTED: (turn, event) => ({ ...turn, steps: [...turn.steps, { name: event.stepName, text: stepText(event), isDone: false }] }),

  STEP_FINISHED: (turn, { stepName }) => ({ ...turn, steps: replaceLast(turn.steps, (step) => step.name === stepName && !step.isDone, (step) => ({ ...step, isDone: true })) }),

  TOOL_CALL_START: (turn, { toolCallId, toolCallName }) => ({ ...turn, tools: [...turn.tools, { id: toolCallId, name: toolCallName, isDone: false }] }),

  TOOL_CALL_RESULT: (turn, { toolCallId }) => ({ ...turn, tools: replaceLast(turn.tools, (tool) => tool.id === toolCallId, (tool) => ({ ...tool, isDone: true })) }),

  STATE_SNAPSHOT: (turn, { snapshot }) => withSnapshot(turn, snapshot ?? {}),

  TEXT_MESSAGE_START: (turn, { messageId, role }) => (role && role !== 'assistant' ? turn : withPart(turn, { kind: 'text', id: messageId, text: '', isOpen: true })),

  TEXT_MESSAGE_CONTENT: (turn, { messageId, delta }) => withText(turn, messageId, (part) => ({ ...part, text: part.text + delta })),

  TEXT_MESSAGE_END: (turn, { messageId }) => withText(turn, messageId, (part) => ({ ...part, isOpen: false })),

  CUSTOM: (turn, { name, value }) => withCustom(turn, name, value ?? {}),

  RUN_FINISHED: (turn, { outcome, result }) => ({
    ...closed(turn),
    phase: outcome?.type === 'cancelled' ? 'cancelled' : 'done',
    outcome: result?.outcome ?? null,
    isDecision: turn.isDecision || result?.is_decision === true,
  }),

  RUN_ERROR: (turn, { message, code }) => failTurn(turn, { message, code: code ?? 'failed' }),
};

function withSnapshot(turn, { data_source: dataSource, last, chips = [], notes = [] }) {
  const isDemo = turn.isDemo || dataSource === 'demo';
  if (chips.length === 0 && notes.length === 0) return { ...turn, isDemo };
  return { ...withRequest(turn, { tool: last?.tool ?? null, args: last?.args, chips, notes }), isDemo };
}

/** Cards that say something about the answer are kept as such; the others are parts of it. */
export function withCard(turn, card) {
  const data = card.data ?? {};
  if (card.kind === 'request') return { ...withRequest(turn, data), isDemo: turn.isDemo || data.data_source === 'demo' };
  if (card.kind === 'problem') return { ...turn, problem: data };
  return withPart(turn, { kind: 'card', card });
}

/** How a call was understood, each interpretation once. */
function withRequest(turn, { tool, args = {}, chips = [], notes = [] }) {
  const request = { tool, args, chips, notes };
  const isRepeated = turn.requests.some((known) => JSON.stringify(known) === JSON.stringify(request));
  return isRepeated ? turn : { ...turn, requests: [...turn.requests, request] };
}

function withCustom(turn, name, value) {
  if (name === 'card') return withCard(turn, value);
  if (name === 'alert') return withPart(turn, { kind: 'alert', alert: value });
  if (name !== 'notice') return turn;
  return value.code === 'demo_data' ? { ...turn, isDemo: true } : withPart(turn, { kind: 'notice', notice: value });
}

const withPart = (turn, part) => ({ ...turn, parts: [...turn.parts, part] });

function withText(turn, messageId, change) {
  return { ...turn, parts: replaceLast(turn.parts, (part) => part.kind === 'text' && part.id === messageId, change) };
}

/** Nothing is under way any more, whatever was left open; a wait that is over is no news. */
function closed(turn) {
  const parts = turn.parts
    .filter((part) => !(part.kind === 'notice' && /_wait$/.test(part.notice.code)))
    .map((part) => (part.isOpen ? { ...part, isOpen: false } : part));
  return { ...turn, parts, isStopping: false, steps: turn.steps.map((step) => ({ ...step, isDone: true })), tools: turn.tools.map((tool) => ({ ...tool, isDone: true })) };
}

function replaceLast(items, matches, change) {
  const index = items.findLastIndex(matches);
  return index < 0 ? items : items.with(index, change(items[index]));
}

function stepText({ stepName, metadata, text }) {
  return text ?? metadata?.text ?? (/\s/.test(stepName) ? stepName : readableName(stepName));
}
