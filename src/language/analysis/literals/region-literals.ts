import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { shiftRecord } from '../../records/shift';
import { LONGEST_KEY } from '../../syntax/typescript/nodes';
import { canLookUp, containerOf, recordsOf } from '../expressions/containers';
import { readDestructured } from '../expressions/destructuring';
import { handedState, type Lookup, lookupOf } from '../expressions/lookups';
import type { Names } from '../expressions/paths';
import { readAsserted, readConstructed, readEnum, readTyped } from '../expressions/typed-literals';
import { isFunction } from '../expressions/walk';
import { type Region, walkRegion } from '../regions';
import { mentionsCloud } from './cloud-mentions';
import { type ConstantUse, movedUse, readConstantUses } from './compared-constants';
import type { GroupRecords } from './groups/group-records';
import { GroupedWords } from './groups/grouped-words';
import { readHelperCall } from './helper-calls';
import { type NamedLookup, namedLookup } from './named-constants';
import { checkedNames, readCompare } from './named-states';
import { type Conditions, readStatusInCondition } from './statuses/status-in-conditions';
import { StatusReader, type StatusReadsOfRegion } from './statuses/status-reads';
import { readValuePlaces } from './value-places';

/** How states are looked up in arrays that have no name. */
const KNOWN_TO_READER = new Set(['includes', 'indexOf']);

/** The records of a region, which are its own, and what of the whole text is needed to find more. */
export interface IndirectInRegion {
  readonly records: readonly StateRecord[];
  /** The records of lookups, which count only where the literals have no type of their own. */
  readonly untyped: readonly StateRecord[];
  readonly lookups: readonly NamedLookup[];
  readonly constants: readonly ConstantUse[];
  /** The records of words that stand together, which count only where nothing else says what they are. */
  readonly grouped: readonly GroupRecords[];
  /** What it says of statuses, and of whose they are. */
  readonly statuses: StatusReadsOfRegion;
  /** Whether it has a name of a cloud that has such servers. */
  readonly mentionsCloud: boolean;
  /** Whether it is no function, and gives names to states. */
  readonly bindsOutside: boolean;
}

const NOTHING: IndirectInRegion = {
  records: [],
  untyped: [],
  lookups: [],
  constants: [],
  grouped: [],
  statuses: {
    reads: [],
    servers: new Set(),
    paths: new Set(),
    isAboutServers: false,
    isTop: false,
  },
  mentionsCloud: false,
  bindsOutside: false,
};

/**
 * The literals of a region that are states by a way round: compared with a destructured name, or values and keys of
 * what has a type that is named after a state, and the literals that a state is looked up in or handed to a function
 * with. What is compared outside of functions is not among them.
 * @param newGroup a number that no group of records has yet
 */
