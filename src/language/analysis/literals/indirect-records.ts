import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord, Value } from '../../records/record';
import { shiftRecord } from '../../records/shift';
import { resemblesState } from '../../records/state-names';
import { fieldOf } from '../../syntax/typescript/comparisons';
import { firstChild, LONGEST_KEY, nextSibling, unwrap } from '../../syntax/typescript/nodes';
import { canLookUp, containerOf, recordsOf } from '../expressions/containers';
import { isCopy, readDestructured } from '../expressions/destructuring';
import { handedState, type Lookup, lookupOf } from '../expressions/lookups';
import { type Names, readSubject, type Subject } from '../expressions/paths';
import { readCompared, readPredicate } from '../expressions/predicates';
import { readAsserted, readConstructed, readEnum, readTyped } from '../expressions/typed-literals';
import { isFunction } from '../expressions/walk';
import { type Region, walkRegion } from '../regions';
import {
  type ConstantUse,
  movedUse,
  readComparedConstants,
  readConstantUses,
} from './compared-constants';
import { readHelperCall } from './helper-calls';
import { type NamedLookup, namedLookup, readNamedLists } from './named-constants';
import { type Conditions, readStatusInCondition } from './status-in-conditions';

/** How states are looked up in arrays that have no name. */
const KNOWN_TO_READER = new Set(['includes', 'indexOf']);
const COMPARING = new Set(['BinaryExpression', 'CallExpression', 'SwitchStatement']);

/** The records of a region, which are its own, and what of the whole text is needed to tell more. */
export interface IndirectInRegion {
  readonly records: readonly StateRecord[];
  /** The records of lookups, which count only where the literals have no type of their own. */
  readonly untyped: readonly StateRecord[];
  readonly lookups: readonly NamedLookup[];
  readonly constants: readonly ConstantUse[];
  /** Whether it is no function, and gives names to states. */
  readonly bindsOutside: boolean;
}

const NOTHING: IndirectInRegion = {
  records: [],
  untyped: [],
  lookups: [],
  constants: [],
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
  const conditions: Conditions = new Map();
  const add = (found: readonly StateRecord[]) => {
    for (const record of found) records.push(withOwnRanges(record));
  };
  const enter = (ref: SyntaxNodeRef) => {
    if (ref.type.isError) return false;
    if (isFunction(ref)) open.push({ node: ref.node, names: judgedNames(source, ref.node) });
    const names = open.at(-1)?.names;
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
    const top = open.at(-1)?.node;
    if (top && top.from === ref.from && top.to === ref.to && top.name === ref.name) open.pop();
  });
  const untyped = inline
    .flatMap((lookup) => readInline(source, lookup, newGroup()))
    .map(withOwnRanges);
  const bindsOutside = !isFunction(node) && readDestructured(source, node).size > 0;
  const found = [records, untyped, lookups, constants];
  if (found.every(({ length }) => length === 0) && !bindsOutside) return NOTHING;
  return { records, untyped, lookups, constants, bindsOutside };
}

/** The same of a region that has moved: its records are moved in place, and stay the ones they were. */
export function movedExtras(extras: IndirectInRegion, by: number): IndirectInRegion {
  for (const record of extras.records) shiftRecord(record, by);
  for (const record of extras.untyped) shiftRecord(record, by);
  if (extras.lookups.length === 0 && extras.constants.length === 0) return extras;
  const lookups = extras.lookups.map((lookup) => {
    const { start, end } = lookup.name.range;
    const name = { ...lookup.name, range: { start: start + by, end: end + by } };
    return { ...lookup, at: lookup.at + by, name };
  });
  return { ...extras, lookups, constants: extras.constants.map((use) => movedUse(use, by)) };
}

/**
 * All records of what the regions of a tree say, and of what only all of them together tell, in order of their start.
 * @param regions in order
 */
