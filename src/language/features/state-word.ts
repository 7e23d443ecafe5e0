import { FIELDS, type Field, isLiteral, type Relation } from '../../model';
import type { ParsedDocument } from '../document/parsed-document';
import { isEverydayWord, isServersWord } from '../records/everyday-words';
import { groupEvidence } from '../records/groups';
import { isCompound } from '../records/state-names';
import type { Context } from '../settings/context';
import type { Range } from '../text/range';
import type { TextSource } from '../text/source';
import { expressionField } from './expression-field';
import { hasRecords } from './record-at';

/** Longest run of name characters that is looked at round the cursor. */
const LONGEST_WORD = 40;
/** In a longer text, the words next to one are not looked for. */
const LONGEST_TEXT = 500_000;
/** What follows a key, behind its last letter. */
const KEY_ENDS = /^["'`]?[ \t]*\??:/;

interface Word extends Range {
  readonly text: string;
}

/** A word that is a state. Offsets are UTF-16 code units. */
export interface StateWord extends Word {
  readonly field: Field;
}

/** The word at an offset that is a state by itself, by what it is compared with, or by the words next to it. */
export function stateWordAt(
  reading: ParsedDocument,
  offset: number,
  context: Context,
): StateWord | undefined {
  const { relation } = context;
  const word = wordAt(reading.source, offset);
  if (!word || !FIELDS.some((field) => isLiteral(relation, field, word.text))) return undefined;
  const field =
    comparedField(reading, word, relation) ??
    groupField(reading, word, relation) ??
    ownField(reading, word, context);
  return field && { ...word, field };
}

function wordAt(source: TextSource, offset: number): Word | undefined {
  const before = source.read(Math.max(0, offset - LONGEST_WORD), offset);
  const behind = source.read(offset, Math.min(offset + LONGEST_WORD, source.length));
  const head = /(?<![\w-])[\w-]*$/.exec(before)?.[0] ?? '';
  const tail = /^[\w-]*/.exec(behind)?.[0] ?? '';
  const text = head + tail;
  if (text.length > LONGEST_WORD) return undefined;
  return { text, start: offset - head.length, end: offset + tail.length };
}

/** The field that a command or query in a string compares the word with. */
function comparedField(
  { reader, source }: ParsedDocument,
  word: Word,
  relation: Relation,
): Field | undefined {
  // Only data has commands and queries in its strings: what stands in a page is prose.
  const isData = reader.wordsAround !== undefined;
  const field = isData ? expressionField(source, word.start, word.text) : undefined;
  return field && isLiteral(relation, field, word.text) ? field : undefined;
}

/** The field that the word is a state of by those next to it: the keys of its map, the items of its list. */
function groupField(
  { reader, source, tree }: ParsedDocument,
  { text, start }: Word,
  relation: Relation,
): Field | undefined {
  if (!reader.wordsAround || source.length > LONGEST_TEXT) return undefined;
  const group = groupEvidence(reader.wordsAround(source, tree, start));
  return group && isLiteral(relation, group.field, text) ? group.field : undefined;
}

/**
 * A literal of two words or more exists nowhere else, so it can be explained wherever it stands, and any other that
 * only servers have where it is in quotes; one that other things are called by only next to servers, and not as a key.
 */
function ownField(
  reading: ParsedDocument,
  { text, start, end }: Word,
  context: Context,
): Field | undefined {
  const { source } = reading;
  const behind = source.read(end, Math.min(end + LONGEST_WORD, source.length));
  const isQuoted = /["'`]/.test(source.read(start - 1, start)) && /^["'`]/.test(behind);
  if (!isCompound(text) && !(isQuoted && isServersWord(text))) return undefined;
  const field = FIELDS.find((candidate: Field) => isLiteral(context.relation, candidate, text));
  if (!field || !isEverydayWord(text)) return field;
  const isKey = KEY_ENDS.test(behind);
  if (isKey || isIndex(source, start, end) || !hasRecords(reading, context)) return undefined;
  return field;
}

/** Whether the word is the key by which a member is looked up: `request['block_device_mapping']`. */
function isIndex(source: TextSource, start: number, end: number): boolean {
  const before = source.read(Math.max(0, start - 2), start);
  const behind = source.read(end, Math.min(end + 2, source.length));
  return /^\[["'`]$/.test(before) && /^["'`]\]$/.test(behind);
}
