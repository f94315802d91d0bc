// Asks the host with the real client of the standard and prints what that client makes of it:
//   node converse.mjs http://127.0.0.1:5080/ "first message" "second message"
//   node converse.mjs http://127.0.0.1:5080/agui "first message" …     at the door for such clients, without any change to the client
// A message after a run that waits for a confirmation answers it: "yes" confirms.
//   {"messages": […], "state": {…}, "runs": [{"threadId", "runId", "asked": {"threadId", "runId"}, "outcome", "cards": […], "notices": […], "error": null}]}
// The client also verifies the order of the events (started before content, all closed before the end) and fails otherwise.
import { HttpAgent } from '@ag-ui/client';

class PromptLabAgent extends HttpAgent {
  conversation = null;

  /** The host's own door takes the message alone; it keeps the history itself. */
  requestInit(input) {
    const said = input.resume?.length
      ? { resume: input.resume.map(({ interruptId, status, payload }) => ({ interrupt_id: interruptId, status, payload })) }
      : { message: input.messages.at(-1).content };
    const body = this.conversation ? { conversation_id: this.conversation, ...said } : said;
    return { ...super.requestInit(input), body: JSON.stringify(body) };
  }
}

const [base, ...questions] = process.argv.slice(2);
const headers = process.env.PROMPTLAB_API_KEY ? { Authorization: `Bearer ${process.env.PROMPTLAB_API_KEY}` } : {};
const agent = base.endsWith('/agui') ? new HttpAgent({ url: base, headers }) : new PromptLabAgent({ url: new URL('api/v1/chat', base).href, headers });
const runs = [];
let interrupts = [];

for (const [index, content] of questions.entries()) {
  const run = { threadId: null, runId: null, asked: null, outcome: null, cards: [], notices: [], error: null };
  runs.push(run);
  if (interrupts.length > 0) {
    const answer = { status: 'resolved', payload: { confirmed: content === 'yes' } };
    await agent.runAgent({ resume: interrupts.map(({ id }) => ({ interruptId: id, ...answer })) }, subscriberOf(run));
  } else {
    agent.addMessage({ id: `question-${index + 1}`, role: 'user', content });
    await agent.runAgent({}, subscriberOf(run));
  }
}

console.log(JSON.stringify({ messages: agent.messages, state: agent.state, runs }));

function subscriberOf(run) {
  return {
    onRunInitialized: ({ input }) => {
      run.asked = { threadId: input.threadId, runId: input.runId };
    },
    onRunStartedEvent: ({ event }) => {
      Object.assign(run, { threadId: event.threadId, runId: event.runId });
      agent.conversation = event.threadId;
    },
    onCustomEvent: ({ event }) => {
      if (event.name === 'card') run.cards.push(event.value);
      if (event.name === 'notice') run.notices.push(event.value);
    },
    onRunFinishedEvent: ({ event, outcome }) => {
      run.outcome = outcome;
      interrupts = event.outcome?.interrupts ?? [];
    },
    onRunErrorEvent: ({ event }) => {
      run.error = { code: event.code, message: event.message };
    },
  };
}
