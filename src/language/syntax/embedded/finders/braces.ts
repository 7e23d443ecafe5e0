import type { Range } from '../../../text/range';
import { expressionEnd } from '../balance';

/** A stretch `{ … }` of a template, marks included. Offsets are UTF-16 code units. */
export interface Braces extends Range {
  /** Whether the expression in it is whole; else it ends with its line at the latest. */
  readonly isWhole: boolean;
}

/** Finds the brace that ends an expression; undefined where something in it is left open. */
export type FindEnd = (text: string, from: number, to: number) => number | undefined;

const SPECIAL = /<!--|<(script|style)(?=[\s/>])|\{/gi;
const SCRIPT_END = /<\/script/gi;
const STYLE_END = /<\/style/gi;
/** A longer expression is not looked for, in UTF-16 code units. */
const LONGEST = 20_000;

/**
 * The stretches `{ … }` of a template in order, nested ones left out, outside of comments, scripts and styles; the
 * time it takes grows with the text.
 */
export function bracesIn(text: string, findEnd: FindEnd = expressionEnd): Braces[] {
  const found: Braces[] = [];
  // What was read in vain. A text that is broken all over is read line by line from some point on.
  let wasted = 0;
  SPECIAL.lastIndex = 0;
  for (let match = SPECIAL.exec(text); match; match = SPECIAL.exec(text)) {
    const { index } = match;
    if (match[0] !== '{') {
      SPECIAL.lastIndex = match[1] ? elementEnd(text, index, match[1]) : commentEnd(text, index);
      continue;
    }
    const limit =
      wasted > text.length ? lineEnd(text, index) : Math.min(text.length, index + LONGEST);
    const end = findEnd(text, index + 1, limit);
    const isWhole = end !== undefined && text.charAt(end) === '}';
    if (!isWhole) wasted += limit - index;
    const stretch = { start: index, end: isWhole ? end + 1 : halfTypedEnd(text, index), isWhole };
    found.push(stretch);
    SPECIAL.lastIndex = stretch.end;
  }
  return found;
}

/** The text in which nothing within the stretches looks like markup; as long as it was. */
export function hideBraces(text: string, stretches: readonly Range[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const stretch of stretches) {
    parts.push(text.slice(end, stretch.start), '_'.repeat(stretch.end - stretch.start));
    end = stretch.end;
  }
  return [...parts, text.slice(end)].join('');
}

function commentEnd(text: string, start: number): number {
  const end = text.indexOf('-->', start + '<!--'.length);
  return end < 0 ? text.length : end;
}

/** Where the content of an element ends that is not markup. */
function elementEnd(text: string, start: number, name: string): number {
  const tagEnd = text.indexOf('>', start);
  if (tagEnd < 0) return text.length;
  if (text.charAt(tagEnd - 1) === '/') return tagEnd;
  const closing = name.toLowerCase() === 'script' ? SCRIPT_END : STYLE_END;
  closing.lastIndex = tagEnd;
  return closing.exec(text)?.index ?? text.length;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at++;
  return at;
}

/** Behind the next brace, or before what ends the line or begins a tag. */
function halfTypedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '}') return at + 1;
    if (char === '\n' || char === '\r' || char === '<') return at;
  }
  return text.length;
}
