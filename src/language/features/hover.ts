import { isLiteral, type PartialRow } from '../../model';
import { embeddedAt } from '../document/embedded-document';
import { fieldAt, type ParsedDocument } from '../document/parsed-document';
import { hoverMarkdown } from '../glossary/hover-markdown';
import { evidenceOf } from '../records/evidence';
import { knownRow } from '../records/known-row';
import { asInApi, relationFor } from '../records/record-relation';
import { stateOf } from '../records/written-state';
import type { Context } from '../settings/context';
import type { Range } from '../text/range';
import { knownMarkdown } from './known-here';
import { stateWordAt } from './state-word';
import { unknownValueMarkdown } from './unknown-value-hover';

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
    // What the text does not have, such as indentation, is at the same offset of it as what follows.
    const isHere = range && range.start <= offset && offset <= range.end;
    return isHere ? { ...hover, ...range } : undefined;
  }
  return hoverField(reading, offset, context) ?? hoverWord(reading, offset, context);
}

function hoverField(reading: ParsedDocument, offset: number, context: Context): Hover | undefined {
  const { relation, t, dialect } = context;
  const found = fieldAt(reading, offset);
  if (!found || evidenceOf(relation, found.record) === 'none') return undefined;
  const { record, stateField } = found;
  const { field, value, key, outer } = stateField;
  const others = { ...knownRow(relation, record), [field]: undefined } as PartialRow;
  // A literal without a key has an empty one.
  const isOnKey = key.start <= offset && offset <= key.end && key.start < key.end;
  const own = relationFor(relation, record);
  const written = stateOf(own, field, value);
  const isKnown = written !== undefined && isLiteral(own, field, written);
  const known = knownMarkdown(reading, offset, context);
  if (isOnKey || isKnown) {
    const subject = isOnKey
      ? { field }
      : { field, value: asInApi(relation, field, written ?? null) };
    const markdown = hoverMarkdown(subject, relation, others, t, dialect) + known;
    const { start, end } = isOnKey ? key : outer;
    return { start, end, markdown };
  }
  const markdown = unknownValueMarkdown(found, others, context);
  return markdown === undefined
    ? undefined
    : { start: outer.start, end: outer.end, markdown: markdown + known };
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
