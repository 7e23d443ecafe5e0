import type { KeyNames } from '../../records/key-names';
import type { Quote, StateField, StateRecord, Value } from '../../records/record';
import type { Range } from '../../text/range';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  type JsonScanner,
  OPEN_BRACE,
  OPEN_BRACKET,
  STRING,
  WORD,
} from './scanner';
import { JsonStrings, type KeyName } from './strings';

/** Behind `{` or `,`: a key may come. */
const KEY = 0;
/** Behind what is a key if a colon follows. */
const KEYED = 1;
/** Behind a colon. */
const VALUE = 2;
/** Behind a string or word in the place of a value, which yet is a key if a colon follows. */
const VALUED = 3;
/** Behind an object or array. */
const DONE = 4;
/** Where in an object or array the scan is. */
type PairState = typeof KEY | typeof KEYED | typeof VALUE | typeof VALUED | typeof DONE;

type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type DraftField = Draft<StateField>;
export interface DraftRecord extends StateRecord {
  readonly range: Draft<Range>;
  readonly fields: StateField[];
}

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
}

const NULL: Value = { kind: 'null' };
const MISSING: Value = { kind: 'missing' };
const OPAQUE: Value = { kind: 'opaque' };
/** Words that are meant as they stand; the last three are Python's, of a dictionary that was printed. */
const COMPLETE_WORD = /^(?:true|false|None|True|False)$/;
const HALF_TYPED_WORD = /^[A-Za-z_-]+$/;
const MAX_WORD = 64;

/**
 * Makes records of tokens. What it knows between two tokens is the open brackets and the pair it is in;
 * it never looks back at the text.
 */
export class RecordCollector {
  private state: PairState = KEY;
  private readonly strings: JsonStrings;
  /** Those found so far, in order of their first field. */
  readonly records: DraftRecord[] = [];
  /** The innermost open bracket. */
  private frame: Frame | undefined;
  private isInObject = false;
  /** What may be a key: the last string or word. */
  private name: KeyName | undefined;
  private nameStart = 0;
  private nameEnd = 0;
  /** The state field whose value comes or just came. */
  private field: DraftField | undefined;
  /** Where that value is typed if it is missing. */
  private place = 0;
  private readonly isLines: boolean;

  constructor(languageId: string, keys: KeyNames) {
    this.strings = new JsonStrings(keys);
    this.isLines = languageId === 'jsonl';
  }

  /** Whether the tokens so far leave an object open, and nothing else. */
  get isInOneObject(): boolean {
    return this.frame?.depth === 1 && this.isInObject;
  }

  /** The innermost open bracket; where a key is expected, all there is to know for going on from here. */
  get innermost(): Frame | undefined {
    return this.frame;
  }

  /** Whether a key may come next: after `{` or `,`. */
  get expectsKey(): boolean {
    return this.state === KEY;
  }

  /** Whether a value has to come next: after a colon. */
  get expectsValue(): boolean {
    return this.state === VALUE;
  }

  /** Goes on behind a comma or opening bracket, within open brackets that are the collector's from now on. */
  resume(innermost: Frame | undefined): void {
    this.frame = innermost;
    this.isInObject = innermost?.isObject === true;
    this.state = KEY;
    for (let frame = innermost; frame; frame = frame.parent) {
      if (frame.record) this.records.push(frame.record);
    }
  }

  accept(token: number, scanner: JsonScanner): void {
    switch (token) {
      case STRING:
      case WORD:
        this.scalar(token, scanner);
        break;
      case COLON:
        if (!this.isInObject) this.leaveArrays();
        if (this.isInObject) this.colon(scanner);
        break;
      case COMMA:
        this.state = KEY;
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.open(token === OPEN_BRACE, scanner);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.close(token === CLOSE_BRACE, scanner.base + scanner.start);
    }
  }

  /** Closes what is open at the end of the text and returns all records. */
  finish(end: number): readonly StateRecord[] {
    this.closeAll(end);
    return this.records.sort(byStart);
  }

  private scalar(token: number, scanner: JsonScanner): void {
    const { text, base, innerStart, innerEnd, isEscaped } = scanner;
    if (this.state === VALUE) {
      if (this.field) fill(this.field, token, scanner, this.strings);
      this.state = VALUED;
    } else {
      this.state = KEYED;
    }
    this.name = this.strings.key(text, innerStart, innerEnd, isEscaped);
    this.nameStart = base + innerStart;
    this.nameEnd = base + innerEnd;
  }

