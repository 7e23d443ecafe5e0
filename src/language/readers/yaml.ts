import type { Quote, StateRecord } from '../record';
import type { KeySlot, Reader } from './reader';
import { parseYaml } from './yaml-repair';
import { recordsInTree } from './yaml-tree';

/** YAML, in block and flow style, with any number of documents. */
export const yamlReader: Reader = {
  languageIds: ['yaml', 'ansible'],
  read: readYaml,
  keySlot: (text, _languageId, records, offset) =>
    blockSlot(text, records, offset) ?? flowSlot(text, records, offset),
  writeValue: (value, quote) => (value === null ? 'null' : `${quote}${value}${quote}`),
  writeKey: (key, quote) => `${quote}${key}${quote}`,
  lineComment: () => '#',
  separator: ': ',
};

function readYaml(text: string): readonly StateRecord[] {
  const source = { read: (from: number, to: number) => text.slice(from, to) };
  return recordsInTree(parseYaml(text), source);
}

/** What a key is typed of: the characters of its names, and a colon that no blank follows. */
const LINE_BEFORE = /^([ \t]*(?:- +)*)(["']?)((?:[\w.-]|:(?=[\w"']|$))*)$/;
const LINE_BEHIND = /^(?:[\w.-]|:(?=\w))*["']?(?=[ \t]*(:(?:\s|$)|$))/;

/** A line of its own, blank or with a key half typed, at the indentation of a block mapping's keys. */
function blockSlot(
  text: string,
  records: readonly StateRecord[],
  offset: number,
): KeySlot | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = endOfLine(text, offset);
  const before = LINE_BEFORE.exec(text.slice(lineStart, offset));
  const behind = LINE_BEHIND.exec(text.slice(offset, lineEnd));
  if (!before || !behind) return undefined;
  const [, indentation = '', quote = '', typed = ''] = before;
  if (indentation.includes('-')) return undefined;
  const record = records.findLast(
    ({ range }) =>
      range.start < offset &&
      text.charAt(range.start) !== '{' &&
      columnOf(text, range.start) === indentation.length &&
      text.slice(range.end, Math.max(range.end, lineStart)).trim() === '',
  );
  if (!record) return undefined;
  return {
    record,
    outer: { start: offset - typed.length - quote.length, end: offset + behind[0].length },
    quote: quote as Quote,
    hasValue: behind[1]?.startsWith(':') === true,
    after: '',
  };
}

/** A place behind a brace or comma of a flow mapping. */
function flowSlot(
  text: string,
  records: readonly StateRecord[],
  offset: number,
): KeySlot | undefined {
  const record = records.findLast(
    ({ range }) => range.start < offset && offset <= range.end && text.charAt(range.start) === '{',
  );
  if (!record || !isDirectlyIn(text, record.range.start, offset)) return undefined;
  const before = /[{,]\s*((["']?)(?:[\w.-]|:(?=[\w"']|$))*)$/.exec(
    text.slice(record.range.start, offset),
  );
  const behind = /^(?:[\w.-]|:(?=\w))*["']?/.exec(text.slice(offset, record.range.end));
  if (!before || !behind) return undefined;
  const end = offset + behind[0].length;
  const next = /\S/.exec(text.slice(end, record.range.end))?.[0] ?? '';
  return {
    record,
    outer: { start: offset - (before[1]?.length ?? 0), end },
    quote: (before[2] ?? '') as Quote,
    hasValue: next === ':',
    after: ['', ',', '}', ':'].includes(next) ? '' : ',',
  };
}

/** Whether no bracket or quote that opens behind the brace at `start` is open at the offset. */
function isDirectlyIn(text: string, start: number, offset: number): boolean {
  const inside = text.slice(start + 1, offset).replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*/g, '');
  let depth = 0;
  for (const char of inside) {
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
  }
  return depth === 0;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function endOfLine(text: string, offset: number): number {
  const found = /[\r\n]|$/g;
  found.lastIndex = offset;
  return found.exec(text)?.index ?? text.length;
}
