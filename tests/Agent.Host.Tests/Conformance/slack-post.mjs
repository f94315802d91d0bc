// Holds conversations with the host as people's Slack scripts do: with the WebClient of @slack/web-api, whose base URL points there.
import { WebClient } from '@slack/web-api';

const [host, token] = process.argv.slice(2);
const client = new WebClient(token || undefined, { slackApiUrl: `${host}api/slack/`, retryConfig: { retries: 1 } });
const channel = '#reports';

const replies = (ts, more = {}) => client.conversations.replies({ channel, ts, ...more });

/** The thread once the agent has answered the message. */
async function answered(thread, ts) {
  for (;;) {
    const { messages } = await replies(thread);
    const answer = messages.find((message) => message.bot_id && message.metadata.event_payload.in_reply_to === ts);
    if (answer) return { messages, answer };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(text, thread) {
  const posted = await client.chat.postMessage({ channel, text, thread_ts: thread });
  return { posted, ...(await answered(thread ?? posted.ts, posted.ts)) };
}

async function failure(call) {
  try {
    await call();
    return null;
  } catch (error) {
    return error.data?.error ?? error.code;
  }
}

const identity = await client.auth.test();
const echo = await client.api.test({ foo: 'bar' });
const question = await ask('Which landing page is best for Summer Promo in Germany last month?');
const thread = question.posted.ts;
const followUp = await ask('what about France?', thread);
const proposal = await ask('tracking link for partner 34567 on offer 1002', followUp.posted.ts);
const confirmed = await ask('yes', thread);
const updated = await client.chat.update({ channel, ts: thread, text: 'Which landing page *was* best?' });
const after = await replies(thread);

const pages = [];
for await (const page of client.paginate('conversations.replies', { channel, ts: thread, limit: 3 })) pages.push(page.messages.map((message) => message.ts));
const history = await client.conversations.history({ channel });

const errors = {
  no_text: await failure(() => client.chat.postMessage({ channel, text: '' })),
  thread_not_found: await failure(() => replies('1111111111.111111')),
  message_not_found: await failure(() => client.chat.update({ channel, ts: question.answer.ts, text: 'mine now' })),
  unknown_method: await failure(() => client.apiCall('chat.scheduleMessage', { channel, text: 'later' })),
  invalid_auth: await failure(() => new WebClient('xoxb-unknown', { slackApiUrl: `${host}api/slack/` }).auth.test()),
  my_error: await failure(() => client.api.test({ error: 'my_error' })),
};

console.log(JSON.stringify({ identity, echo, question, followUp, proposal, confirmed, updated, after, pages, history, errors }));
