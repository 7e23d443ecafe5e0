import type { Range } from '../../../text/range';
import { type Token, tokensOf } from './tokens';

/** A part of a translation: generated code, or a stretch of the expression, as it is or as other code. */
export type Part = string | Range | (Range & { readonly code: string });

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '//', '%', '**', '~']);
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else']);
const CONSTANTS: Readonly<Record<string, string>> = {
  none: 'null',
  None: 'null',
  True: 'true',
  False: 'false',
};
/** Filters that leave states as they are. */
const SAME: ReadonlySet<string> = new Set(['list', 'unique', 'sort', 'string']);
/** Filters that code has methods for. */
const METHODS: Readonly<Record<string, string>> = {
  lower: 'toLowerCase',
  upper: 'toUpperCase',
  trim: 'trim',
};
const EQUAL: ReadonlySet<string> = new Set(['equalto', 'eq', '==']);
const UNEQUAL: ReadonlySet<string> = new Set(['ne', '!=']);
/** A longer text is hardly an expression, in UTF-16 code units. */
const LONGEST = 5000;
/** Expressions nested deeper than this are not read. */
const DEEPEST = 50;
/** A variable of such a name is the play's own; only the member of something is a state. */
const STATE = /state|status/i;

/**
 * An expression of Jinja as one of JavaScript that means the same, as far as states go; what has no counterpart is a
 * call of something unknown. Half-typed expressions are translated as far as they go.
 * @param to where the expression ends
 */
export function translate(text: string, from = 0, to = text.length): Part[] {
  if (to - from > LONGEST) return [];
  return new Translator(tokensOf(text, from, to), to).whole();
}

class Translator {
  private next = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  whole(): Part[] {
    const parts = this.choice();
    // What is left could mean anything.
    return this.next < this.tokens.length ? [] : parts;
  }

  private get token(): Token | undefined {
    return this.tokens[this.next];
  }

  private is(text: string, ahead = 0): boolean {
    const token = this.tokens[this.next + ahead];
    return token?.text === text && token.kind !== 'string';
  }

  private skip(text: string): boolean {
    if (!this.is(text)) return false;
    this.next++;
    return true;
  }

  /** `a if b else c` */
  private choice(): Part[] {
    if (++this.depth > DEEPEST) {
      this.next = this.tokens.length;
      return ['unknown()'];
    }
    const value = this.either();
    let parts = value;
    if (this.skip('if')) {
      const condition = this.either();
      const other = this.skip('else') ? this.choice() : ['undefined'];
      parts = ['(', ...condition, ' ? ', ...value, ' : ', ...other, ')'];
    }
    this.depth--;
    return parts;
  }

  private either(): Part[] {
    const parts = this.both();
    while (this.is('or')) parts.push(this.replaced('||'), ...this.both());
    return parts;
  }

  private both(): Part[] {
    const parts = this.negated();
    while (this.is('and')) parts.push(this.replaced('&&'), ...this.negated());
    return parts;
  }

  private negated(): Part[] {
    let count = 0;
    while (this.skip('not')) count++;
    const parts = this.comparison();
    return count % 2 === 0 ? parts : ['!(', ...parts, ')'];
  }

  private comparison(): Part[] {
    const left = this.sum();
    const { token } = this;
    if (!token) return left;
    if (token.kind === 'mark' && COMPARISONS.has(token.text)) {
      this.next++;
      return ['(', ...left, ' ', token, ' ', ...this.sum(), ')'];
    }
    const isNegated = this.is('not') && this.is('in', 1);
    if (isNegated) this.next++;
    if (this.skip('in')) {
      const list = this.sum();
      return [isNegated ? '!' : '', ...list, '.includes(', ...left, ')'];
    }
    return this.skip('is') ? this.test(left) : left;
  }

  private test(left: Part[]): Part[] {
    const isNegated = this.skip('not');
    const name = this.token?.kind === 'name' ? this.token.text : '';
    if (name !== '') this.next++;
    const compared = (value: string, isEqual: boolean): Part[] => [
      '(',
      ...left,
      isEqual === isNegated ? ' != ' : ' == ',
      value,
      ')',
    ];
    if (name === 'none') return compared('null', true);
    if (name === 'defined' || name === 'undefined') {
      const isUndefined = (name === 'undefined') !== isNegated;
      return ['(', ...left, isUndefined ? ' === undefined)' : ' !== undefined)'];
    }
    const startsValue = this.token && this.token.kind !== 'mark' && !WORDS.has(this.token.text);
    const values = this.is('(') || startsValue || this.is('[') ? this.postfix() : [];
    if (EQUAL.has(name) && values.length > 0) {
      return ['(', ...left, isNegated ? ' != ' : ' == ', ...values, ')'];
    }
    if (name === 'in' && values.length > 0) {
      return [isNegated ? '!' : '', ...values, '.includes(', ...left, ')'];
    }
    return ['unknown(', ...left, ')'];
  }

