const PLAIN = { maximumFractionDigits: 4 };
const MONEY = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** A value of a table card as a person reads it; the type is the column's (`count`, `money`, `percent`, `id`, `text` …). */
export function cellText(value, type) {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object') return String(value.text ?? value.label ?? value.name ?? '');
  if (typeof value !== 'number') return String(value);
  if (type === 'money') return value.toLocaleString('en', MONEY);
  if (type === 'percent') return `${value.toLocaleString('en', MONEY)} %`;
  return type === 'count' ? value.toLocaleString('en', PLAIN) : String(value);
}