  private colon(scanner: JsonScanner): void {
    if (this.state === VALUED && this.field) empty(this.field, this.place);
    else if (this.state !== VALUED && this.state !== KEYED) return;
    const hasBlank = scanner.text.charAt(scanner.end) === ' ';
    this.place = scanner.base + scanner.end + (hasBlank ? 1 : 0);
    this.field = this.name && this.addField(this.name);
    this.state = VALUE;
  }

  private addField({ field, spelling, own, notified }: KeyName): DraftField | undefined {
    const { frame } = this;
    if (!frame) return undefined;
    if (!frame.record) {
      frame.record = recordOf(frame);
      this.records.push(frame.record);
    }
    const nowhere = { start: this.place, end: this.place };
    const added: DraftField = {
      field,
      spelling,
      ...(own && { own }),
      ...(notified && { notified }),
      key: { start: this.nameStart, end: this.nameEnd },
      value: MISSING,
      inner: nowhere,
      outer: nowhere,
      quote: '',
    };
    frame.record.fields.push(added);
    return added;
  }

  private open(isObject: boolean, scanner: JsonScanner): void {
    const start = scanner.base + scanner.start;
    // In JSON Lines a bracket that starts a line starts a document, whatever the line before lacks.
    if (this.isLines && scanner.startsLine()) this.closeAll(start - 1);
    const holder = this.isInObject && this.state === VALUE ? this.field : undefined;
    const parent = this.frame;
    this.frame = {
      parent,
      depth: (parent?.depth ?? 0) + 1,
      objects: (parent?.objects ?? 0) + (isObject ? 1 : 0),
      isObject,
      start,
      end: start,
      record: undefined,
      holder,
    };
    this.isInObject = isObject;
    this.state = KEY;
  }

  /** A closing bracket closes what was left open inside; one that has no partner closes nothing. */
  private close(isObject: boolean, start: number): void {
    const { depth, objects } = this.frame ?? { depth: 0, objects: 0 };
    const partners = isObject ? objects : depth - objects;
    if (partners === 0) return;
    while (this.frame?.isObject !== isObject) this.pop(start);
    this.pop(start + 1);
  }

  /** Where the key of a state is among the items of an array, the array was not closed before it. */
  private leaveArrays(): void {
    if (this.state !== KEYED || !this.name || !this.frame?.objects) return;
    // The quote of the key is no part of the array.
    while (!this.isInObject) this.pop(this.nameStart - 1);
    this.state = KEYED;
  }

  private closeAll(end: number): void {
    while (this.frame) this.pop(end);
  }

  private pop(end: number): void {
    const { frame } = this;
    if (!frame) return;
    closeFrame(frame, end);
    this.frame = frame.parent;
    this.isInObject = this.frame?.isObject === true;
    this.state = DONE;
  }
}

export function byStart(one: StateRecord, other: StateRecord): number {
  return one.range.start - other.range.start;
}

/** The record of an object that has no field yet; its end is known when the bracket is closed. */
export function recordOf({ start }: Frame): DraftRecord {
  return { kind: 'object', range: { start, end: start }, fields: [] };
}

/** Gives what the bracket stands for its end. */
export function closeFrame(frame: Frame, end: number): void {
  frame.end = end;
  if (frame.record) frame.record.range.end = end;
  if (frame.holder) cover(frame.holder, OPAQUE, frame.start, end);
}

/** Gives the field the value that the token is. */
function fill(field: DraftField, token: number, scanner: JsonScanner, strings: JsonStrings): void {
  const { text, base, start, end, innerStart, innerEnd, isEscaped } = scanner;
  cover(field, OPAQUE, base + start, base + end);
  if (token === STRING) {
    field.value = strings.value(text, innerStart, innerEnd, isEscaped);
    field.inner = { start: base + innerStart, end: base + innerEnd };
    field.quote = text.charAt(start) as Quote;
  } else if (end - start <= MAX_WORD) {
    const word = text.slice(start, end);
    if (word === 'null') field.value = NULL;
    else if (HALF_TYPED_WORD.test(word) && !COMPLETE_WORD.test(word)) field.value = MISSING;
  }
}

/** Takes back what was no value: it is missing, and belongs at `place`. */
function empty(field: DraftField, place: number): void {
  cover(field, MISSING, place, place);
  field.quote = '';
}

function cover(field: DraftField, value: Value, start: number, end: number): void {
  field.value = value;
  field.inner = { start, end };
  field.outer = field.inner;
}
