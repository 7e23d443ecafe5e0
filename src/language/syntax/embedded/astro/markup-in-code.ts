import { slashEnd, stringEnd } from '../balance';

/** A stretch of an expression that is read as something else, for the markup in it is HTML. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** An expression with markup in it, which may have expressions again. */
export interface MixedExpression {
  /** Where the brace stands that ends it; undefined where something is left open. */
  readonly end: number | undefined;
  readonly replacements: readonly Replacement[];
}

/** What is open: a bracket, a template, a tag, or an element, which has this one round it. */
type Open = ')' | ']' | '}' | '`' | '<' | '</>';

const CLOSING: Readonly<Record<string, Open>> = { '(': ')', '[': ']', '{': '}' };
/** What a tag can follow; elsewhere it is a comparison. */
const BEFORE_TAG = /(?:^|[(,?:&|=>{[;]|\breturn)\s*$/;
const TAG = /<(?=[a-zA-Z>])([\w.:-]*)/y;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const LOOKED_AT = 64;

/** Reads an expression of JavaScript with HTML in it, from behind the brace that opens it. */
export function readMixed(text: string, from: number, to: number): MixedExpression {
  return new MixedReader(text, from, to).read();
}

class MixedReader {
  private readonly open: Open[] = [];
  private readonly replacements: Replacement[] = [];
  private at: number;
  private tag = '';

  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.at = from;
  }

  read(): MixedExpression {
    const { replacements } = this;
    for (; this.at < this.to; this.at++) {
      const around = this.open.at(-1);
      if (around === undefined && /[)\]}]/.test(this.char)) return { end: this.at, replacements };
      const goesOn =
        around === '<'
          ? this.inTag()
          : around === '</>'
            ? this.inElement()
            : around === '`'
              ? this.inTemplate()
              : this.inCode(around);
      if (!goesOn) break;
    }
    return { end: undefined, replacements };
  }

  private get char(): string {
    return this.text.charAt(this.at);
  }

  private inCode(around: Open | undefined): boolean {
    const { char, text } = this;
    if (char === '"' || char === "'") this.at = stringEnd(text, this.at, this.to);
    else if (char === '/') this.at = slashEnd(text, this.at, this.from, this.to);
    else if (char === '`') this.open.push('`');
    else if (CLOSING[char]) this.open.push(CLOSING[char]);
    else if (char === '<' && this.canBeginTag()) this.beginTag();
    else if (/[)\]}]/.test(char)) {
      if (char !== around) return false;
      this.open.pop();
    }
    return true;
  }

  private inTemplate(): boolean {
    if (this.char === '\\') this.at++;
    else if (this.char === '`') this.open.pop();
    else if (this.text.startsWith('${', this.at)) {
      this.at++;
      this.open.push('}');
    }
    return true;
  }

  private inTag(): boolean {
    const { char } = this;
    if (char === '{') this.open.push('}');
    else if (char === '"' || char === "'" || char === '`') {
      const end = this.text.indexOf(char, this.at + 1);
      if (end < 0) return false;
      this.at = end;
    } else if (char === '>') this.endTag();
    return true;
  }

  private inElement(): boolean {
    if (this.char === '{') this.open.push('}');
    else if (this.text.startsWith('<!--', this.at)) {
      const end = this.text.indexOf('-->', this.at);
      if (end < 0) return false;
      this.replacements.push({ start: this.at, end: end + 3, code: '' });
      this.at = end + 2;
    } else if (this.text.startsWith('</', this.at)) {
      const end = this.text.indexOf('>', this.at);
      if (end < 0) return false;
      this.at = end;
      this.open.pop();
    } else if (this.char === '<') this.beginTag();
    return true;
  }

  private canBeginTag(): boolean {
    return BEFORE_TAG.test(this.text.slice(Math.max(this.from, this.at - LOOKED_AT), this.at));
  }

  private beginTag(): void {
    TAG.lastIndex = this.at;
    const found = TAG.exec(this.text);
    if (!found) return;
    this.tag = found[1] ?? '';
    this.open.push('<');
    this.at += found[0].length - 1;
  }

  private endTag(): void {
    this.open.pop();
    if (this.text.charAt(this.at - 1) === '/') return;
    if (VOID.test(this.tag)) {
      this.replacements.push({ start: this.at, end: this.at, code: '/' });
    } else this.open.push('</>');
  }
}
