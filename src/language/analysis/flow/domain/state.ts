import type { Range } from '../../../text/range';
import { extended, type Fact, sharedTrail, type Trail, withOutcome } from './trail';
import type { Value } from './values';
import { EVERYTHING, type WorldSet } from './worlds';

/**
 * What holds at one place of the code: the abstract state. A server is a version of what is at an access path: it
 * becomes another one whenever something may have changed it. Never changed, only replaced.
 */
export interface State {
  /** Names the versions of all paths that have none of their own. */
  readonly epoch: string;
  /** The versions of paths, where they are not those of the epoch. */
  readonly versions: ReadonlyMap<string, string>;
  /** The worlds that a version can be in; any where it is not among them. Never empty: no such place is reached. */
  readonly worlds: ReadonlyMap<string, WorldSet>;
  /** The values of constants, by the binding. */
  readonly values: ReadonlyMap<string, Value>;
  /** Fields that the code has assigned itself: they need not fit a row any more, whosever they are. A bit each. */
  readonly assigned: number;
  readonly trail: Trail | null;
  /** Whether nothing gets there: such code is looked at as though nothing were known, and bears on no other. */
  readonly isUnreached?: true;
}

/** The state of a place; null where no server in any world gets to. */
export type Reached = State | null;

const NO_VERSIONS: ReadonlyMap<string, string> = new Map();
const NO_WORLDS: ReadonlyMap<string, WorldSet> = new Map();
const NO_VALUES: ReadonlyMap<string, Value> = new Map();

/** A state in which nothing is known. */
export function unknownState(epoch: string, assigned = 0): State {
  return {
    epoch,
    versions: NO_VERSIONS,
    worlds: NO_WORLDS,
    values: NO_VALUES,
    assigned,
    trail: null,
  };
}

/** The version of what is at a path. */
export function versionOf({ versions, epoch }: State, path: string): string {
  return versions.get(path) ?? `${path}@${epoch}`;
}

/** The worlds that a version of a server can be in. */
export function worldsOf({ worlds }: State, version: string): WorldSet {
  return worlds.get(version) ?? EVERYTHING;
}

/** The state where a version is in one of the worlds as well; null where it cannot be. */
export function narrowed(state: State, fact: Fact, all: WorldSet): Reached {
  const { version, worlds: to } = fact;
  const before = worldsOf(state, version) & all;
  const after = before & to;
  if (after === 0n) return null;
  if (after === before) return state;
  const worlds = new Map(state.worlds).set(version, after);
  const trail = extended(state.trail, { ...fact, worlds: to & all });
  return { ...state, worlds, trail };
}

/** The state in which all conditions since an earlier one have failed, or are parts of one that has not. */
export function failedSince(state: Reached, since: State, failed = true): Reached {
  return state && { ...state, trail: withOutcome(state.trail, since.trail, failed) };
}

/** The state in which what is at a path is another version. */
export function withVersion(state: State, path: string, version: string): State {
  return { ...state, versions: new Map(state.versions).set(path, version) };
}

/** The state in which a path has a version that nothing is known of. */
export function renewed(state: State, path: string, at: string): State {
  const version = `${path}@${at}`;
  const fresh = withVersion(state, path, version);
  return {
    ...fresh,
    worlds: without(state.worlds, version),
    values: withoutVersion(state.values, version),
  };
}

/** The state in which each server may have become another. Names that hold states keep them. */
export function widened(state: State, at: string): State {
  const held = new Set([...state.values.values()].flatMap(({ of }) => (of ? [of.version] : [])));
  const worlds = new Map([...state.worlds].filter(([version]) => held.has(version)));
  const own = `@${at}`;
  const stale = [...held].filter((version) => version.endsWith(own));
  let values = state.values;
  for (const version of stale) {
    worlds.delete(version);
    values = withoutVersion(values, version);
  }
  return { ...state, epoch: at, versions: NO_VERSIONS, worlds, values };
}

