import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Http } from '../../../../src/Agent.Host/wwwroot/widget/api/http.js';
import { PageToken } from '../../../../src/Agent.Host/wwwroot/widget/api/page-token.js';

const real = { fetch: globalThis.fetch, now: Date.now };
const HOUR = 3_600_000;
let now;
let asked;

/** What the page's back end answers: the JSON, and when it says it did. */
const answer = (body, date) => {
  globalThis.fetch = async () => {
    asked += 1;
    return new Response(JSON.stringify({ token: `plw_${asked}`, ...body }), date && { headers: { Date: new Date(date).toUTCString() } });
  };
};

const at = (moment) => new Date(moment).toISOString();

beforeEach(() => {
  now = Date.parse('2025-01-15T12:00:00Z');
  asked = 0;
  Date.now = () => now;
});

afterEach(() => {
  globalThis.fetch = real.fetch;
  Date.now = real.now;
});

for (const [clock, off] of [['ahead', HOUR], ['behind', -HOUR]]) {
  test(`a clock that is ${clock} neither asks for a token each time nor keeps one that has ended`, async () => {
    const token = new PageToken('/chat-token');
    const server = now - off;
    answer({ expires_in: 900, expires_at: at(server + 900_000) });

    await token.get();
    now += 600_000;
    const same = await token.get();
    now += 290_000;
    const next = await token.get();

    assert.deepEqual([same, next], ['plw_1', 'plw_2']);
  });
}

test('a token that the back end has kept for a while is not held for its whole time', async () => {
  const token = new PageToken('/chat-token');
  const server = now + HOUR;
  answer({ expires_in: 900, expires_at: at(server + 100_000) }, server);

  await token.get();
  now += 60_000;
  const same = await token.get();
  now += 20_000;
  const next = await token.get();

  assert.deepEqual([same, next], ['plw_1', 'plw_2']);
});

test('with nothing but its end, this machine is trusted to know the time', async () => {
  const token = new PageToken('/chat-token');
  answer({ expires_at: at(now + 900_000) });

  await token.get();
  now += 800_000;
  const same = await token.get();
  now += 80_000;
  const next = await token.get();

  assert.deepEqual([same, next], ['plw_1', 'plw_2']);
});

test('a token that is refused before its time gives way to another one, asked for once', async () => {
  const token = new PageToken('/chat-token');
  const http = new Http(new URL('https://promptlab.example/'), (refused) => token.get(refused));
  answer({ expires_in: 900 });
  const tokens = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    if (url === '/chat-token') return tokens();
    return init.headers.Authorization === 'Bearer plw_2' ? Response.json({ ok: true }) : Response.json({ code: 'unauthorized', detail: 'No.' }, { status: 401 });
  };

  const replies = await Promise.all([http.json('about'), http.json('workflows')]);

  assert.deepEqual(replies, [{ ok: true }, { ok: true }]);
  assert.equal(asked, 2);
});

test('a key that is refused is not sent again', async () => {
  const http = new Http(new URL('https://promptlab.example/'), () => 'plk_old');
  globalThis.fetch = async () => {
    asked += 1;
    return Response.json({ code: 'unauthorized', detail: 'No.' }, { status: 401 });
  };

  await assert.rejects(http.json('about'), { code: 'unauthorized' });
  assert.equal(asked, 1);
});
