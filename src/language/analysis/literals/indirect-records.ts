import type { Tree } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { isFunction } from '../expressions/walk';
import { readComparedConstants } from './compared-constants';
import { type GroupRecords, recordsInContext } from './groups/group-records';
import { readNamedLists } from './named-constants';
import { checkedNames, readCompare } from './named-states';
import { oncePerLiteral } from './once-per-literal';
import type { IndirectInRegion } from './region-literals';
import { recordsOfStatuses } from './statuses/status-reads';
import { type TextContext, textContext } from './text-context';

const COMPARING = new Set(['BinaryExpression', 'CallExpression', 'SwitchStatement']);

/**
 * All records of what the regions of a tree say, and of what only all of them together show, in order of their start.
 * @param regions in order
 * @param isAboutServers whether what else there is in the text is about servers
 */
export function indirectRecords(
  tree: Tree,
  source: KeyedSource,
  regions: readonly IndirectInRegion[],
  newGroup: () => number,
  isAboutServers: () => boolean,
): StateRecord[] {
  const records = regions.flatMap((region) => region.records);
  if (regions.some(({ bindsOutside }) => bindsOutside)) {
    records.push(...comparedOutside(tree, source, newGroup));
  }
  const lookups = regions.flatMap((region) => region.lookups);
  const named = readNamedLists(tree, source, lookups, newGroup);
  // What has a type of its own is checked by that.
  const typed = new Set(records.map(({ fields }) => fields[0]?.outer.start));
  const uses = regions.flatMap((region) => region.constants);
  const compared = readComparedConstants(tree, source, uses, newGroup);
  const untyped = [...regions.flatMap((region) => region.untyped), ...named, ...compared].filter(
    ({ fields }) => !typed.has(fields[0]?.outer.start),
  );
  const context = contextOf(regions, isAboutServers);
  const grouped = recordsInContext(
    regions.flatMap((region) => region.grouped),
    context,
  );
  const statuses = recordsOfStatuses(
    regions.map((region) => region.statuses),
    context,
  );
  return oncePerLiteral([...records, ...untyped, ...grouped, ...statuses]).sort(
    (a, b) => a.range.start - b.range.start,
  );
}

/** What all regions say of whether the text is about servers. */
function contextOf(
  regions: readonly IndirectInRegion[],
  isAboutServers: () => boolean,
): TextContext {
  const isSure = ({ grouped, statuses, mentionsCloud }: IndirectInRegion) =>
    mentionsCloud || statuses.servers.size > 0 || grouped.some(isSureGroup);
  return textContext(
    () => isAboutServers() || regions.some(isSure),
    () => regions.some(({ statuses }) => statuses.isAboutServers),
  );
}

/** Whether words are sure by themselves. */
function isSureGroup({ needs, records }: GroupRecords): boolean {
  return needs === 'nothing' && records.some(({ evidence }) => evidence === 'sure');
}

/** The literals that names are compared with outside of functions. */
function comparedOutside(tree: Tree, source: KeyedSource, newGroup: () => number): StateRecord[] {
  const names = checkedNames(source, tree.topNode);
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
