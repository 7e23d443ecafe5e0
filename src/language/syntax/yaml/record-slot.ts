import type { Range } from '../../text/range';
import { Layout } from '../layout';
import type { RecordPosition } from '../reader';
import { endOfLine, LONGEST_LINE, nextCode, startOfLine } from './lines';

/** What stands before the first key of a mapping on its line: the marks of sequences, if any. */
const BEFORE = /^\ufeff?( *(?:- +)*)$/;
const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:\s|$)/;
/** What stands before the key that a line begins with. */
const BEFORE_KEY = /^( *(?:- +)*)[^\s#-]/;
const COMMENT = /[ \t]#/;
const ITEM = /^ *-(?:\s|$)/;

/**
 * How a record is written in place of a word that stands alone: as an item of a sequence, below the key whose value it
 * is, or as a document. UTF-16 code units; undefined where no record can begin.
 */
export function recordSlotIn(text: string, { start, end }: Range): RecordPosition | undefined {
  const lineStart = startOfLine(text, start);
  const lineEnd = endOfLine(text, end);
  if (lineEnd - lineStart >= LONGEST_LINE) return undefined;
  const indentation = BEFORE.exec(text.slice(lineStart, start))?.[1];
  if (indentation === undefined || text.slice(end, lineEnd).trim() !== '') return undefined;
  const next = nextLine(text, lineEnd);
  const isFree = indentation.includes('-')
    ? isItem(text, lineStart, indentation, next)
    : isBelowKey(text, lineStart, indentation.length, next);
  if (!isFree) return undefined;
  const between = new Layout(text).lineBreak + ' '.repeat(indentation.length);
  return { open: '', between, close: '', quote: '' };
}

/** Whether an item may stand here: behind another of its sequence or below the key that has it, with nothing in it yet. */
function isItem(text: string, lineStart: number, indentation: string, next: string): boolean {
  const column = indentation.indexOf('-');
  if (columnOf(next) > indentation.lastIndexOf('-')) return false;
  for (const line of linesBefore(text, lineStart)) {
    if (columnOf(line) > column) continue;
    if (ITEM.test(line) && columnOf(line) === column) return true;
    const head = beforeKey(line);
    return head !== undefined && head.length <= column;
  }
  return column === 0;
}

/** Whether a mapping may begin here: as the value of the key above, or as the whole of a document. */
function isBelowKey(text: string, lineStart: number, column: number, next: string): boolean {
  const [above] = linesBefore(text, lineStart);
  if (above === undefined) return column === 0 && next === '';
  const parent = beforeKey(above)?.length;
  if (parent === undefined || parent >= column || columnOf(next) >= column) return false;
  return !(ITEM.test(next) && columnOf(next) >= parent);
}

/** What stands before the key of a line whose value is still to come; undefined for any other line. */
function beforeKey(line: string): string | undefined {
  const code = line.slice(0, COMMENT.exec(line)?.index).trimEnd();
  return code.endsWith(':') ? BEFORE_KEY.exec(code)?.[1] : undefined;
}

function columnOf(line: string): number {
  return line === '' ? -1 : line.length - line.trimStart().length;
}

/** The lines with code above one, the nearest first, as far as the document goes. */
function* linesBefore(text: string, lineStart: number): Generator<string> {
  for (let end = lineStart - 1; end >= 0; ) {
    const start = startOfLine(text, end);
    const line = text.slice(start, end).replace(/^\ufeff/, '');
    if (DOCUMENT_MARK.test(line)) return;
    if (/^\s*[^\s#%]/.test(line)) yield line;
    end = start - 1;
  }
}

/** The next line with code; `''` at the end of the document. */
function nextLine(text: string, offset: number): string {
  const code = nextCode(text, offset);
  const line = text.slice(startOfLine(text, code), endOfLine(text, code));
  return code === text.length || DOCUMENT_MARK.test(line) ? '' : line;
}
