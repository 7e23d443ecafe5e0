import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../../text/range';
import { Layout } from '../layout';
import type { RecordPosition } from '../reader';
import { parseCode } from './parser';
import { skipTrivia } from './recovery/tokens';

/** What an object can be the value of. */
const HOLDERS: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'AssignmentExpression',
  'Property',
  'PropertyDeclaration',
  'ReturnStatement',
  'VariableDeclaration',
]);

/**
 * How a record is written in place of a word: as a value or item, or as the content of an empty object literal.
 * UTF-16 code units; undefined where no record can begin.
 */
export function recordSlotIn(
  text: string,
  languageId: string,
  word: Range,
): RecordPosition | undefined {
  const layout = new Layout(text);
  const quote = text.includes('"') && !text.includes("'") ? '"' : "'";
  const openBrace = braceBefore(text, word.start);
  const closeBrace = skipTrivia(text, word.end).index;
  if (openBrace !== undefined && text[closeBrace] === '}') {
    if (!isObject(text, languageId, word, '', openBrace)) return undefined;
    return { ...layout.content(word.start, openBrace, closeBrace, ','), quote };
  }
  if (!isFree(text, word)) return undefined;
  const object = objectAt(parse(text, languageId, word, '{}'), word.start);
  if (!object || !HOLDERS.has(object.parent?.name ?? '')) return undefined;
  if (object.nextSibling?.type.isError || object.prevSibling?.type.isError) return undefined;
  return { ...layout.object(word.start, ','), quote };
}

/** The brace that nothing but blanks separates from an offset. */
function braceBefore(text: string, offset: number): number | undefined {
  const from = Math.max(0, offset - 1000);
  const brace = from + text.slice(from, offset).trimEnd().length - 1;
  return text[brace] === '{' ? brace : undefined;
}

/** Whether a value ends with the word, or would begin there: what follows is no value that is there already. */
function isFree(text: string, { start, end }: Range): boolean {
  const { index, newLine } = skipTrivia(text, end);
  const next = text[index];
  return (
    next === undefined || ',;}])'.includes(next) || (start < end && newLine && /\w/.test(next))
  );
}

function isObject(
  text: string,
  languageId: string,
  word: Range,
  written: string,
  brace: number,
): boolean {
  return objectAt(parse(text, languageId, word, written), brace) !== undefined;
}

function parse(text: string, languageId: string, { start, end }: Range, written: string) {
  return parseCode(text.slice(0, start) + written + text.slice(end), languageId);
}

/** The object literal that begins with the brace at an offset. */
function objectAt(tree: ReturnType<typeof parseCode>, brace: number): SyntaxNode | undefined {
  const { parent } = tree.resolveInner(brace, 1);
  const node = tree.resolveInner(brace, 1);
  const object = node.name === '{' ? parent : node;
  return object?.name === 'ObjectExpression' && object.from === brace ? object : undefined;
}
