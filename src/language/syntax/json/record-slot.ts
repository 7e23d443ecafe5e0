import { COMMON_KEYS } from '../../records/key-names';
import type { Range } from '../../text/range';
import { Layout } from '../layout';
import type { RecordPosition } from '../reader';
import { RecordCollector } from './records';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  COMMENT,
  END,
  JsonScanner,
  OPEN_BRACE,
  WORD,
} from './scanner';

/** A record on one line, as JSON Lines have them. */
const ON_ONE_LINE: RecordPosition = { open: '{', between: ', ', close: '}', quote: '' };

/**
 * How a record is written in place of a word: as a value or item, as the content of an empty object, or as the whole
 * of a text or line. UTF-16 code units; undefined where no record can begin.
 */
export function recordSlotIn(
  text: string,
  languageId: string,
  word: Range,
): RecordPosition | undefined {
  if (!mayEnd(text, languageId, word.end)) return undefined;
  const scanner = new JsonScanner();
  const collector = new RecordCollector(languageId, COMMON_KEYS);
  scanner.load(text, 0);
  /** The token before the word, and where it begins. */
  let last = END;
  let lastStart = 0;
  let token = scanner.next();
  for (; token !== END && scanner.end <= word.start; token = scanner.next()) {
    const isOpenComment = token === COMMENT && !scanner.isClosed;
    if (isOpenComment && scanner.end === word.start) return undefined;
    collector.accept(token, scanner);
    if (token === COMMENT) continue;
    last = token;
    lastStart = scanner.start;
  }
  if (word.start < word.end) {
    if (token !== WORD || scanner.start !== word.start || scanner.end !== word.end)
      return undefined;
    token = scanner.next();
  }
  if (scanner.start < word.end) return undefined;

  const frame = collector.innermost;
  const layout = new Layout(text);
  if (!frame) {
    if (languageId === 'jsonl') return isAloneOnLine(text, layout, word) ? ON_ONE_LINE : undefined;
    return last === END && token === END ? { ...layout.object(word.start), quote: '' } : undefined;
  }
  if (frame.isObject && last === OPEN_BRACE) {
    if (token !== CLOSE_BRACE) return undefined;
    return { ...layout.content(word.start, lastStart, scanner.start), quote: '' };
  }
  const isPlace = frame.isObject ? collector.expectsValue : collector.expectsKey;
  const isFree = token === COMMA || token === (frame.isObject ? CLOSE_BRACE : CLOSE_BRACKET);
  if (!isPlace || !isFree) return undefined;
  return languageId === 'jsonl' ? ON_ONE_LINE : { ...layout.object(word.start), quote: '' };
}

/** What may follow a record, after blanks: a comment, or what ends a value. */
const BEHIND = /^\s*(?:[}\],/]|$)/;
/** In JSON Lines the record may end its line, too. */
const BEHIND_ON_LINE = /^[ \t]*(?:[}\],/\n\r]|$)/;
/** Further is not looked. */
const MOST_BLANKS = 256;

/** Whether what follows leaves it open that a record ends there; the text before would have to be read from its start. */
function mayEnd(text: string, languageId: string, end: number): boolean {
  const behind = text.slice(end, end + MOST_BLANKS);
  return (languageId === 'jsonl' ? BEHIND_ON_LINE : BEHIND).test(behind);
}

function isAloneOnLine(text: string, layout: Layout, { start, end }: Range): boolean {
  const behind = /[^\n\r]*/y;
  behind.lastIndex = end;
  const line = text.slice(layout.lineStart(start), start) + (behind.exec(text)?.[0] ?? '');
  return line.trim() === '';
}
