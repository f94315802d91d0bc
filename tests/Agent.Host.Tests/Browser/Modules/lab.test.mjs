import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costText, durationText } from '../../../../src/Agent.Host/wwwroot/lab/parts/figures.js';
import { allInputs } from '../../../../src/Agent.Host/wwwroot/lab/parts/variable-fields.js';
import { parametersText } from '../../../../src/Agent.Host/wwwroot/lab/parts/parameter-fields.js';
import { withQuery } from '../../../../src/Agent.Host/wwwroot/lab/api/lab-api.js';
import { matcherOf } from '../../../../src/Agent.Host/wwwroot/lab/shell/router.js';
import { routes } from '../../../../src/Agent.Host/wwwroot/lab/routes.js';

test('a pattern takes its parts out of an address, with or without a slash at the end', () => {
  const match = matcherOf('/lab/templates/:id/versions');

  assert.deepEqual(match('/lab/templates/a%20b/versions'), { id: 'a b' });
  assert.deepEqual(match('/lab/templates/x/versions/'), { id: 'x' });
  assert.equal(match('/lab/templates/x'), null);
  assert.equal(match('/lab/templates/x/y/versions'), null);
});

test('every route has a page that can be shown', async () => {
  for (const { pattern, title, load } of routes) {
    assert.ok(title, pattern);
    assert.match(load.toString(), /import\(/, pattern);
  }
});

test('a new template is found before a template by the name new', () => {
  const found = routes.find(({ pattern }) => matcherOf(pattern)('/lab/templates/new'));

  assert.equal(found.pattern, '/lab/templates/new');
});

test('what is empty stays out of a query', () => {
  assert.equal(withQuery('templates', { search: '', tag: null, deleted: false, limit: 50, text: 'a&b' }), 'templates?limit=50&text=a%26b');
  assert.equal(withQuery('templates', { search: '' }), 'templates');
});

test('costs keep enough digits to be told apart', () => {
  assert.deepEqual([null, 0, 0.0000123, 0.0345, 12.3456].map(costText), ['–', '0.00', '0.000012', '0.0345', '12.35']);
});

test('durations are read at a glance', () => {
  assert.deepEqual([null, 0, 999, 1500, 61_000].map(durationText), ['–', '0 ms', '999 ms', '1.5 s', '1 min 1 s']);
});

test('variables that nobody declared are required texts behind the declared ones', () => {
  const inputs = allInputs({ inputs: [{ name: 'b', type: 'date' }], variables: ['a', 'b'] });

  assert.deepEqual(inputs.map(({ name, type }) => [name, type]), [['b', 'date'], ['a', 'text']]);
  assert.equal(inputs[1].is_required, true);
});

test('parameters are told in one line', () => {
  assert.equal(parametersText({ temperature: 0, max_tokens: 500, top_p: null, stop: ['END'] }), 'temperature 0 · max tokens 500 · stop "END"');
  assert.equal(parametersText(null), '');
});
