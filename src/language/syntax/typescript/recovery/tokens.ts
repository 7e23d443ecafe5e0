import { closingQuote, nameRun } from '../strings';

/**
 * Walks over expressions and types by their tokens alone, for text that does not parse. All offsets are
 * UTF-16 code units of the text given.
 */

const WORD = /[$_\p{ID_Start}][$\p{ID_Continue}]*/uy;
const NUMBER = /\d[\w.]*/y;
const REGEXP = /\/(?:[^\\/[\n\r]|\\.|\[(?:[^\]\\\n\r]|\\.)*\])+\/\w*/y;
const SPACE = /\s/;
/** Type arguments are short; a `<` without its `>` this near is taken for a comparison. */
const LONGEST_TYPE_ARGUMENTS = 300;

const words = (list: string) => new Set(list.split(' '));
/** Words an operand follows. */
const PREFIX_WORDS = words(
  'new typeof void delete await yield async function class extends in instanceof as satisfies is of keyof ' +
    'readonly unique infer asserts abstract implements',
);
/** Words that stand between two operands. */
const INFIX_WORDS = words('in instanceof as satisfies is of extends implements');
/** Words that begin a statement and no expression: what precedes them was left unfinished. */
const STATEMENT_WORDS = words(
  'const let var return if for while switch try throw do break continue export',
);

const CLOSER_OF: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
/** Stands for the brace that closes a substitution, behind which its template goes on. */
const SUBSTITUTION = '`';

/** The identifier or keyword at an index, `''` if there is none. */
export function wordAt(text: string, index: number): string {
  WORD.lastIndex = index;
  return WORD.exec(text)?.[0] ?? '';
}

/** Whether the word begins a statement and can be no part of an expression. */
export function beginsStatement(word: string): boolean {
  return STATEMENT_WORDS.has(word);
}

/**
 * The index of the first character that belongs to a token, from an index on, and whether a line ends before.
 */
export function skipTrivia(text: string, from: number): { index: number; newLine: boolean } {
  let newLine = false;
  let index = from;
  for (; index < text.length; index++) {
    const char = text[index] as string;
    if (char === '\n' || char === '\r') newLine = true;
    else if (char === '/' && text[index + 1] === '/') {
      index = endOfLine(text, index) - 1;
    } else if (char === '/' && text[index + 1] === '*') {
      const close = text.indexOf('*/', index + 2);
      const end = close < 0 ? text.length : close + 2;
      newLine ||= endOfLine(text, index) < end;
      index = end - 1;
    } else if (char !== ' ' && !SPACE.test(char)) break;
  }
  return { index, newLine };
}

/** Whether an index between two tokens, the first of which ends at `from`, lies in a comment. */
export function isInComment(text: string, from: number, index: number): boolean {
  for (let i = from; i < index; i++) {
    if (text[i] !== '/') continue;
    if (text[i + 1] === '/') {
      i = endOfLine(text, i);
      if (index <= i) return true;
    } else if (text[i + 1] === '*') {
      const close = text.indexOf('*/', i + 2);
      if (close < 0 || index < close + 2) return true;
      i = close + 1;
    }
  }
  return false;
}

function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\n' || text[i] === '\r') return i;
  }
  return text.length;
}

/**
 * The index behind the string at `open`. While half-typed a quote may pair with that of the next value, as in
 * `a: 'x, b: 'y'`: a string that a name or another quote touches is taken to end with its first name.
 */
