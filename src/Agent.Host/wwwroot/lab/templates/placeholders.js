const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/**
 * A text with `{{variable}}`, read as the server reads it: spaces inside the braces do not matter, `{{{{` and `}}}}` stand for literal
 * double braces, a single brace is just a brace.
 *
 * @returns {{parts: {kind: 'text'|'escape'|'variable'|'problem', text: string, name?: string}[], variables: string[], problems: {line: number, column: number, text: string}[]}}
 */
export function readPlaceholders(text) {
  const parts = [];
  const problems = [];
  for (let at = 0; at < text.length; ) at = text[at] === '{' ? readOpening(text, at, parts, problems) : readOther(text, at, parts);
  return { parts, problems, variables: [...new Set(parts.filter(({ kind }) => kind === 'variable').map(({ name }) => name))] };
}

function readOther(text, at, parts) {
  if (text[at] === '}') return readRun(text, at, parts).at;
  let end = at;
  while (end < text.length && text[end] !== '{' && text[end] !== '}') end += 1;
  add(parts, 'text', text.slice(at, end));
  return end;
}

/** A run of one kind of brace: every four are a literal pair, two that are left may open a placeholder. */
function readRun(text, at, parts) {
  const brace = text[at];
  let end = at;
  while (text[end] === brace) end += 1;
  for (; end - at >= 4; at += 4) add(parts, 'escape', brace.repeat(4));
  const opens = brace === '{' && end - at >= 2;
  const rest = opens ? end - at - 2 : end - at;
  if (rest > 0) add(parts, 'text', brace.repeat(rest));
  return { at: at + rest, opens };
}

function readOpening(text, start, parts, problems) {
  const { at, opens } = readRun(text, start, parts);
  if (!opens) return at;
  const close = text.indexOf('}}', at + 2);
  if (close < 0) {
    problems.push({ ...placeOf(text, at), text: 'These braces are not closed: write }} behind the variable’s name, or {{{{ for braces that are meant.' });
    add(parts, 'problem', text.slice(at, at + 2));
    add(parts, 'text', text.slice(at + 2));
    return text.length;
  }
  const name = text.slice(at + 2, close).trim();
  const whole = text.slice(at, close + 2);
  if (NAME.test(name)) {
    parts.push({ kind: 'variable', text: whole, name });
  } else {
    const why = name === '' ? 'These braces hold no variable: write its name between them.' : `“${name.slice(0, 40)}” is no variable name: use letters, digits and _, beginning with a letter, or {{{{ and }}}} for braces that are meant.`;
    problems.push({ ...placeOf(text, at), text: why });
    add(parts, 'problem', whole);
  }
  return close + 2;
}

function add(parts, kind, text) {
  const last = parts.at(-1);
  if (kind === 'text' && last?.kind === 'text') last.text += text;
  else if (text !== '') parts.push({ kind, text });
}

function placeOf(text, at) {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}
