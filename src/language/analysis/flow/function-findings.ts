import type { SyntaxNode, Tree } from '@lezer/common';
import type { Relation } from '../../../model';
import type { KeyedSource } from '../../records/keyed-source';
import { readDestructured } from '../expressions/destructuring';
import { Budget, GiveUp, isFunction } from '../expressions/walk';
import type { LogicFinding } from '../finding';
import type { Piece } from '../regions';
import { Conditions } from './conditions';
import { rowSpaceOf } from './row-sets';
import { isJudgeable, noteAssigned, type Scope, scopeOfScript, scopesOf } from './scopes';
import { followFunction } from './statements';
import { wrongFields } from './wrong-field';

/** How many nodes are looked at for one function before it is given up: several times those of a long one. */
const NODES_PER_FUNCTION = 400_000;

/** What is wrong with the conditions of the functions of a piece, and what else it says to those round them. */
export interface Followed {
  readonly findings: readonly LogicFinding[];
  /** The paths assigned in it, functions within included, and those that functions within assign. */
  readonly assigned: ReadonlySet<string>;
  readonly assignedLater: ReadonlySet<string>;
  /** Whether states are looked at, or given names, outside of its functions. */
  readonly looksOutside: boolean;
}

const NO_PATHS: ReadonlySet<string> = new Set();
const NOTHING: Followed = {
  findings: [],
  assigned: NO_PATHS,
  assignedLater: NO_PATHS,
  looksOutside: false,
};

/**
 * Follows the functions of a piece, but for those of the pieces in it.
 * @param assignedIn the paths that a piece in it assigns
 */
export function followPiece(
  source: KeyedSource,
  node: SyntaxNode,
  piece: Piece,
  relation: Relation,
  assignedIn: (inner: Piece) => Iterable<string>,
): Followed {
  const { functions, outside } = scopesOf(node, piece, source, relation, assignedIn);
  const findings = functions.flatMap((scope) => findingsIn(scope, source, relation));
  const looksOutside =
    outside.receivers.size > 0 || (!isFunction(node) && readDestructured(source, node).size > 0);
  const { assigned, assignedLater } = outside;
  if (findings.length === 0 && assigned.size === 0 && !looksOutside) return NOTHING;
  return { findings, assigned, assignedLater, looksOutside };
}

/** The same of a piece that has moved. */
export function movedFollowed(followed: Followed, by: number): Followed {
  if (followed.findings.length === 0) return followed;
  return { ...followed, findings: followed.findings.map((finding) => moved(finding, by)) };
}

/**
 * What is wrong with all conditions of a tree, in order of their start.
 * @param pieces what its statements say, and then what the pieces in them do
 * @param isBroken whether there is an error in any
 */
export function allFindings(
  tree: Tree,
  source: KeyedSource,
  relation: Relation,
  statements: readonly Followed[],
  pieces: readonly Followed[],
  isBroken: boolean,
): LogicFinding[] {
  const findings = pieces.flatMap((piece) => piece.findings);
  if (!isBroken && statements.some(({ looksOutside }) => looksOutside)) {
    const scope = scopeOfScript(tree.topNode, source, relation);
    if (scope) {
      for (const { assignedLater } of statements) noteAssigned(scope, assignedLater);
      findings.push(...findingsIn(scope, source, relation));
    }
  }
  const byPlace = new Map(findings.map((finding) => [placeOf(finding), finding]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function findingsIn(scope: Scope, source: KeyedSource, relation: Relation): LogicFinding[] {
  const findings = wrongFields(scope, relation, source.keys);
  if (![...scope.receivers.values()].some(isJudgeable)) return findings;
  const followed: LogicFinding[] = [];
  const budget = new Budget(NODES_PER_FUNCTION);
  const report = (finding: LogicFinding) => followed.push(finding);
  try {
    followFunction(new Conditions(source, scope, rowSpaceOf(relation), budget, report));
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return findings;
  }
  return [...findings, ...followed];
}

function moved(finding: LogicFinding, by: number): LogicFinding {
  const shift = <T extends { readonly start: number; readonly end: number }>(range: T): T => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  const { related, edits } = finding;
  return { ...shift(finding), related: related.map(shift), edits: edits.map(shift) };
}

function placeOf({ code, start, end }: LogicFinding): string {
  return `${code} ${start} ${end}`;
}
