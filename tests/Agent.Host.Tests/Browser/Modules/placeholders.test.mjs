import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlaceholders } from '../../../../src/Agent.Host/wwwroot/lab/templates/placeholders.js';

const textOf = ({ parts }) => parts.map(({ text }) => text).join('');

test('variables are found once each, in order, whatever spaces their braces hold', () => {
  assert.deepEqual(readPlaceholders('{{b}} {{ a }} {{b}}').variables, ['b', 'a']);
});

test('a single brace is just a brace', () => {
  const read = readPlaceholders('{"name": {{name}}}');

  assert.deepEqual(read.variables, ['name']);
  assert.deepEqual(read.problems, []);
});

test('four braces are a literal pair', () => {
  const read = readPlaceholders('{{{{not}}}} {{{{{{in}}}}}}');

  assert.deepEqual(read.variables, ['in']);
  assert.deepEqual(read.parts.filter(({ kind }) => kind === 'escape').length, 4);
});

test('braces that are not closed are a problem at their line and character', () => {
  const { problems, variables } = readPlaceholders('Hello\nDear {{name');

  assert.deepEqual(problems.map(({ line, column }) => [line, column]), [[2, 6]]);
  assert.match(problems[0].text, /not closed/);
  assert.deepEqual(variables, []);
});

for (const [text, reason] of [['{{}}', /hold no variable/], ['{{two words}}', /“two words” is no variable name/], ['{{1st}}', /no variable name/]]) {
  test(`${text} is a problem`, () => assert.match(readPlaceholders(text).problems[0].text, reason));
}

test('the parts are the text, piece by piece', () => {
  for (const text of ['', 'a {{b}} c', '{{{{x}}}} {y} {{ z }} }} {{open', '}}}}}{{{{{a}}', '{{{{{']) assert.equal(textOf(readPlaceholders(text)), text);
});
