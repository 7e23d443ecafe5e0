import type { KeyNames } from '../../records/key-names';
import { ITEMS_LENGTH } from '../../records/objects/items';
import { holderSign, mayBeSign, siblingSign } from '../../records/objects/signs';
import type { Item, StateRecord } from '../../records/record';
import {
  addTo,
  clearValue,
  type Draft,
  type DraftField,
  type DraftRecord,
  dropItem,
  LONGEST_WORD,
  MISSING,
  NOWHERE,
  OPAQUE,
  setValue,
} from './drafts';
import { byStart, closeFrame, type Frame, recordOf } from './frames';
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

/** What names the values of a schema, and the list of them. */
const SCHEMA_VALUES: ReadonlySet<string> = new Set(['const', 'default', 'example']);
const SCHEMA_LISTS: ReadonlySet<string> = new Set(['enum', 'examples']);

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
  /** What the last key says of the objects that are its value. */
  private holderSign = 0;
  /** What the last key of a schema names: `value`, `list` or nothing. */
  private schemaKey: 'value' | 'list' | undefined;
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
        if (this.frame?.list) this.place = placeBehind(scanner);
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
      if (this.field) setValue(this.field, token, scanner, this.strings);
      else if (this.schemaKey === 'value') this.addItem(this.frame?.schema, token, scanner);
      this.state = VALUED;
    } else {
      this.state = KEYED;
      if (this.isInObject) this.readKey(scanner);
      else if (this.frame?.list) this.addItem(this.frame.list, token, scanner);
    }
    this.name = this.strings.key(text, innerStart, innerEnd, isEscaped);
    this.nameStart = base + innerStart;
    this.nameEnd = base + innerEnd;
  }

  private colon(scanner: JsonScanner): void {
    if (this.state === VALUED && this.field) clearValue(this.field, this.place);
    else if (this.state !== VALUED && this.state !== KEYED) return;
    this.place = placeBehind(scanner);
    this.field = this.name && this.addField(this.name);
    this.state = VALUE;
  }

  /** What a key says that names no field. */
  private readKey({ text, base, innerStart, innerEnd }: JsonScanner): void {
    const { frame } = this;
    this.holderSign = 0;
    this.schemaKey = undefined;
    if (!frame) return;
    if (frame.schema) {
      const key = text.slice(innerStart, Math.min(innerEnd, innerStart + LONGEST_WORD));
      this.schemaKey = SCHEMA_VALUES.has(key)
        ? 'value'
        : SCHEMA_LISTS.has(key)
          ? 'list'
          : undefined;
    }
    if (!mayBeSign(text, innerStart, innerEnd)) return;
    const key = text.slice(innerStart, Math.min(innerEnd, innerStart + LONGEST_WORD));
    this.holderSign = holderSign(key);
    const sign = siblingSign(key);
    if (sign === 0) return;
    frame.signs ??= [];
    frame.signs.push({ at: base + innerStart, sign });
  }

  private addItem(stateField: DraftField | undefined, token: number, scanner: JsonScanner): void {
    const { frame } = this;
    if (!stateField || !frame || scanner.base + scanner.start >= frame.limit) return;
    const item: Draft<Item> = { value: OPAQUE, inner: NOWHERE, outer: NOWHERE, quote: '' };
    setValue(item, token, scanner, this.strings);
    addTo(stateField, item);
  }

  /** The place behind a comma, or in an empty list, where another value can be typed. */
  private addMissingItem(): void {
    const { list, limit = 0 } = this.frame ?? {};
    if (!list || this.state !== KEY || this.place >= limit) return;
    const inner = { start: this.place, end: this.place };
    addTo(list, { value: MISSING, inner, outer: inner, quote: '' });
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
    const parent = this.frame;
    const isValue = this.isInObject && this.state === VALUE;
    const holder = isValue ? this.field : undefined;
    const list = isObject ? undefined : this.listOpened(isValue);
    const schema = isObject ? holder : undefined;
    const isLimited = (list ?? schema) !== undefined;
    // Behind its limit, what is round the bracket counts no more.
    const limit = parent && start < parent.limit ? parent.limit : 0;
    this.frame = {
      parent,
      depth: (parent?.depth ?? 0) + 1,
      objects: (parent?.objects ?? 0) + (isObject ? 1 : 0),
      isObject,
      start,
      end: start,
      record: undefined,
      holder,
      placeSign: isValue ? this.holderSign : this.isInObject ? 0 : (parent?.placeSign ?? 0),
      signs: undefined,
      list,
      schema,
      limit: limit === 0 && isLimited ? start + ITEMS_LENGTH : limit,
    };
    if (list) this.place = placeBehind(scanner);
    this.isInObject = isObject;
    this.state = KEY;
  }

  /** The field whose values the items of an array are that opens now. */
  private listOpened(isValue: boolean): DraftField | undefined {
    if (!isValue) return undefined;
    return this.field ?? (this.schemaKey === 'list' ? this.frame?.schema : undefined);
  }

  /** A closing bracket closes what was left open inside; one that has no partner closes nothing. */
  private close(isObject: boolean, start: number): void {
    const { depth, objects } = this.frame ?? { depth: 0, objects: 0 };
    const partners = isObject ? objects : depth - objects;
    if (partners === 0) return;
    while (this.frame?.isObject !== isObject) this.pop(start);
    this.addMissingItem();
    this.pop(start + 1);
  }

  /** Where the key of a state is among the items of an array, the array was not closed before it. */
  private leaveArrays(): void {
    if (this.state !== KEYED || !this.name || !this.frame?.objects) return;
    // What was taken for an item is the key, and its quote is no part of the array.
    dropItem(this.frame.list, this.nameStart);
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

function placeBehind({ text, base, end }: JsonScanner): number {
  return base + end + (text.charAt(end) === ' ' ? 1 : 0);
}