export function indirectInRegion(
  source: KeyedSource,
  node: SyntaxNode,
  region: Region,
  newGroup: () => number,
): IndirectInRegion {
  const records: StateRecord[] = [];
  /** For each function that is open, its own names. */
  const open: { readonly node: SyntaxNode; readonly names: Names }[] = [];
  const inline: Lookup[] = [];
  const lookups: NamedLookup[] = [];
  const constants: ConstantUse[] = [];
  let isOfCloud = false;
  const conditions: Conditions = new Map();
  const words = new GroupedWords(source, newGroup);
  const reader = new StatusReader(source, newGroup);
  const add = (found: readonly StateRecord[]) => {
    for (const record of found) records.push(withOwnRanges(record));
  };
  const enter = (ref: SyntaxNodeRef) => {
    if (ref.type.isError) return false;
    if (isFunction(ref)) open.push({ node: ref.node, names: checkedNames(source, ref.node) });
    const names = open.at(-1)?.names;
    words.enter(ref);
    isOfCloud ||= mentionsCloud(source, ref);
    reader.enter(ref);
    add(readValuePlaces(source, ref, newGroup));
    switch (ref.name) {
      case 'EnumDeclaration':
        add(readEnum(source, ref.node, newGroup()));
        break;
      case 'VariableDeclaration':
      case 'PropertyDeclaration':
        add(readTyped(source, ref.node, newGroup()));
        break;
      case 'NewExpression':
        add(readConstructed(source, ref.node, newGroup()));
        break;
      case 'BinaryExpression':
        add(readAsserted(source, ref.node, newGroup()));
        add(readStatusInCondition(source, ref.node, conditions, newGroup()));
        constants.push(...readConstantUses(source, ref.node));
        if (names?.size) add(readCompare(source, ref.node, names, newGroup()));
        break;
      case 'SwitchStatement':
        constants.push(...readConstantUses(source, ref.node));
        if (names?.size) add(readCompare(source, ref.node, names, newGroup()));
        break;
      case 'CallExpression':
        if (names?.size) add(readCompare(source, ref.node, names, newGroup()));
        break;
      case 'PropertyName':
      case 'String': {
        if (!isState(source, ref)) break;
        const handed = handedState(source, ref.node);
        const lookup = handed && lookupOf(source, handed);
        const named = lookup && namedLookup(source, lookup);
        if (named) lookups.push(named);
        if (lookup) inline.push(lookup);
        else if (handed) add(readHelperCall(source, handed, newGroup()));
        break;
      }
    }
    return undefined;
  };
  walkRegion(node, region, enter, (ref) => {
    reader.leave(ref);
    const top = open.at(-1)?.node;
    if (top && top.from === ref.from && top.to === ref.to && top.name === ref.name) open.pop();
  });
  const untyped = inline
    .flatMap((lookup) => readInline(source, lookup, newGroup()))
    .map(withOwnRanges);
  const bindsOutside = !isFunction(node) && readDestructured(source, node).size > 0;
  const grouped = words.finish();
  const statuses = { ...reader.finish(), isTop: !isFunction(node) };
  const found = [records, untyped, lookups, constants, grouped, statuses.reads];
  const isNothing =
    found.every(({ length }) => length === 0) &&
    statuses.paths.size === 0 &&
    !statuses.isAboutServers &&
    !isOfCloud;
  if (isNothing && !bindsOutside) return NOTHING;
  const said = { grouped, statuses, mentionsCloud: isOfCloud, bindsOutside };
  return { records, untyped, lookups, constants, ...said };
}

/** The same of a region that has moved: its records are moved in place, and stay the ones they were. */
export function movedExtras(extras: IndirectInRegion, by: number): IndirectInRegion {
  for (const record of extras.records) shiftRecord(record, by);
  for (const record of extras.untyped) shiftRecord(record, by);
  for (const { records } of [...extras.grouped, ...extras.statuses.reads]) {
    for (const record of records) shiftRecord(record, by);
  }
  if (extras.lookups.length === 0 && extras.constants.length === 0) return extras;
  const lookups = extras.lookups.map((lookup) => {
    const { start, end } = lookup.name.range;
    const name = { ...lookup.name, range: { start: start + by, end: end + by } };
    return { ...lookup, at: lookup.at + by, name };
  });
  return { ...extras, lookups, constants: extras.constants.map((use) => movedUse(use, by)) };
}

/** The literals of a group share ranges, but each is moved on its own. */
function withOwnRanges(record: StateRecord): StateRecord {
  const fields = record.fields.map((field) => ({ ...field, key: { ...field.key } }));
  return { ...record, range: { ...record.range }, fields };
}

/** Whether a name is that of a state field. To ask for its node takes time, and there are many. */
function isState(source: KeyedSource, { name, from, to }: SyntaxNodeRef): boolean {
  const quote = name === 'String' ? 1 : 0;
  const length = to - from - 2 * quote;
  if (length < source.keys.shortest || length > LONGEST_KEY) return false;
  // Nearly all other names are ruled out by their last letter.
  const isCommon = /e/i.test(source.read(to - quote - 1, to - quote));
  if (!isCommon && !source.keys.hasLength(length)) return false;
  const meaning = source.keys.read(source.read(from + quote, to - quote));
  return meaning !== undefined && meaning.field !== 'status';
}

/** The literals of `({ active: 1 })[server.vm_state]` and the like, except for those that the reader knows. */
function readInline(source: KeyedSource, lookup: Lookup, group: number): StateRecord[] {
  const { name, access, spare, whole } = lookup;
  const container = containerOf(source, lookup.container);
  if (!container || !canLookUp(container, access) || KNOWN_TO_READER.has(access)) return [];
  const words = new Set(spare === undefined ? [] : [spare]);
  return recordsOf(source, container, name, words, whole, group);
}
