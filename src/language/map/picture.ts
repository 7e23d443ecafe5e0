import { DIALECTS, type Relation, type Row, relationOf } from '../../model';
import type { Operation } from '../glossary/entry';
import { operationOf } from '../glossary/glossary';
import type { Translate } from '../text/localize';
import { type StatusStyle, statusStylesOf } from './status-styles';

/** A place of the map: one pair, or so many tasks with one status that they are drawn as one. */
export interface Stop {
  /** Names the stop in its picture, and again in the next picture of the same rows. */
  readonly key: string;
  readonly label: string;
  readonly status: string;
  /** The rows it stands for, as indices. */
  readonly rows: readonly number[];
}

/** The steps of one operation under one vm_state that show one status, in the order of the rows. */
export interface Path {
  /** Names the path in its picture. */
  readonly key: string;
  readonly operation: Operation;
  /** What is done on it, as people call it. */
  readonly name: string;
  readonly status: string;
  readonly stops: readonly Stop[];
}

/** A vm_state: a node of the map. */
export interface StateNode {
  readonly key: string;
  readonly vmState: string;
  /** The status without a task; undefined where the vm_state never is without one. */
  readonly status: string | undefined;
  /** The rows without a task, which the node itself stands for. */
  readonly own: readonly number[];
  /** All rows of the vm_state. */
  readonly rows: readonly number[];
  readonly paths: readonly Path[];
}

/** A status, as the legend has it. */
export interface StatusEntry {
  readonly key: string;
  readonly status: string;
  readonly tone: StatusStyle;
  readonly rows: readonly number[];
}

/** The mapping as a picture: every row is in exactly one place of it. */
export interface Picture {
  readonly rows: readonly Row[];
  readonly states: readonly StateNode[];
  readonly statuses: readonly StatusEntry[];
  /** How many rows are too many to be drawn. */
  readonly left: number;
}

/** More rows than any edition has: beyond that nobody could read a picture. */
const MOST_ROWS = 2000;

/** More steps with one status under one vm_state than this are drawn as one stop. */
const MOST_STOPS = 8;

/** Makes the picture of a relation. */
export function pictureOf(relation: Relation, t: Translate): Picture {
  const rows = relation.rows.slice(0, MOST_ROWS);
  const indices = rows.map((_, index) => index);
  const isToldApart = tellApart(rows);
  const tones = statusStylesOf(relation.values.status);
  const grouped = (pick: (row: Row) => string) => groups(indices, (index) => pick(rowAt(index)));
  const rowAt = (index: number) => rows[index] as Row;

  const states = grouped(({ vm_state }) => vm_state).map(([vmState, members]): StateNode => {
    const own = members.filter((index) => rowAt(index).task_state === null);
    const [first] = own;
    const steps = members.filter((index) => rowAt(index).task_state !== null);
    return {
      key: keyOf('state', vmState),
      vmState,
      status: first === undefined ? undefined : rowAt(first).status,
      own,
      rows: members,
      paths: pathsOf(steps, rowAt, isToldApart, t),
    };
  });
  const statuses = grouped(({ status }) => status).map(([status, members]): StatusEntry => {
    const tone = tones.get(status) as StatusStyle;
    return { key: keyOf('status', status), status, tone, rows: members };
  });
  return { rows, states, statuses, left: relation.rows.length - rows.length };
}

function pathsOf(
  steps: readonly number[],
  rowAt: (index: number) => Row,
  isToldApart: (row: Row) => boolean,
  t: Translate,
): Path[] {
  const operationAt = (index: number) => operationOf('task_state', rowAt(index).task_state, t);
  const kindOf = (index: number) => {
    const row = rowAt(index);
    return keyOf(isToldApart(row) ? operationAt(index).id : 'many', row.status);
  };
  const pathOf = (operation: Operation, vmState: string, status: string, stops: Stop[]): Path => ({
    key: keyOf('path', vmState, operation.id, status),
    operation,
    name: operation.id === 'none' ? t('other tasks') : operation.name,
    status,
    stops,
  });
  const paths = groups(steps, kindOf).map(([, members]): Path => {
    const [first = 0] = members;
    const row = rowAt(first);
    const { vm_state, status } = row;
    if (!isToldApart(row)) {
      const label = t('{0} tasks', members.length);
      const stop = { key: keyOf('many', vm_state, status), label, status, rows: members };
      return pathOf(operationOf('task_state', null, t), vm_state, status, [stop]);
    }
    const stops = groups(members, (index) => String(rowAt(index).task_state)).map(
      ([label, places]) => ({
        key: keyOf('step', vm_state, label, status),
        label,
        status,
        rows: places,
      }),
    );
    return pathOf(operationAt(first), vm_state, status, stops);
  });
  // What belongs to no operation says least.
  const rank = ({ operation }: Path) => (operation.id === 'none' ? 1 : 0);
  return paths.sort((a, b) => rank(a) - rank(b));
}

/**
 * Which rows are drawn one by one. Where an edition lets a vm_state go with every step there is, only those
 * are told apart that some edition names among few.
 */
function tellApart(rows: readonly Row[]): (row: Row) => boolean {
  const editions = [rows, ...DIALECTS.map((dialect) => relationOf(dialect).rows)];
  const apart = new Set(editions.flatMap(rowsAmongFew).map(rowKey));
  return (row) => apart.has(rowKey(row));
}

function rowsAmongFew(rows: readonly Row[]): readonly Row[] {
  const steps = rows.filter(({ task_state }) => task_state !== null);
  return groups(steps, ({ vm_state, status }) => keyOf(vm_state, status)).flatMap(([, members]) =>
    members.length > MOST_STOPS ? [] : members,
  );
}

function rowKey({ vm_state, task_state, status }: Row): string {
  return JSON.stringify([vm_state, task_state, status]);
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** The items by what they have in common, in order of first appearance. */
function groups<T>(items: readonly T[], keyOfItem: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const members = found.get(key);
    if (members) members.push(item);
    else found.set(key, [item]);
  }
  return [...found];
}