export function skipString(text: string, open: number): { end: number; closed: boolean } {
  const close = closingQuote(text, open);
  if (close >= 0 && !/[\w'"]/.test(text[close + 1] ?? '')) return { end: close + 1, closed: true };
  return { end: open + 1 + nameRun(text, open + 1), closed: false };
}

/** What a key's colon follows: whether the token at an index is a key with one. */
export function isKeyWithColon(text: string, index: number): boolean {
  const end = skipKey(text, index);
  if (end === undefined) return false;
  let next = skipTrivia(text, end).index;
  if (text[next] === '?') next = skipTrivia(text, next + 1).index;
  return text[next] === ':';
}

/** The index behind the key at an index: a name, a string, a number, or one of them in brackets. */
export function skipKey(text: string, index: number): number | undefined {
  const char = text[index];
  if (char === '"' || char === "'") return skipString(text, index).end;
  if (char === '[') {
    const inner = skipTrivia(text, index + 1).index;
    const key = text[inner];
    if (key !== '"' && key !== "'" && key !== '`') return undefined;
    const close = closingQuote(text, inner);
    const bracket = close < 0 ? -1 : skipTrivia(text, close + 1).index;
    return text[bracket] === ']' ? bracket + 1 : undefined;
  }
  const length = wordAt(text, index).length || matchLength(NUMBER, text, index);
  return length > 0 ? index + length : undefined;
}

function matchLength(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0].length ?? 0;
}

/**
 * The index behind the last token of the expression or type from an index on: it ends before a comma, a
 * semicolon or a closing bracket, and before what looks like the next member of an object.
 * @param types whether it is a type, in which `<` is a bracket and a new line a separator
 * @param afterOperand whether a value precedes, so that only an operator or the like continues it
 */
export function skipExpression(
  text: string,
  from: number,
  types: boolean,
  afterOperand = false,
): number {
  const closers: string[] = [];
  let operand = afterOperand;
  let conditions = 0;
  let end = from;
  for (;;) {
    const { index, newLine } = skipTrivia(text, end);
    const char = text[index];
    if (char === undefined) return end;
    const outside = closers.length === 0;
    const before = end;
    if (outside) {
      if (',;)]}'.includes(char)) return end;
      if (conditions === 0 && memberBegins(text, index, types, operand, newLine)) return end;
    }
    end = index + 1;
    switch (char) {
      case '"':
      case "'":
        end = skipString(text, index).end;
        operand = true;
        break;
      case '`':
        end = skipTemplate(text, index + 1, closers);
        operand = true;
        break;
      case '(':
      case '[':
      case '{':
        closers.push(CLOSER_OF[char] as string);
        operand = false;
        break;
      case ')':
      case ']':
      case '}':
        operand = true;
        if (char === '}' && closers.at(-1) === SUBSTITUTION) {
          closers.pop();
          end = skipTemplate(text, end, closers);
        } else {
          const opened = closers.lastIndexOf(char);
          // A brace that nothing here opened closes the object: brackets within were left open.
          if (opened < 0 && char === '}') return before;
          if (opened >= 0) closers.length = opened;
        }
        break;
      case '<':
        if (types) closers.push('>');
        else end = skipTypeArguments(text, index, operand);
        operand = false;
        break;
      case '>':
        if (types && closers.at(-1) === '>' && text[index - 1] !== '=') {
          closers.pop();
          operand = true;
        } else operand = false;
        break;
      case '?':
        if (text[end] === '?' || text[end] === '.') end++;
        else if (outside) conditions++;
        operand = false;
        break;
      case ':':
        if (outside && conditions > 0) conditions--;
        operand = false;
        break;
      case '/': {
        const length = operand ? 0 : matchLength(REGEXP, text, index);
        end = Math.max(end, index + length);
        operand = length > 0;
        break;
      }
      case '!':
        operand &&= text[end] !== '=';
        break;
      case '+':
      case '-':
        if (text[end] === char) end++;
        else operand = false;
        break;
      default: {
        const word = wordAt(text, index);
        const length = word.length || matchLength(NUMBER, text, index);
        if (length > 0) end = index + length;
        operand = length > 0 && ((types && word === 'void') || !PREFIX_WORDS.has(word));
      }
    }
  }
}

/** Whether the token at an index, of depth 0, does not continue an expression but begins another member. */
function memberBegins(
  text: string,
  index: number,
  types: boolean,
  operand: boolean,
  newLine: boolean,
): boolean {
  if (!newLine && !operand) return false;
  const word = wordAt(text, index);
  if (newLine && (beginsStatement(word) || isKeyWithColon(text, index))) return true;
  if (!operand) return false;
  if (word) return !INFIX_WORDS.has(word);
  const char = text[index] as string;
  if (char === '"' || char === "'") return true;
  if (char === '.') return text.startsWith('...', index);
  return types && newLine && '[(<+-'.includes(char);
}

/** The index behind the part of a template from an index on: behind its end, or in its first substitution. */
function skipTemplate(text: string, from: number, closers: string[]): number {
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '`') return i + 1;
    else if (char === '$' && text[i + 1] === '{') {
      closers.push(SUBSTITUTION);
      return i + 2;
    }
  }
  return from + nameRun(text, from);
}

/** The index behind type arguments or a cast, whose commas separate no members; else behind the `<`. */
function skipTypeArguments(text: string, open: number, operand: boolean): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_TYPE_ARGUMENTS);
  for (let i = open; i < limit; i++) {
    const char = text[i] as string;
    if (char === '<') depth++;
    else if (char === '>' && text[i - 1] !== '=') depth--;
    else if (char === ';' || char === '\n') break;
    if (depth === 0) {
      if (operand && !/\s*[(`]/y.test(text.slice(i + 1, i + 20))) break;
      return i + 1;
    }
  }
  return open + 1;
}
