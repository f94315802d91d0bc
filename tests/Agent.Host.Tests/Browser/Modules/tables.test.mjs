import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellValue, compareValues, isFigure } from '../../../../src/Agent.Host/wwwroot/widget/tables/cell-value.js';
import { toCsv, toTsv } from '../../../../src/Agent.Host/wwwroot/widget/tables/table-text.js';

test('figures are read out of how they are written', () => {
  const cases = { '1,234': 1234, '€ 1,234.50': 1234.5, 'EUR 12.00': 12, '1,234.50 EUR': 1234.5, '−3.2 %': -3.2, '-€ 5.00': -5, '+12 %': 12, '12.5 – 14.1 %': 12.5, '2.1×': 2.1, 0: 0 };

  for (const [text, value] of Object.entries(cases)) assert.equal(cellValue(text), value, text);
});

test('dates and names are words, and nothing is null', () => {
  assert.equal(cellValue('2024-12-01'), '2024-12-01');
  assert.equal(cellValue(' Summer LP v2 '), 'Summer LP v2');
  for (const text of ['', '–', '—', 'n/a']) assert.equal(cellValue(text), null);
});

test('a column of names that begin with numbers is no column of figures', () => {
  assert.equal(isFigure('1001 Summer Promo'), false);
  assert.equal(isFigure('EUR 1,234.50'), true);
  assert.equal(isFigure('+1.2 pp'), true);
});

test('numbers come before words, and empty cells last', () => {
  const values = ['pear', null, 10, 'Apple', 9];

  assert.deepEqual(values.toSorted(compareValues), [9, 10, 'Apple', 'pear', null]);
});

test('a name that looks like a formula is written as text, a signed figure as it is', () => {
  const rows = [['=HYPERLINK("http://x")', '@sum', '-3.2 %', '-name', 'a\tb']];

  assert.equal(toCsv(rows), `"'=HYPERLINK(""http://x"")",'@sum,-3.2 %,'-name,a\tb\r\n`);
  assert.equal(toTsv(rows), `'=HYPERLINK("http://x")\t'@sum\t-3.2 %\t'-name\ta b`);
});

test('commas, quotes and line breaks are quoted as RFC 4180 says', () => {
  assert.equal(toCsv([['a,b', 'say "hi"', 'two\nlines']]), '"a,b","say ""hi""","two\nlines"\r\n');
});
