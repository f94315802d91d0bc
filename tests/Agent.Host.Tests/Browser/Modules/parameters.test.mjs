import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedArguments, choicesOf, startText } from '../../../../src/Agent.Host/wwwroot/widget/parameters/chip-value.js';
import { cellText } from '../../../../src/Agent.Host/wwwroot/widget/tables/cell-text.js';
import { firstLine } from '../../../../src/Agent.Host/wwwroot/widget/text/plain-text.js';
import { momentText, sizeText, timeLeft } from '../../../../src/Agent.Host/wwwroot/widget/text/times.js';

const chip = (argument, value, isDefault = false) => ({ argument, label: argument, value, is_default: isDefault });

test('an editor starts with what was asked for, in words that can be changed', () => {
  assert.equal(startText(chip('date_range', '2024-12-01 – 2024-12-31 (Europe/Amsterdam)'), { type: 'string' }, { date_range: { from: '2024-12-01', to: '2024-12-31' } }), '2024-12-01 to 2024-12-31');
  assert.equal(startText(chip('country', 'Germany'), { type: 'string' }, { country: 'DE' }), 'Germany');
  assert.equal(startText(chip('columns', 'two columns'), { type: 'array' }, { columns: ['sub1', 'payout'] }), 'sub1, payout');
});

test('an editor of a usual value starts with its number or choice, and empty where it is words', () => {
  assert.equal(startText(chip('min_conversions', 'min. 1,500 conversions', true), { type: 'integer' }, {}), '1500');
  assert.equal(startText(chip('sort_by', 'by revenue', true), { type: 'string', enum: ['conversions', 'revenue'] }, {}), 'revenue');
  assert.equal(startText(chip('country', 'all countries', true), { type: 'string' }, {}), '');
});

test('a flag is chosen as yes or no', () => {
  assert.deepEqual(choicesOf({ type: 'boolean' }), ['yes', 'no']);
  assert.equal(startText(chip('compare', 'against the period before'), { type: 'boolean' }, { compare: true }), 'yes');
});

test('a change keeps the other arguments; nothing gives the usual value back', () => {
  const args = { offer: 1001, country: 'DE' };

  assert.deepEqual(changedArguments(args, 'country', 'France', 'France'), { offer: 1001, country: 'France' });
  assert.deepEqual(changedArguments(args, 'country', '', null), { offer: 1001 });
});

test('what is left of a time is said as long as it is worth it', () => {
  assert.deepEqual([899_001, 61_000, 0, -5, 3_600_000 * 5, 86_400_000 * 3].map(timeLeft), ['15:00', '1:01', '0:00', '0:00', '5 h 0 min', '3 days']);
  assert.equal(momentText('not a time'), '');
});

test('sizes and figures of cards are written for people', () => {
  assert.deepEqual([512, 2048, 5_242_880].map(sizeText), ['512 bytes', '2.0 KB', '5.0 MB']);
  assert.deepEqual([cellText(3000, 'money'), cellText(-51, 'percent'), cellText(12345, 'count'), cellText(1001, 'id'), cellText(null, 'money')], ['3,000.00', '-51.00 %', '12,345', '1001', '–']);
});

test('a message is announced by its first line, without marks', () => {
  assert.equal(firstLine('\n**Alert 1: 5 partners**\n\nMore.'), 'Alert 1: 5 partners');
});
