/** What stands in the editor of an argument before the person changes it. */
export function startText({ argument, value, is_default: isDefault }, schema, args) {
  const given = args[argument];
  if (isNumber(schema)) return String(given ?? /\d[\d,.]*/.exec(value)?.[0].replaceAll(',', '') ?? '');
  if (isFlag(schema)) return given === undefined ? '' : given ? 'yes' : 'no';
  if (schema.enum) return String(given ?? schema.enum.find((word) => value.includes(word)) ?? '');
  if (isDefault) return '';
  if (typeof given === 'object' && given?.from) return given.to ? `${given.from} to ${given.to}` : `since ${given.from}`;
  return Array.isArray(given) ? given.join(', ') : value;
}

/**
 * The arguments after a change; without a text the argument goes back to what is usual.
 *
 * @param {*} value what the tool gets for the text
 */
export function changedArguments(args, argument, text, value) {
  const { [argument]: _, ...rest } = args;
  return text === '' ? rest : { ...args, [argument]: value };
}

export const isNumber = (schema) => schema.type === 'integer' || schema.type === 'number';

export const isFlag = (schema) => schema.type === 'boolean';

/** The words that a closed choice has; null when any text goes. */
export function choicesOf(schema) {
  if (schema.enum) return schema.enum;
  return isFlag(schema) ? ['yes', 'no'] : null;
}
