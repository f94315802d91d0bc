// Talks to the OpenAI-compatible door with OpenAI's own client, as an ordinary program does: the whole history with every request.
//   node complete.mjs http://127.0.0.1:5080/ < steps.json
// Steps, a JSON array: {"say": "…", "stream": true, "options": {…}, "headers": {…}, "stopAfter": 1, "retries": 2}, {"list": true} or {"model": "…"}.
//   [{"content", "finish", "chunks", "usage", "conversation", "pending", "stopped", "models", "error": {"name", "status", "code", "type", "param", "message"}}]
// An answer that was stopped stays in the history as far as it came.
import OpenAI from 'openai';

const client = new OpenAI({ baseURL: new URL('v1', process.argv[2]).href, apiKey: process.env.PROMPTLAB_API_KEY ?? 'none', maxRetries: 0, fetch: withoutKey });
const steps = JSON.parse(await text(process.stdin));
const messages = [];
const reports = [];
for (const step of steps) reports.push(await run(step));
console.log(JSON.stringify(reports));

async function run(step) {
  try {
    if (step.list) return { models: (await client.models.list()).data.map(({ id }) => id) };
    if (step.model) return { models: [(await client.models.retrieve(step.model)).id] };
    messages.push({ role: 'user', content: step.say });
    const body = { model: 'promptlab', messages, ...step.options };
    const options = { headers: step.headers, maxRetries: step.retries ?? 0 };
    const report = step.stream ? await streamed(body, options, step.stopAfter) : await whole(body, options);
    messages.push({ role: 'assistant', content: report.content });
    return report;
  } catch (error) {
    const { status, code, type, param, message } = error;
    return { error: { name: error.constructor.name, status, code, type, param, message } };
  }
}

async function whole(body, options) {
  const { data, response } = await client.chat.completions.create(body, options).withResponse();
  const [{ message, finish_reason: finish }] = data.choices;
  return { content: message.content, finish, usage: data.usage, pending: data.promptlab.pending_action, conversation: response.headers.get('x-conversation-id') };
}

async function streamed(body, options, stopAfter = Infinity) {
  const { data: stream, response } = await client.chat.completions.create({ ...body, stream: true }, options).withResponse();
  const report = { content: '', finish: null, chunks: 0, usage: null, pending: null, stopped: false, conversation: response.headers.get('x-conversation-id') };
  for await (const chunk of stream) {
    const [choice] = chunk.choices;
    report.content += choice?.delta.content ?? '';
    report.finish ??= choice?.finish_reason;
    report.usage ??= chunk.usage ?? null;
    report.pending ??= chunk.promptlab?.pending_action ?? null;
    if (choice?.delta.content) report.chunks += 1;
    if (report.chunks >= stopAfter) {
      report.stopped = true;
      break;
    }
  }
  return report;
}

/** Without a key the service takes a program on its own machine for the local user. */
function withoutKey(url, init) {
  if (process.env.PROMPTLAB_API_KEY) return fetch(url, init);
  const headers = new Headers(init.headers);
  headers.delete('authorization');
  return fetch(url, { ...init, headers });
}

async function text(stream) {
  let whole = '';
  for await (const part of stream) whole += part;
  return whole;
}