export function indirectRecords(
  tree: Tree,
  source: KeyedSource,
  regions: readonly IndirectInRegion[],
  newGroup: () => number,
): StateRecord[] {
  const records = regions.flatMap((region) => region.records);
  if (regions.some(({ bindsOutside }) => bindsOutside)) {
    records.push(...comparedOutside(tree, source, newGroup));
  }
  const lookups = regions.flatMap((region) => region.lookups);
  const named = readNamedLists(tree, source, lookups, newGroup);
  // What has a type of its own is judged by that.
  const typed = new Set(records.map(({ fields }) => fields[0]?.outer.start));
  const uses = regions.flatMap((region) => region.constants);
  const compared = readComparedConstants(tree, source, uses, newGroup);
  const untyped = [...regions.flatMap((region) => region.untyped), ...named, ...compared].filter(
    ({ fields }) => !typed.has(fields[0]?.outer.start),
  );
  return [...records, ...untyped].sort((a, b) => a.range.start - b.range.start);
}

/** The literals that names are compared with outside of functions. */
function comparedOutside(tree: Tree, source: KeyedSource, newGroup: () => number): StateRecord[] {
  const names = judgedNames(source, tree.topNode);
  if (names.size === 0) return [];
  const records: StateRecord[] = [];
  tree.iterate({
    enter(ref) {
      if (ref.type.isError || isFunction(ref)) return false;
      if (COMPARING.has(ref.name)) {
        records.push(...readCompare(source, ref.node, names, newGroup()));
      }
      return undefined;
    },
  });
  return records;
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

/** The literals of `({ active: 1 })[server.vm_state]` and the like, but for those that the reader knows. */
function readInline(source: KeyedSource, lookup: Lookup, group: number): StateRecord[] {
  const { name, access, spare, whole } = lookup;
  const container = containerOf(source, lookup.container);
  if (!container || !canLookUp(container, access) || KNOWN_TO_READER.has(access)) return [];
  const words = new Set(spare === undefined ? [] : [spare]);
  return recordsOf(source, container, name, words, whole, group);
}

/**
 * The names that the reader does not know for states: those that the pattern renames, and those in camel case
 * that stand beside another, for alone they are everybody's.
 */
function judgedNames(source: KeyedSource, node: SyntaxNode): Names {
  const names = readDestructured(source, node);
  const entries = [...names].filter(([name, { subject }]) => {
    const { receiver, name: field } = subject;
    if (field.field === 'status' || name === field.field) return false;
    if (field.prefixed || field.own || field.spelling === field.field) return true;
    return [...names.values()].some(
      ({ subject: other }) =>
        other.receiver === receiver &&
        other.name.field !== field.field &&
        other.name.field !== 'status',
    );
  });
  return new Map(entries);
}

function readCompare(
  source: KeyedSource,
  node: SyntaxNode,
  names: Names,
  group: number,
): StateRecord[] {
  const range = { start: node.from, end: node.to };
  const subjectAndValues =
    node.name === 'SwitchStatement'
      ? readCases(source, node, names)
      : readPredicate(source, node, (side) => readSubject(source, side, names));
  if (!subjectAndValues?.subject.receiver.startsWith('{')) return [];
  const { subject, compared } = subjectAndValues;
  if (subject.name.field === 'status') return [];
  return compared.flatMap(({ written }): StateRecord[] =>
    written.value.kind === 'opaque' || !isToJudge(subject, written.value)
      ? []
      : [
          {
            kind: 'code',
            range,
            fields: [fieldOf(subject.name, written)],
            group,
            member: true,
          },
        ],
  );
}

/** A copy by another name may be meant for states of several kinds: only what is nearly one of these is judged. */
function isToJudge({ receiver, name }: Subject, value: Value): boolean {
  if (!isCopy(receiver) || value.kind !== 'text' || value.text === '') return true;
  return resemblesState(name.field, value.text);
}

function readCases(source: KeyedSource, node: SyntaxNode, names: Names) {
  const head = node.getChild('ParenthesizedExpression');
  const isName = head && unwrap(head).name === 'VariableName';
  const subject = isName ? readSubject(source, head, names) : undefined;
  if (!subject) return undefined;
  const labels = node.getChild('SwitchBody')?.getChildren('CaseLabel') ?? [];
  const compared = labels.flatMap((label) => {
    const keyword = firstChild(label);
    const value = keyword && nextSibling(keyword);
    return value && value.name !== ':' ? [readCompared(source, value)] : [];
  });
  return { subject, compared };
}
