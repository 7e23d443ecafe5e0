import type { SyntaxNode, Tree } from '@lezer/common';
import type { Relation } from '../../../model';
import type { KeyedSource } from '../../records/keyed-source';
import { readDestructured } from '../expressions/destructuring';
import { Budget, GiveUp, isFunction, isFunctionType } from '../expressions/walk';
import type { LogicFinding } from '../finding';
import type { Piece } from '../regions';
import { Conditions } from './conditions';
import { rowSpaceOf } from './row-sets';
import {
  type Assigned,
  isJudgeable,
  noteAssigned,
  type Scope,
  scopeOfScript,
  scopesOf,
} from './scopes';
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
  /** As of a scope: the names of others to whose servers states are assigned in it, and whether any are. */
  readonly stateRoots: readonly string[];
  readonly assignsStates: boolean;
  /** Whether states are looked at, or given names, outside of its functions. */
  readonly looksOutside: boolean;
}

const NO_PATHS: ReadonlySet<string> = new Set();
const NOTHING: Followed = {
  findings: [],
  assigned: NO_PATHS,
  assignedLater: NO_PATHS,
  stateRoots: [],
  assignsStates: false,
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
  assignedIn: (inner: Piece) => Assigned | undefined,
): Followed {
  const { functions, outside } = scopesOf(node, piece, source, relation, assignedIn);
  const findings = functions.flatMap((scope) => findingsIn(scope, source, relation));
  const looksOutside =
    outside.receivers.size > 0 || (!isFunction(node) && readDestructured(source, node).size > 0);
  const { assigned, assignedLater, assignsStates } = outside;
  // Those outside of functions are everybody's.
  const stateRoots = [...outside.stateRoots];
  const isPlain = assigned.size === 0 && !assignsStates && !looksOutside;
  if (findings.length === 0 && isPlain) return NOTHING;
  return { findings, assigned, assignedLater, stateRoots, assignsStates, looksOutside };
}

/**
 * What is wrong in pieces and those in them; where a function assigns states, nothing in it follows from the rows.
 * @param told what a piece says
 */
export function sureFindings(
  pieces: readonly Piece[],
  told: (piece: Piece) => Followed | undefined,
  hasOwnStates = false,
): LogicFinding[] {
  return pieces.flatMap((piece): LogicFinding[] => {
    const followed = told(piece);
    const findings = followed?.findings ?? [];
    const isBlurred =
      hasOwnStates ||
      (isFunctionType(piece.type) && (piece.isBroken || followed?.assignsStates === true));
    const own = isBlurred ? withoutRows(findings) : findings;
    return [...own, ...sureFindings(piece.inner, told, isBlurred)];
  });
}

/** The same of a piece that has moved. */
export function movedFollowed(followed: Followed, by: number): Followed {
  if (followed.findings.length === 0) return followed;
  return { ...followed, findings: followed.findings.map((finding) => moved(finding, by)) };
}

/**
 * What is wrong with all conditions of a tree, in order of their start.
 * @param statements what its statements say
 * @param ofPieces what is wrong in these and in the pieces in them
 * @param isBroken whether there is an error in any
 */
export function allFindings(
  tree: Tree,
  source: KeyedSource,
  relation: Relation,
  statements: readonly Followed[],
  ofPieces: readonly LogicFinding[],
  isBroken: boolean,
): LogicFinding[] {
  const findings = [...ofPieces];
  if (!isBroken && statements.some(({ looksOutside }) => looksOutside)) {
    const scope = scopeOfScript(tree.topNode, source, relation);
    if (scope) {
      for (const { assignedLater, assignsStates, stateRoots } of statements) {
        noteAssigned(scope, assignedLater);
        scope.assignsStates ||= assignsStates && stateRoots.length > 0;
      }
      findings.push(...findingsIn(scope, source, relation));
    }
  }
  const roots = new Set(statements.flatMap(({ stateRoots }) => stateRoots));
  const sure = findings.filter((finding) => !followsFromRows(finding) || !roots.has(finding.root));
  const byPlace = new Map(sure.map((finding) => [placeOf(finding), finding]));
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
  return [...findings, ...(hasOwnStates(scope) ? withoutRows(followed) : followed)];
}

/** The findings that do not follow from what the rows of the relation are. */
export function withoutRows(findings: readonly LogicFinding[]): LogicFinding[] {
  return findings.filter((finding) => !followsFromRows(finding));
}

function followsFromRows({ code }: LogicFinding): boolean {
  return code === 'impossible-condition' || code === 'unreachable-case';
}

/** Whether states are assigned in a function, or in one around it, so that they need not fit each other. */
function hasOwnStates(scope: Scope): boolean {
  for (let next: Scope | undefined = scope; next; next = next.outer) {
    if (next.assignsStates && (isFunction(next.node) || next === scope)) return true;
  }
  return false;
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
