const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** What a slash behind it begins a regular expression, not a division. */
const BEFORE_REGEXP = /(?:^|[=(,[{};:?!&|+\-*%<>~^])\s*$/;
const BLANKS = 64;

/**
 * Where the expression of JavaScript ends that begins at an offset: at a closing bracket or brace that it does not
 * open, or at the end of the text.
 * @returns undefined where something in it is left open: a bracket, a string, a template or a comment
 */
export function expressionEnd(text: string, from = 0, to = text.length): number | undefined {
  const open: string[] = [];
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") at = stringEnd(text, at, to);
    else if (char === '`' || (char === '}' && open.at(-1) === '`')) {
      // The rest of a template, up to its end or to the next expression in it.
      if (char === '}') open.pop();
      const end = templateEnd(text, at + 1, to);
      if (text.charAt(end) === '$') {
        open.push('`');
        at = end + 1;
      } else at = end;
    } else if (char === '/') at = slashEnd(text, at, from, to);
    else if (CLOSING[char]) open.push(CLOSING[char]);
    else if (char === ')' || char === ']' || char === '}') {
      if (open.length === 0) return at;
      if (open.pop() !== char) return undefined;
    }
    if (at === Infinity) return undefined;
  }
  return open.length === 0 ? to : undefined;
}

/** Where the closing quote stands; infinite where there is none on the line. */
export function stringEnd(text: string, from: number, to: number): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < to; at++) {
    const char = text.charAt(at);
    if (char === quote) return at;
    if (char === '\\') at++;
    else if (char === '\n' || char === '\r') return Infinity;
  }
  return Infinity;
}

/** Where a template ends or an expression in it begins. */
function templateEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (char === '`' || (char === '$' && text.charAt(at + 1) === '{')) return at;
    if (char === '\\') at++;
  }
  return Infinity;
}

/** Where a comment or a regular expression ends, or the division is. */
export function slashEnd(text: string, from: number, start: number, to: number): number {
  const next = text.charAt(from + 1);
  if (next === '*') {
    const end = text.indexOf('*/', from + 2);
    return end < 0 || end + 2 > to ? Infinity : end + 1;
  }
  if (next === '/') {
    let end = from;
    while (end < to && !/[\n\r]/.test(text.charAt(end))) end++;
    return end;
  }
  if (!BEFORE_REGEXP.test(text.slice(Math.max(start, from - BLANKS), from))) return from;
  for (let at = from + 1, isInClass = false; at < to; at++) {
    const char = text.charAt(at);
    if (char === '/' && !isInClass) return at;
    if (char === '\\') at++;
    else if (char === '[') isInClass = true;
    else if (char === ']') isInClass = false;
    else if (char === '\n' || char === '\r') break;
  }
  // It was a division after all.
  return from;
}
