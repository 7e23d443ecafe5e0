import { FIELDS, type Field, isLiteral, type PartialRow } from '../../model';
import { fieldAt, type Reading } from '../document/parsed-document';
import { hoverMarkdown } from '../glossary/explanation';
import { isAboutServer, knownRow, stateOf } from '../records/evidence';
import type { Context } from '../settings/context';
import type { Range } from '../text/range';
import type { TextSource } from '../text/source';

/** An explanation. The range is the literal or key it is about; UTF-16 code units. */
export interface Hover extends Range {
  readonly markdown: string;
}

/** Longest run of name characters that is looked at round the cursor. */
const LONGEST_WORD = 40;

/** The explanation of the literal or key at the offset, or undefined where there is nothing to say. */
export function hoverAt(reading: Reading, offset: number, context: Context): Hover | undefined {
  return hoverField(reading, offset, context) ?? hoverWord(reading.source, offset, context);
}

function hoverField(reading: Reading, offset: number, context: Context): Hover | undefined {
  const { relation, t } = context;
  const found = fieldAt(reading, offset);
  if (!found || !isAboutServer(relation, found.record)) return undefined;
  const { record, stateField } = found;
  const { field, value, key, outer } = stateField;
  const state = stateOf(relation, field, value);
  const isOnKey = key.start <= offset && offset <= key.end;
  const { [field]: _own, ...others } = knownRow(relation, record);
  const isKnown = state !== undefined && isLiteral(relation, field, state);
  if (!isOnKey && !isKnown) return undefined;
  const range = isOnKey ? key : outer;
  const subject = isOnKey ? { field } : { field, value: state };
  return {
    start: range.start,
    end: range.end,
    markdown: hoverMarkdown(subject, relation, others as PartialRow, t),
  };
}

/** A literal of two words or more exists nowhere else, so it can be explained wherever it stands. */
function hoverWord(
  source: TextSource,
  offset: number,
  { relation, t }: Context,
): Hover | undefined {
  const before = source.read(Math.max(0, offset - LONGEST_WORD), offset);
  const behind = source.read(offset, Math.min(offset + LONGEST_WORD, source.length));
  const head = /[\w-]*$/.exec(before)?.[0] ?? '';
  const tail = /^[\w-]*/.exec(behind)?.[0] ?? '';
  const word = head + tail;
  if (word.length > LONGEST_WORD) return undefined;
  const [start, end] = [offset - head.length, offset + tail.length];
  if (!/[a-z][_-][a-z]/i.test(word)) return undefined;
  const field = FIELDS.find((candidate: Field) => isLiteral(relation, candidate, word));
  if (!field) return undefined;
  return { start, end, markdown: hoverMarkdown({ field, value: word }, relation, {}, t) };
}
