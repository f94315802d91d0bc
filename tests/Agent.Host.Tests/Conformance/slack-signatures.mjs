// What @slack/bolt makes of signed requests: one line of JSON each in, true or false out.
import { createRequire } from 'node:module';

const { isValidSlackRequest } = createRequire(import.meta.url)('@slack/bolt/dist/receivers/verify-request.js');
let input = '';
for await (const chunk of process.stdin) input += chunk;
const lines = input.split('\n').filter(Boolean);
const verdicts = lines.map((line) => {
  const { secret, now, timestamp, signature, body } = JSON.parse(line);
  return isValidSlackRequest({
    signingSecret: secret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
    nowMilliseconds: now * 1000,
  });
});
console.log(JSON.stringify(verdicts));