/** The state in which a constant has a value, or one that nobody knows. */
export function withValue(state: State, binding: string, value: Value | undefined): State {
  if (!value && !state.values.has(binding)) return state;
  const values = new Map(state.values);
  if (value) values.set(binding, value);
  else values.delete(binding);
  return { ...state, values };
}

/**
 * What holds where two ways meet: of each server, the union of its worlds.
 * @param order the paths of all servers, each with its place among them
 * @param at names the versions of servers that are not the same on both ways
 * @param range stands for the conditions of both ways
 */
export function joined(
  a: Reached,
  b: Reached,
  order: ReadonlyMap<string, number>,
  at: string,
  range: Range,
): Reached {
  if (a === null || b === null || a === b) return a ?? b;
  const epoch = a.epoch === b.epoch ? a.epoch : `${at}j`;
  const versions = new Map<string, string>();
  const worlds = new Map<string, WorldSet>();
  let trail = sharedTrail(a.trail, b.trail);
  const unite = (version: string, ofA: string, ofB: string) => {
    const [one, other] = [a.worlds.get(ofA), b.worlds.get(ofB)];
    if (one === undefined || other === undefined) return;
    worlds.set(version, one | other);
    const isShared = ofA === ofB && ofA === version && one === other;
    if (!isShared) trail = extended(trail, { version, worlds: one | other, range, failed: false });
  };
  for (const path of pathsToJoin(a, b, order)) {
    const [ofA, ofB] = [versionOf(a, path), versionOf(b, path)];
    const version = ofA === ofB ? ofA : `${path}@${at}j`;
    if (version !== `${path}@${epoch}`) versions.set(path, version);
    if (!worlds.has(version)) unite(version, ofA, ofB);
  }
  const values = new Map<string, Value>();
  for (const [binding, value] of a.values) {
    if (!isSameValue(value, b.values.get(binding))) continue;
    values.set(binding, value);
    const version = value.of?.version;
    if (version !== undefined && !worlds.has(version)) unite(version, version, version);
  }
  return { epoch, versions, worlds, values, assigned: a.assigned | b.assigned, trail };
}

/** The paths that have a version of their own on a way, or of which something is known on both, in their order. */
function pathsToJoin(a: State, b: State, order: ReadonlyMap<string, number>): string[] {
  const fewer = a.worlds.size < b.worlds.size ? a.worlds : b.worlds;
  const known = [...fewer.keys()].map((version) => version.slice(0, version.lastIndexOf('@')));
  const paths = new Set([...a.versions.keys(), ...b.versions.keys(), ...known]);
  return [...paths]
    .filter((path) => order.has(path))
    .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
}

/** Whether the same servers are at the same paths in two states, whatever is known of them. */
export function isUnchanged(a: State, b: State): boolean {
  return (
    a.epoch === b.epoch &&
    a.assigned === b.assigned &&
    isSameMap(a.versions, b.versions, Object.is) &&
    isSameMap(a.values, b.values, isSameValue)
  );
}

/** Whether two states say the same, however they came about. */
export function isSameState(a: Reached, b: Reached): boolean {
  if (a === null || b === null) return a === b;
  return isUnchanged(a, b) && isSameMap(a.worlds, b.worlds, Object.is);
}

function isSameMap<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  isSame: (one: T, other: T | undefined) => boolean,
): boolean {
  return a.size === b.size && [...a].every(([key, value]) => isSame(value, b.get(key)));
}

function isSameValue(one: Value, other: Value | undefined): boolean {
  if (one === other) return true;
  if (!other || one.of?.version !== other.of?.version || one.rest !== other.rest) return false;
  if (one.cases.size !== other.cases.size) return false;
  return [...one.cases].every(([value, worlds]) => other.cases.get(value) === worlds);
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

function withoutVersion(
  values: ReadonlyMap<string, Value>,
  version: string,
): ReadonlyMap<string, Value> {
  const stale = [...values].filter(([, { of }]) => of?.version === version);
  return stale.reduce((rest, [binding]) => without(rest, binding), values);
}
