import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { firstChild, nextSibling, unwrap } from '../../../syntax/typescript/nodes';
import { asQuote } from '../../../syntax/typescript/strings';
import type { TextEdit } from '../../../text/edit';

/** How far the beginning of a line is looked for. */
const LONGEST_INDENT = 200;

/** The edit that adds cases at the end of a switch, as its own cases are written, with one `break` for all. */
export function caseEdits(
  source: KeyedSource,
  body: SyntaxNode,
  values: readonly (string | null)[],
): TextEdit[] {
  const labels = body.getChildren('CaseLabel');
  const first = labels[0];
  const last = labels.at(-1);
  const brace = body.lastChild;
  if (!first || !last || brace?.name !== '}') return [];
  const quote = quoteOf(source, labels);
  const cases = values.map((value) => `case ${value === null ? 'null' : quote + value + quote}:`);

  const indent = indentAt(source, first.from);
  const outer = indentAt(source, brace.from);
  if (indent === undefined || outer === undefined) {
    const before = source.read(brace.from - 1, brace.from);
    const newText = `${/\s/.test(before) ? '' : ' '}${cases.join(' ')} break; `;
    const end = semicolonPlace(source, brace);
    const place = { start: brace.from, end: brace.from };
    if (end === undefined) return [{ ...place, newText }];
    if (end === brace.from) return [{ ...place, newText: `;${newText}` }];
    return [
      { start: end, end, newText: ';' },
      { ...place, newText },
    ];
  }
  const start = brace.from - outer.length;
  const lineBreak = source.read(Math.max(0, start - 2), start) === '\r\n' ? '\r\n' : '\n';
  const inner = statementIndent(source, labels) ?? indent + step(indent, outer);
  const lines = [...cases.map((line) => indent + line), `${inner}break;`];
  return [{ start, end: start, newText: lines.map((line) => line + lineBreak).join('') }];
}

/** Where the last statement lacks the semicolon that it can do without only as long as the brace follows it. */
function semicolonPlace(source: KeyedSource, brace: SyntaxNode): number | undefined {
  let last = brace.prevSibling;
  while (last?.name.endsWith('Comment')) last = last.prevSibling;
  if (!last || last.name === 'CaseLabel' || source.read(last.to - 1, last.to) === ';') {
    return undefined;
  }
  return /[\n\r]/.test(source.read(last.to, brace.from)) ? undefined : last.to;
}

function quoteOf(source: KeyedSource, labels: readonly SyntaxNode[]): string {
  for (const label of labels) {
    const keyword = firstChild(label);
    const value = keyword && nextSibling(keyword);
    const quote = value ? asQuote(source.read(unwrap(value).from, unwrap(value).from + 1)) : '';
    if (quote !== '') return quote;
  }
  return "'";
}

/** The indentation of a line, or undefined where something stands before the offset in it. */
function indentAt(source: KeyedSource, offset: number): string | undefined {
  const before = source.read(Math.max(0, offset - LONGEST_INDENT), offset);
  const line = /(?:^|[\r\n])([^\r\n]*)$/.exec(before)?.[1] ?? '';
  return /^[ \t]*$/.test(line) && before.length > line.length ? line : undefined;
}

/** The indentation of the first statement that has a line of its own. */
function statementIndent(source: KeyedSource, labels: readonly SyntaxNode[]): string | undefined {
  for (const label of labels) {
    const statement = nextSibling(label);
    if (!statement || statement.name === 'CaseLabel' || statement.name === '}') continue;
    const indent = indentAt(source, statement.from);
    if (indent !== undefined) return indent;
  }
  return undefined;
}

function step(indent: string, outer: string): string {
  if (indent.length > outer.length && indent.startsWith(outer)) return indent.slice(outer.length);
  return indent.includes('\t') ? '\t' : '  ';
}
