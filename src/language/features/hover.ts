import { isLiteral, type PartialRow } from '../../model';
import { embeddedAt } from '../document/embedded-document';
import { fieldAt, type ParsedDocument } from '../document/parsed-document';
import { hoverMarkdown } from '../glossary/explanation';
import { evidenceOf } from '../records/evidence';
import { knownRow } from '../records/known-row';
import { asInApi, relationFor } from '../records/record-relation';
import { stateOf } from '../records/written-state';
import type { Context } from '../settings/context';
import type { Range } from '../text/range';
import { knownMarkdown } from './known-here';
import { stateWordAt } from './state-word';

/** An explanation. The range is the literal or key it is about; UTF-16 code units. */
export interface Hover extends Range {
  readonly markdown: string;
}

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
      hoverMarkdown(subject, relation, others as PartialRow, t, context.dialect) +
      knownMarkdown(reading, offset, context),
  };
}

function hoverWord(reading: ParsedDocument, offset: number, context: Context): Hover | undefined {
  const word = stateWordAt(reading, offset, context);
  if (!word) return undefined;
  const { start, end, text, field } = word;
  const markdown =
    hoverMarkdown({ field, value: text }, context.relation, {}, context.t, context.dialect) +
    knownMarkdown(reading, offset, context);
  return { start, end, markdown };
}
