import type { Range } from '../../../text/range';
import { expressionEnd } from '../balance';
import type { ProgramPart } from '../template-program';

/** Blocks nested deeper than this are read as if they stood next to each other. */
const DEEPEST = 50;
const TAG = /^\s*([#:/@])(\w+)(?:\s+(if)\b)?\s*/;
const CLOSING = /\s{0,8}\/\w{1,20}\s{0,8}(?=\})/y;
const COMMENT = /^\s*\/[*/]/;

/** Translates the tags of Svelte in their order: blocks become statements, whose conditions hold for what is in them. */
export class Blocks {
  private readonly open: string[] = [];

  /**
   * @param text the file
   * @param content what is between the braces of a tag
   * @param isWhole whether the expression in it is; else only what the tag opens and closes counts
   */
  translate(text: string, content: Range, isWhole: boolean): readonly ProgramPart[] {
    const written = text.slice(content.start, content.end);
    const found = TAG.exec(written);
    const rest = expressionIn(text, content);
    const [, mark, name = '', isElseIf] = found ?? [];
    if (mark === '#') {
      this.open.push(name);
      return this.opened(text, name, rest, isWhole);
    }
    if (mark === '/' && rest.start === rest.end) return this.close(name);
    if (mark === ':') return this.next(text, isElseIf ? 'elseif' : name, rest, isWhole);
    if (!isWhole || written.trim() === '') return [];
    if (COMMENT.test(written)) return [content];
    if (mark === '@') return name === 'const' ? ['const ', rest, ';'] : ['(', rest, ');'];
    return written.trimStart().startsWith('...') ? ['({', content, '});'] : ['(', content, ');'];
  }

  /** What closes the blocks that are still open. */
  rest(): string {
    return '}'.repeat(Math.min(DEEPEST, this.open.length));
  }

  private close(name: string): readonly ProgramPart[] {
    if (this.open.at(-1) !== name) return [];
    this.open.pop();
    return this.open.length >= DEEPEST ? [] : ['}'];
  }

  private next(text: string, name: string, rest: Range, isWhole: boolean): readonly ProgramPart[] {
    const block = this.open.at(-1);
    if (block === undefined) return [];
    if (this.open.length > DEEPEST) return name === 'elseif' && isWhole ? ['(', rest, ');'] : [];
    if (block === 'if') {
      if (name !== 'elseif') return ['} else {'];
      return isWhole ? ['} else if (', rest, ') {'] : ['} else if (unknown()) {'];
    }
    return ['} {', ...(isWhole ? declared(text, rest, rest.end) : [])];
  }

  private opened(
    text: string,
    name: string,
    content: Range,
    isWhole: boolean,
  ): readonly ProgramPart[] {
    if (this.open.length > DEEPEST) return name === 'if' && isWhole ? ['(', content, ');'] : [];
    if (!isWhole) return name === 'if' ? ['if (unknown()) {'] : ['{'];
    if (name === 'if') return ['if (', content, ') {'];
    if (name === 'each') return loop(text, content);
    if (name === 'snippet') return ['function ', content, ' {'];
    if (name !== 'await') return ['{ (', content, ');'];
    const then = wordAt(text, content, /(?:then|catch)\s/y);
    if (!then) return ['{ (', content, ');'];
    const value = { start: content.start, end: then.start };
    return [
      '{ (',
      value,
      ');',
      ...declared(text, { start: then.end, end: content.end }, content.end),
    ];
  }
}

/** The brace that ends a tag: what closes a block looks like a regular expression. */
export function tagEnd(text: string, from: number, to: number): number | undefined {
  CLOSING.lastIndex = from;
  const found = CLOSING.exec(text);
  return found ? from + found[0].length : expressionEnd(text, from, to);
}

/** What a tag says behind its name. */
export function expressionIn(text: string, { start, end }: Range): Range {
  const tag = TAG.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + tag, end };
}

/** `list as pattern, index (key)` */
function loop(text: string, content: Range): readonly ProgramPart[] {
  const as = wordAt(text, content, /as\s/y);
  const pattern = as && patternAt(text, as.end, content.end);
  if (!as || !pattern) return ['{ (', content, ');'];
  return ['for (const ', pattern, ' of (', { start: content.start, end: as.start }, ')) {'];
}

/** The declaration of what a branch has a name for, if it has one. */
function declared(text: string, { start }: Range, end: number): readonly ProgramPart[] {
  const pattern = patternAt(text, start, end);
  return pattern ? ['let ', pattern, ' = unknown();'] : [];
}

/** A name or a pattern of names; undefined where there is none. */
function patternAt(text: string, from: number, to: number): Range | undefined {
  let start = from;
  while (start < to && /\s/.test(text.charAt(start))) start++;
  if (/[{[]/.test(text.charAt(start))) {
    const end = expressionEnd(text, start + 1, to);
    return end !== undefined && end < to ? { start, end: end + 1 } : undefined;
  }
  let end = start;
  while (end < to && /[\w$]/.test(text.charAt(end))) end++;
  return end > start ? { start, end } : undefined;
}

/** Where a word stands behind a blank, outside of brackets, strings and templates; the first one. */
function wordAt(text: string, { start, end }: Range, word: RegExp): Range | undefined {
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (/["'`([{]/.test(char)) {
      const close = closingOf(text, at, end);
      if (close === undefined) return undefined;
      at = close;
    } else if (/\s/.test(char)) {
      word.lastIndex = at + 1;
      const found = word.exec(text)?.[0].length;
      if (found !== undefined) return { start: at + 1, end: at + 1 + found };
    }
  }
  return undefined;
}

/** Where the bracket or string ends that begins at an offset. */
function closingOf(text: string, start: number, to: number): number | undefined {
  const open = text.charAt(start);
  if (/[([{]/.test(open)) {
    const end = expressionEnd(text, start + 1, to);
    return end === to ? undefined : end;
  }
  for (let at = start + 1; at < to; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === open) return at;
  }
  return undefined;
}
