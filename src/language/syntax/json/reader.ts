import { COMMON_KEYS, type KeyNames } from '../../records/key-names';
import { withoutOtherObjects } from '../../records/notifications';
import type { Quote, StateRecord } from '../../records/record';
import { jsonStrings } from '../embedded/finders/json-strings';
import type { KeyPosition, Reader } from '../reader';
import { jsonComments } from './comments';
import { recordSlotIn } from './record-slot';
import { RecordCollector } from './records';
import { COLON, COMMENT, END, isLineEnd, JsonScanner, STRING, WORD } from './scanner';
import { wordsAround } from './words-around';

/** JSON, JSON with comments and JSON Lines. */
export const jsonReader: Reader = {
  languageIds: ['json', 'jsonc', 'jsonl'],
  fileExtensions: {
    '.json': 'json',
    '.jsonc': 'jsonc',
    '.jsonl': 'jsonl',
    '.ndjson': 'jsonl',
    '.json5': 'jsonc',
    '.code-workspace': 'jsonc',
    '.har': 'json',
    '.ipynb': 'json',
    '.tfstate': 'json',
  },
  isCode: false,
  read: (text, languageId, keys) => ({ records: readJson([text], languageId, keys) }),
  regions: jsonStrings,
  keyPosition,
  recordPosition: recordSlotIn,
  writeValue: (value, quote) => (value === null ? 'null' : write(value, quote)),
  writeKey: write,
  lineComment: (languageId) => (languageId === 'jsonc' ? '//' : undefined),
  comments: (source) => jsonComments(source.read(0, source.length)),
  wordsAround: (source, _tree, offset) => wordsAround(source.read(0, source.length), offset),
  separator: ': ',
};

function write(name: string, quote: Quote): string {
  const mark = quote === '' ? '"' : quote;
  return `${mark}${name}${mark}`;
}

/**
 * All records of a text that is given in pieces of whole lines, in order of their start.
 * Offsets are UTF-16 code units of the whole text.
 */
export function readJson(
  pieces: Iterable<string>,
  languageId: string,
  keys: KeyNames = COMMON_KEYS,
): readonly StateRecord[] {
  const scanner = new JsonScanner();
  const collector = new RecordCollector(languageId, keys);
  let offset = 0;
  for (const piece of pieces) {
    scanner.load(piece, offset);
    for (let token = scanner.next(); token !== END; token = scanner.next()) {
      collector.accept(token, scanner);
    }
    offset += piece.length;
  }
  const records = collector.finish(offset);
  return keys.notifications ? withoutOtherObjects(records) : records;
}

function keyPosition(
  text: string,
  languageId: string,
  records: readonly StateRecord[],
  offset: number,
  keys: KeyNames = COMMON_KEYS,
): KeyPosition | undefined {
  const record = innermost(records, offset);
  if (!record) return undefined;
  const base = record.range.start;
  const scanner = new JsonScanner();
  const collector = new RecordCollector(languageId, keys);
  scanner.load(text.slice(base), base);
  const cursor = offset - base;

  let behind = 0;
  let token = scanner.next();
  for (; token !== END && !reaches(token, scanner, cursor); token = scanner.next()) {
    collector.accept(token, scanner);
    if (token !== COMMENT) behind = scanner.end;
  }
  if (!collector.isInOneObject) return undefined;

  // Either nothing is typed yet, and the token is what follows the cursor, or the token is being typed.
  const isTyped = scanner.start < cursor;
  if (isTyped && token !== STRING && token !== WORD) return undefined;
  const start = isTyped ? scanner.start : cursor;
  const end = isTyped ? scanner.end : cursor;
  const quote = isTyped && token === STRING ? (scanner.text.charAt(start) as Quote) : '';
  if (isTyped) token = scanner.next();
  while (token === COMMENT) token = scanner.next();

  const hasValue = token === COLON;
  const isKey = hasValue
    ? isTyped
    : !collector.expectsValue && (collector.expectsKey || hasLineEnd(scanner.text, behind, start));
  if (!isKey) return undefined;
  return {
    record,
    outer: { start: base + start, end: base + end },
    quote,
    hasValue,
    after: token === STRING || token === WORD ? ',' : '',
  };
}

/** The innermost record round the offset. */
function innermost(records: readonly StateRecord[], offset: number): StateRecord | undefined {
  let found: StateRecord | undefined;
  for (const record of records) {
    const { start, end } = record.range;
    // Records come in order of their start, so a later one is nested in the earlier one.
    if (start < offset && offset <= end) found = record;
  }
  return found;
}

/** Whether the cursor is before the token or in it, where `"key|`, `word|` and `// comment|` are in. */
function reaches(token: number, scanner: JsonScanner, cursor: number): boolean {
  const { end, isClosed } = scanner;
  const isOpen = token === WORD || ((token === STRING || token === COMMENT) && !isClosed);
  return isOpen ? cursor <= end : cursor < end;
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}
