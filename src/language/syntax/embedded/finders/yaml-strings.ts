import type { SyntaxNode, Tree } from '@lezer/common';
import { DecodedText } from '../decoded-text';
import type { EmbeddedRegion, RegionFinder } from '../region';
import { stringRegion, YAML_DOUBLE_QUOTED, YAML_SINGLE_QUOTED } from '../strings';
import { jinjaRegion } from './yaml-jinja';

/** A key of a state as JSON has it, the beginning of a block scalar, or of an expression. */
const HINT =
  /\{[{%]|(?:until|when|that)["']?[ \t]{0,8}:|state\\*"\s{0,8}:|[|>][-+\d]{0,2}[ \t]{0,8}(?:#|[\n\r])/i;
/** A key of a state, as JSON or YAML has it. */
const KEYS = /state\\*["']?\s{0,8}:/gi;
const BEGINNING = /^(?:\s|\\[nrt])*[{[]/;
const LOOKED_AT = 64;
/** What the line of a mapping or sequence begins with, or one within. */
const ENTRY = /^(?:[ \t#\]}]|-(?:[ -]|$)|[^\s#].{0,200}?:(?:\s|$)|\.\.\.)/;
const LINE_BREAK = /\r\n|[\n\r]/g;

/** JSON in the scalars of YAML, and YAML in its block scalars. */
export const yamlStrings: RegionFinder = {
  mayFind: (text) => HINT.test(text),
  find(text, _languageId, tree) {
    const regions: EmbeddedRegion[] = [];
    let end = 0;
    for (const { index } of tree ? text.matchAll(KEYS) : []) {
      if (index < end || !tree) continue;
      const node = scalarAround(tree, index);
      if (!node) continue;
      end = node.to;
      const region = node.name === 'QuotedLiteral' ? ofQuoted(text, node) : ofBlock(text, node);
      if (region) regions.push(region);
    }
    const expressions = tree && jinjaRegion(text, tree);
    return expressions ? [...regions, expressions] : regions;
  },
};

function scalarAround(tree: Tree, offset: number): SyntaxNode | undefined {
  const node = tree.resolveInner(offset, 1);
  const isScalar = node.name === 'QuotedLiteral' || node.name === 'BlockLiteralContent';
  return isScalar && node.parent?.name !== 'Key' ? node : undefined;
}

function ofQuoted(text: string, { from, to }: SyntaxNode): EmbeddedRegion | undefined {
  const quote = text.charAt(from);
  if (to - from < 2 || text.charAt(to - 1) !== quote) return undefined;
  if (!BEGINNING.test(text.slice(from + 1, from + 1 + LOOKED_AT))) return undefined;
  const form = quote === '"' ? YAML_DOUBLE_QUOTED : YAML_SINGLE_QUOTED;
  return stringRegion(text, from + 1, to - 1, form, 'json');
}

/** The lines of a block without their indentation; in a folded one, line breaks stay what they are. */
function ofBlock(text: string, { from, to, prevSibling }: SyntaxNode): EmbeddedRegion | undefined {
  const content = text.slice(from, to);
  const lines = content.split(LINE_BREAK);
  const first = lines.find((line) => /[^ ]/.test(line)) ?? '';
  const indentation = /^ */.exec(first)?.[0] ?? '';
  const isJson = /^\s*[{[]/.test(content);
  const isLiteral = prevSibling !== null && text.charAt(prevSibling.from) === '|';
  if (!isJson && !(isLiteral && isYaml(lines, indentation))) return undefined;
  const lineBreak = /\r\n|[\n\r]/.exec(content)?.[0] ?? '\n';
  const encode = (written: string) => written.replace(LINE_BREAK, lineBreak + indentation);
  const decoded = new DecodedText(text, encode);
  let at = from;
  for (let next = at; next <= to; ) {
    const found = nextLine(text, at, to);
    const cut = Math.min(indentation.length, blanksAt(text, at, found.end));
    decoded.standsFor(at, at + cut, '');
    decoded.verbatim(at + cut, found.next);
    at = found.next;
    next = at === to ? to + 1 : at;
  }
  return decoded.region(isJson ? 'json' : 'yaml');
}

/** Whether each line that is indented no further begins an entry: prose about states has others, too. */
function isYaml(lines: readonly string[], indentation: string): boolean {
  return lines.every((line) => {
    const content = line.startsWith(indentation) ? line.slice(indentation.length) : '';
    return content === '' || ENTRY.test(content);
  });
}

function blanksAt(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charAt(at) === ' ') at++;
  return at - from;
}

/** Where the line from an offset on ends, and where the next one begins. */
function nextLine(text: string, from: number, to: number): { end: number; next: number } {
  let end = from;
  while (end < to && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
  const length = text.startsWith('\r\n', end) ? 2 : 1;
  return { end, next: Math.min(to, end + length) };
}
