/** Open brackets, and the records of the objects that they begin. */
import type { StateRecord } from '../../records/record';
import { cover, type DraftField, type DraftRecord, OPAQUE } from './drafts';

/** A bracket and what it is in. */
export interface Frame {
  parent: Frame | undefined;
  readonly depth: number;
  /** How many objects are open in it, itself included. */
  readonly objects: number;
  readonly isObject: boolean;
  start: number;
  /** Known once it is closed. */
  end: number;
  /** The object as a record, once it has a state field. */
  record: DraftRecord | undefined;
  /** The state field that has what the bracket opens for a value. */
  holder: DraftField | undefined;
  /** What the place of the object says of it, and what the place of an array says of the objects in it. */
  readonly placeSign: number;
  /** What its keys say, in their order. */
  signs: KeySign[] | undefined;
  /** The state field whose values the items of the array are. */
  readonly list: DraftField | undefined;
  /** The state field whose schema the object is. */
  readonly schema: DraftField | undefined;
  /** Up to here, values of a list or schema round the bracket count; 0 outside of them. */
  readonly limit: number;
}

/** What a key says of the object that it is in, and where it is. */
export interface KeySign {
  at: number;
  readonly sign: number;
}

/** The record of an object that has no field yet; its end is known when the bracket is closed. */
export function recordOf({ start }: Frame): DraftRecord {
  return { kind: 'object', range: { start, end: start }, fields: [] };
}

/** Gives what the bracket stands for its end. */
export function closeFrame(frame: Frame, end: number): void {
  frame.end = end;
  if (frame.record) {
    frame.record.range.end = end;
    const signs = signsOf(frame);
    if (signs !== 0) frame.record.signs = signs;
  }
  if (frame.holder) cover(frame.holder, OPAQUE, frame.start, end);
}

function signsOf({ placeSign, signs = [] }: Frame): number {
  return signs.reduce((all, { sign }) => all | sign, placeSign);
}

/** Compares records by where they begin. */
export function byStart(one: StateRecord, other: StateRecord): number {
  return one.range.start - other.range.start;
}
