import type { StateField, StateRecord, Value } from '../../records/record';
import type { Range } from '../../text/range';

/**
 * What stands at one place of a YAML text. It is kept with the part of the tree that it was read from, so that nothing
 * in it depends on what stands elsewhere: aliases are known by their names, and resolved once all of the text is read.
 */
export interface RawRecord extends StateRecord {
  /** The anchors of the mappings that it takes over, the first of which wins. */
  readonly merges?: readonly string[];
  /** The column that a mapping in block style begins in. */
  readonly column?: number;
  /** Set where it is no record but a mark for those behind it. */
  readonly mark?: Mark;
}

/**
 * A mark between records.
 * - `document`: a document begins or ends here, and with it the names of anchors
 * - `place`: the mapping that begins here stands in a place with a sign
 * - `items`: so do the mappings here that begin in the column
 * - `anchor`: the node that begins here has a name, and, if it is a scalar, a value
 */
export type Mark =
  | { readonly kind: 'document' }
  | { readonly kind: 'place'; readonly sign: number }
  | { readonly kind: 'items'; readonly sign: number; readonly column: number }
  | { readonly kind: 'anchor'; readonly name: string; readonly value?: Value };

/** What an anchor names. */
interface Anchored {
  readonly start: number;
  readonly value: Value | undefined;
  /** The mapping, once its beginning is read. */
  record?: StateRecord;
}

/** A record with what it takes over, and from where. */
interface Resolved {
  readonly record: StateRecord;
  readonly sources: readonly (StateRecord | Value | undefined)[];
  readonly signs: number;
}

/** A sequence whose mappings stand in places with a sign. */
interface SignedItems {
  readonly end: number;
  readonly column: number;
  readonly sign: number;
}

/** Records stay the objects they were as long as nothing changes in them and in what they take over. */
const KNOWN = new WeakMap<RawRecord, Resolved>();

/**
 * The records of a text with the values of their aliases and what they take over by merge keys.
 * @param raws in order of their start, marks before the records that begin at the same place
 */
export function resolveRecords(raws: readonly RawRecord[]): readonly StateRecord[] {
  if (!raws.some(isUnresolved)) return raws;
  const resolver = new Resolver();
  return raws.flatMap((raw) => {
    const record = resolver.next(raw);
    return record && record.fields.length > 0 ? [record] : [];
  });
}

function isUnresolved({ mark, merges, fields }: RawRecord): boolean {
  return mark !== undefined || merges !== undefined || fields.some(isAliased);
}

function isAliased({ alias }: StateField): boolean {
  return alias !== undefined;
}

class Resolver {
  private readonly anchors = new Map<string, Anchored>();
  /** The last anchor. */
  private anchored: Anchored | undefined;
  private place = { start: -1, sign: 0 };
  private readonly sequences: SignedItems[] = [];

  /** Takes the next record or mark; returns the record as it is meant. */
  next(raw: RawRecord): StateRecord | undefined {
    const { mark, range } = raw;
    if (mark) {
      this.take(mark, range);
      return undefined;
    }
    const record = this.resolve(raw);
    if (this.anchored?.start === range.start) this.anchored.record ??= record;
    return record;
  }

  private take(mark: Mark, { start, end }: Range): void {
    switch (mark.kind) {
      case 'document':
        this.anchors.clear();
        break;
      case 'place':
        this.place = { start, sign: mark.sign };
        break;
      case 'items':
        this.sequences.push({ end, column: mark.column, sign: mark.sign });
        break;
      case 'anchor':
        this.anchored = { start, value: mark.value };
        this.anchors.set(mark.name, this.anchored);
    }
  }

  /** What the place of a mapping says of it. */
  private signOf({ range, column }: RawRecord): number {
    if (this.place.start === range.start) return this.place.sign;
    while ((this.sequences.at(-1)?.end ?? Infinity) <= range.start) this.sequences.pop();
    const sequence = this.sequences.at(-1);
    return sequence?.column === column ? (sequence?.sign ?? 0) : 0;
  }

  private resolve(raw: RawRecord): StateRecord {
    const { merges = [], fields, range } = raw;
    const signs = (raw.signs ?? 0) | (raw.isPath ? 0 : this.signOf(raw));
    const isPlain = merges.length === 0 && !fields.some(isAliased);
    if (isPlain && signs === (raw.signs ?? 0)) return raw;
    const bases = merges.map((name) => this.recordOf(name, range.start));
    const values = fields.map(({ alias }) =>
      alias === undefined ? undefined : this.anchors.get(alias)?.value,
    );
    const sources = [...bases, ...values];
    const known = KNOWN.get(raw);
    if (known?.signs === signs && isSame(known.sources, sources)) return known.record;
    const record = { ...withSources(raw, bases, values), ...(signs !== 0 && { signs }) };
    KNOWN.set(raw, { record, sources, signs });
    return record;
  }

  /** The mapping of an anchor; none while that is still open, for nothing can be a part of itself. */
  private recordOf(name: string, at: number): StateRecord | undefined {
    const record = this.anchors.get(name)?.record;
    return record && record.range.end <= at ? record : undefined;
  }
}

function withSources(
  raw: RawRecord,
  bases: readonly (StateRecord | undefined)[],
  values: readonly (Value | undefined)[],
): StateRecord {
  const fields = raw.fields.map((field, index) => {
    const value = values[index];
    return value ? { ...field, value } : field;
  });
  const inherited: StateField[] = [];
  for (const base of bases) {
    for (const field of base ? takenOver(base) : []) {
      const isThere = ({ field: name }: StateField) => name === field.field;
      if (!fields.some(isThere) && !inherited.some(isThere)) inherited.push(field);
    }
  }
  const { merges: _merges, column: _column, ...record } = raw;
  return { ...record, fields, ...(inherited.length > 0 && { inherited }) };
}

const TAKEN_OVER = new WeakMap<StateRecord, readonly StateField[]>();

/** What a mapping gives to those that merge it; of a field that it has twice, nobody knows which one. */
function takenOver(base: StateRecord): readonly StateField[] {
  const taken = TAKEN_OVER.get(base) ?? fieldsOf(base);
  TAKEN_OVER.set(base, taken);
  return taken;
}

function fieldsOf({ fields, inherited = [] }: StateRecord): readonly StateField[] {
  const first = new Map<string, StateField | undefined>();
  for (const field of fields) first.set(field.field, first.has(field.field) ? undefined : field);
  return [...[...first.values()].filter((field) => field !== undefined), ...inherited];
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
