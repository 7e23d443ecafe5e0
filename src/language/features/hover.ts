import {
  FIELDS,
  type Field,
  isEverydayWord,
  isLiteral,
  isServersWord,
  type PartialRow,
} from '../../model';
import { embeddedAt } from '../document/embedded-document';
import { fieldAt, type ParsedDocument } from '../document/parsed-document';
import { hoverMarkdown } from '../glossary/explanation';
import { evidenceOf } from '../records/evidence';
import { knownRow } from '../records/known-row';
import { asInApi, relationFor } from '../records/record-relation';
import { isCompound } from '../records/state-names';
import { stateOf } from '../records/written-state';
import type { Context } from '../settings/context';
import type { Range } from '../text/range';
import type { TextSource } from '../text/source';
import { knownMarkdown } from './known-here';
import { hasRecords } from './record-at';

/** An explanation. The range is the literal or key it is about; UTF-16 code units. */
export interface Hover extends Range {
  readonly markdown: string;
}

/** Longest run of name characters that is looked at round the cursor. */
const LONGEST_WORD = 40;

/** What follows a key, behind its last letter. */
const KEY_ENDS = /^["'`]?[ \t]*\??:/;

/** The explanation of the literal or key at the offset, or undefined where there is nothing to say. */
export function hoverAt(
  reading: ParsedDocument,
  offset: number,
  context: Context,
): Hover | undefined {
  const inner = embeddedAt(reading, offset);
  if (inner) {
    const hover = hoverAt(inner.document, inner.offset, context);
    const range = hover && inner.map.rangeToOuter(hover);
    return range && { ...hover, ...range };
  }
  return hoverField(reading, offset, context) ?? hoverWord(reading, offset, context);
}

function hoverField(reading: ParsedDocument, offset: number, context: Context): Hover | undefined {
  const { relation, t } = context;
  const found = fieldAt(reading, offset);
  if (!found || evidenceOf(relation, found.record) === 'none') return undefined;
  const { record, stateField } = found;
  const { field, value, key, outer } = stateField;
  const written = stateOf(relationFor(relation, record), field, value);
  const state = written && asInApi(relation, field, written);
  // A literal without a key has an empty one.
  const isOnKey = key.start <= offset && offset <= key.end && key.start < key.end;
  const { [field]: _own, ...others } = knownRow(relation, record);
  const isKnown =
    state !== undefined && isLiteral(relationFor(relation, record), field, written ?? null);
  if (!isOnKey && !isKnown) return undefined;
  const range = isOnKey ? key : outer;
  const subject = isOnKey ? { field } : { field, value: state };
  return {
    start: range.start,
    end: range.end,
    markdown:
      hoverMarkdown(subject, relation, others as PartialRow, t) +
      knownMarkdown(reading, offset, context),
  };
}

/**
 * A literal of two words or more exists nowhere else, so it can be explained wherever it stands, and any other that
 * only servers have where it is in quotes; one that other
 * things are called by only next to servers, and not as a key.
 */
function hoverWord(reading: ParsedDocument, offset: number, context: Context): Hover | undefined {
  const { source } = reading;
  const { relation, t } = context;
  const before = source.read(Math.max(0, offset - LONGEST_WORD), offset);
  const behind = source.read(offset, Math.min(offset + LONGEST_WORD, source.length));
  const head = /(?<![\w-])[\w-]*$/.exec(before)?.[0] ?? '';
  const tail = /^[\w-]*/.exec(behind)?.[0] ?? '';
  const word = head + tail;
  if (word.length > LONGEST_WORD) return undefined;
  const [start, end] = [offset - head.length, offset + tail.length];
  const isQuoted =
    /["'`]/.test(source.read(start - 1, start)) && /^["'`]/.test(behind.slice(tail.length));
  if (!isCompound(word) && !(isQuoted && isServersWord(word))) return undefined;
  const field = FIELDS.find((candidate: Field) => isLiteral(relation, candidate, word));
  if (!field) return undefined;
  if (isEverydayWord(word)) {
    const isKey = KEY_ENDS.test(behind.slice(tail.length));
    if (isKey || isIndex(source, start, end) || !hasRecords(reading, context)) return undefined;
  }
  const markdown =
    hoverMarkdown({ field, value: word }, relation, {}, t) +
    knownMarkdown(reading, offset, context);
  return { start, end, markdown };
}

/** Whether the word is the key by which a member is looked up: `request['block_device_mapping']`. */
function isIndex(source: TextSource, start: number, end: number): boolean {
  const before = source.read(Math.max(0, start - 2), start);
  const behind = source.read(end, Math.min(end + 2, source.length));
  return /^\[["'`]$/.test(before) && /^["'`]\]$/.test(behind);
}