  private sum(): Part[] {
    const parts = this.postfix();
    let isSum = false;
    while (this.token?.kind === 'mark' && ARITHMETIC.has(this.token.text)) {
      isSum = true;
      this.next++;
      parts.push(', ', ...this.postfix());
    }
    return isSum ? ['unknown(', ...parts, ')'] : parts;
  }

  /** A value with its members, calls and filters. */
  private postfix(): Part[] {
    let parts = this.primary();
    while (parts.length > 0) {
      if (this.is('.')) parts = this.member(parts);
      else if (this.is('[')) parts.push(...this.index());
      else if (this.is('(')) parts.push('(', ...joined(this.list(')')), ')');
      else if (this.skip('|')) parts = this.filter(parts);
      else break;
    }
    return parts;
  }

  private member(parts: Part[]): Part[] {
    const dot = this.token;
    this.next++;
    const { token } = this;
    if (token?.kind === 'name' || token?.kind === 'number') this.next++;
    if (!dot || !token) return parts;
    return token.kind === 'number' ? [...parts, '[', token, ']'] : [...parts, dot, token];
  }

  private index(): Part[] {
    const content = this.inside('[', ']');
    return ['[', ...(content.length > 0 ? content : ['0']), ']'];
  }

  private inside(open: string, close: string): Part[] {
    this.skip(open);
    const content = this.is(close) ? [] : this.choice();
    if (this.is(':')) {
      while (this.token && !this.is(close)) this.next++;
      this.skip(close);
      return ['unknown()'];
    }
    this.skip(close);
    return content;
  }

  private list(close: string): Part[][] {
    this.next++;
    const values: Part[][] = [];
    while (this.token && !this.is(close)) {
      const before = this.next;
      if (this.token.kind === 'name' && this.is('=', 1)) this.next += 2;
      values.push(this.choice());
      this.skip(',');
      if (this.next === before) this.next++;
    }
    this.skip(close);
    return values;
  }

  private filter(parts: Part[]): Part[] {
    const name = this.token?.text ?? '';
    if (this.token?.kind !== 'name') return parts;
    this.next++;
    if (SAME.has(name)) return parts;
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (name === 'selectattr' || name === 'rejectattr') return this.selection(parts, name);
    const values = this.is('(') ? this.list(')') : [];
    if (method) return [...parts, `.${method}()`];
    const [first] = values;
    if ((name === 'default' || name === 'd') && first && first.length > 0) {
      return ['((', ...parts, ') ?? ', ...first, ')'];
    }
    return ['unknown(', ...joined([parts, ...values]), ')'];
  }

  /** `selectattr('vm_state', 'equalto', 'stopped')` */
  private selection(parts: Part[], name: string): Part[] {
    const first = this.next;
    const all = this.is('(') ? this.list(')') : [];
    const [key, test, value] = [
      this.tokens[first + 1],
      this.tokens[first + 3],
      this.tokens[first + 5],
    ];
    const word = test?.text.slice(1, -1) ?? '';
    const isEqual = EQUAL.has(word);
    if (key?.kind !== 'string' || value?.kind !== 'string' || !(isEqual || UNEQUAL.has(word))) {
      return ['unknown(', ...joined([parts, ...all]), ')'];
    }
    const mark = isEqual === (name === 'selectattr') ? '==' : '!=';
    return [...parts, '.filter((each) => each[', key, `] ${mark} `, value, ')'];
  }

  private primary(): Part[] {
    const { token } = this;
    if (!token) return [];
    if (token.kind !== 'mark') {
      if (token.kind === 'name' && WORDS.has(token.text)) return [];
      this.next++;
      if (token.kind === 'name' && STATE.test(token.text) && !this.is('.') && !this.is('[')) {
        return ['unknown(', token, ')'];
      }
      const isConstant = token.kind === 'name' && Object.hasOwn(CONSTANTS, token.text);
      return [isConstant ? { ...token, code: CONSTANTS[token.text] ?? '' } : token];
    }
    if (token.text === '[') return ['[', ...joined(this.list(']')), ']'];
    if (token.text === '(') {
      const values = this.list(')');
      return values.length > 1 ? ['[', ...joined(values), ']'] : ['(', ...joined(values), ')'];
    }
    if (token.text === '{') {
      let open = 0;
      do {
        if (this.is('{')) open++;
        if (this.is('}')) open--;
        this.next++;
      } while (open > 0 && this.token);
      return ['unknown()'];
    }
    if (token.text === '-' || token.text === '+') {
      while (this.is('-') || this.is('+')) this.next++;
      return ['unknown(', ...this.primary(), ')'];
    }
    return [];
  }

  private replaced(code: string): Part {
    const { start, end } = this.token ?? { start: this.end, end: this.end };
    this.next++;
    return { start, end, code: ` ${code} ` };
  }
}

function joined(values: readonly Part[][]): Part[] {
  return values.flatMap((value, index) => (index === 0 ? value : [', ', ...value]));
}
