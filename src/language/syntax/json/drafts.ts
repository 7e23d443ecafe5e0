/** Fields and items that are still being read, and how tokens give them their values. */
import type { Item, Quote, StateField, StateRecord, Value } from '../../records/record';
import type { Range } from '../../text/range';
import { type JsonScanner, STRING } from './scanner';
import type { JsonStrings } from './strings';

/** What is still being read. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };
/** A state field that is still being read. */
export type DraftField = Draft<StateField>;
/** A record whose object is still open. */
export interface DraftRecord extends StateRecord {
  readonly range: Draft<Range>;
  readonly fields: StateField[];
  signs?: number;
}

const NULL: Value = { kind: 'null' };
/** The value where there is none yet. */
export const MISSING: Value = { kind: 'missing' };
/** The place of what has none yet. */
export const NOWHERE = { start: 0, end: 0 };
/** The value that is no state, as a number is none. */
export const OPAQUE: Value = { kind: 'opaque' };
/** Words that are meant as they stand; the last three are Python's, of a dictionary that was printed. */
const COMPLETE_WORD = /^(?:true|false|None|True|False)$/;
const HALF_TYPED_WORD = /^[A-Za-z_-]+$/;
/** No word that means anything is longer, in UTF-16 code units. */
export const LONGEST_WORD = 64;

/** Adds an item to a field's list. */
export function addTo(stateField: DraftField, item: Item): void {
  const items = (stateField.items ?? []) as Item[];
  stateField.items = items;
  items.push(item);
}

/** Takes back the last item, if it begins at an offset. */
export function dropItem(stateField: DraftField | undefined, at: number): void {
  const last = stateField?.items?.at(-1);
  if (!stateField?.items || last?.inner.start !== at) return;
  const left = stateField.items.slice(0, -1);
  if (left.length > 0) stateField.items = left;
  else delete stateField.items;
}

/** Gives the field or item the value that the token is. */
export function setValue(
  field: Draft<Item>,
  token: number,
  scanner: JsonScanner,
  strings: JsonStrings,
): void {
  const { text, base, start, end, innerStart, innerEnd, isEscaped } = scanner;
  cover(field, OPAQUE, base + start, base + end);
  if (token === STRING) {
    field.value = strings.value(text, innerStart, innerEnd, isEscaped);
    field.inner = { start: base + innerStart, end: base + innerEnd };
    field.quote = text.charAt(start) as Quote;
  } else if (end - start <= LONGEST_WORD) {
    const word = text.slice(start, end);
    if (word === 'null') field.value = NULL;
    else if (HALF_TYPED_WORD.test(word) && !COMPLETE_WORD.test(word)) field.value = MISSING;
  }
}

/** Takes back what was no value: it is missing, and belongs at `place`. */
export function clearValue(field: DraftField, place: number): void {
  cover(field, MISSING, place, place);
  field.quote = '';
}

/** Sets a value that is plain, and where it is. */
export function cover(field: Draft<Item>, value: Value, start: number, end: number): void {
  field.value = value;
  field.inner = { start, end };
  field.outer = field.inner;
}
