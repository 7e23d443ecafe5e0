import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readText } from '../../../../src/language';
import { LiveDocument } from '../../../../src/language/document/live-document';
import { COMMON_KEYS } from '../../../../src/language/records/key-names';
import type { StateRecord } from '../../../../src/language/records/record';
import type { TextChange } from '../../../../src/language/text/changes';
import { sourceOf, type TextSource } from '../../../../src/language/text/source';

/** A replacement of a stretch; the offsets are of the text before. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const never = () => false;
export const always = () => true;

/** An editor with one document in it. */
export class Editor {
  readonly live: LiveDocument;

  constructor(
    public text: string,
    readonly languageId: string,
    readonly keys = COMMON_KEYS,
  ) {
    this.live = new LiveDocument(languageId, keys);
  }

  /** Replaces stretches at once, as an editor with several cursors does, and tells of it. */
  type(replacements: readonly Replacement[]): void {
    const sorted = [...replacements].sort((a, b) => b.start - a.start);
    const changes: TextChange[] = [];
    for (const { start, end, text } of sorted) {
      this.text = this.text.slice(0, start) + text + this.text.slice(end);
      changes.push({ start, end, newLength: text.length });
    }
    this.live.change(changes);
  }

  /** Reads to the end; returns how many calls it took. */
  read(isOver: () => boolean = never, source: TextSource = sourceOf(this.text)): number {
    let calls = 1;
    while (!this.live.advance(source, isOver)) calls++;
    return calls;
  }

  /** Holds the records against those of a full read; where the text is broken, after a full read if need be. */
  check(): void {
    if (this.live.needsFullReparse) {
      this.live.refresh();
      this.read();
    }
    const fresh = readText(this.text, this.languageId, this.keys)?.records ?? [];
    assert.deepEqual(comparable(this.live.records), comparable(fresh));
  }
}

/** Records without what may differ: the numbers of groups, of which only the sameness counts. */
export function comparable(records: readonly StateRecord[]): unknown[] {
  const groups = new Map<number, number>();
  return records.map((record) => {
    const { group } = record;
    if (group === undefined) return record;
    if (!groups.has(group)) groups.set(group, groups.size);
    return { ...record, group: groups.get(group) };
  });
}

/** A source that counts what is read of a text. */
export function counted(text: string): TextSource & { count: number } {
  const source = sourceOf(text);
  return {
    count: 0,
    length: text.length,
    read(from, to) {
      const part = source.read(from, to);
      this.count += part.length;
      return part;
    },
  };
}

/** Where an edit is, as parts of the text's length, and what it puts there. */
export interface AnyEdit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** Some edits, made at once or one after the other. */
export function anyEdits(pieces: readonly string[]): fc.Arbitrary<AnyEdit[][]> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(400)),
    text: fc.oneof(
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 5, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
    ),
  });
  return fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
}

/** The edits as replacements in a text, those that would overlap left out. */
export function replacementsIn(text: string, edits: readonly AnyEdit[]): Replacement[] {
  const sorted = edits
    .map(({ at, length, text: put }) => {
      const start = Math.floor(at * text.length);
      return { start, end: Math.min(text.length, start + length), text: put };
    })
    .sort((a, b) => a.start - b.start);
  const apart: Replacement[] = [];
  for (const one of sorted) if (one.start > (apart.at(-1)?.end ?? -1)) apart.push(one);
  return apart;
}

/** The replacements that take others back, in the text those have led to. */
export function undoing(text: string, replacements: readonly Replacement[]): Replacement[] {
  let by = 0;
  return [...replacements]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text: put }) => {
      const undo = {
        start: start + by,
        end: start + by + put.length,
        text: text.slice(start, end),
      };
      by += put.length - (end - start);
      return undo;
    });
}
