import type { SyntaxNode, Tree } from '@lezer/common';
import type { Relation } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import { Budget, GiveUp, isFunction } from '../../expressions/walk';
import type { CodeFinding, Detected } from '../../finding';
import type { Region } from '../../regions';
import { unknownState } from '../domain/state';
import { AnalysisContext } from '../evaluation/analysis-context';
import { evaluate } from '../evaluation/evaluate';
import type { FileConstants } from '../evaluation/file-constants';
import { AccessPaths } from '../names/access-paths';
import { type Assigned, type Binding, Bindings } from '../names/bindings';
import { Evidence, isJudgeable, isServer } from '../names/evidence';
import { branchOn } from '../transfer/conditions';
import { elementGiven } from '../transfer/elements';
import { visit } from '../transfer/expressions';
import { analyzeFunction, follow } from '../transfer/statements';
import { Walker } from '../transfer/walker';
import type { Detector } from './detector';
import { type KnownStates, knownStates } from './known-states';
import { observerOf } from './observer';

/** How many nodes are looked at for one function before it is given up: several times those of a long one. */
const NODES_PER_FUNCTION = 400_000;

/** What everything in a file is analyzed with. */
export interface FileContext {
  readonly source: KeyedSource;
  readonly relation: Relation;
  readonly constants: FileConstants;
  /** What looks at the code for the rules. */
  readonly detectors: readonly Detector[];
}

/** A finding, and the name from outside of the region by which it finds the server that it is about. */
interface RegionFinding {
  readonly finding: CodeFinding;
  readonly captured: string | undefined;
  /** Whether it follows from what holds there, not from the comparison alone. */
  readonly isOfFlow: boolean;
}

/** The summary of a region: what is wrong with its conditions, and what else it says to those round it. */
export interface RegionSummary {
  readonly findings: readonly RegionFinding[];
  readonly assigned: Assigned;
  /** Whether states are looked at, or given names, outside of its functions. */
  readonly looksOutside: boolean;
}

/** A region with its summary, and those of the regions in it. */
export interface SummarizedRegion {
  readonly summary: RegionSummary;
  readonly inner: readonly SummarizedRegion[];
}

const NOTHING: RegionSummary = {
  findings: [],
  assigned: { names: new Set(), fields: 0, owners: new Set() },
  looksOutside: false,
};

/**
 * Analyzes a region, except for those in it.
 * @param assignedIn what a region in it assigns
 */
export function summarizeRegion(
  file: FileContext,
  node: SyntaxNode,
  region: Region,
  assignedIn: (inner: Region) => Assigned | undefined,
): RegionSummary {
  const { findings, bindings, evidence, names } = analyze(file, node, region, assignedIn);
  const assigned: Assigned = {
    names: bindings.assigned,
    fields: bindings.assignedFields,
    owners: bindings.owners,
  };
  const looksOutside = !isFunction(node) && (evidence.receivers.size > 0 || names.length > 0);
  const isNothing = findings.length === 0 && assigned.names.size === 0 && assigned.fields === 0;
  return isNothing && !looksOutside ? NOTHING : { findings, assigned, looksOutside };
}

/** What is known of the state at an offset in a region, but not in those within; undefined where nothing is. */
export function knownStatesIn(
  file: FileContext,
  node: SyntaxNode,
  region: Region,
  assignedIn: (inner: Region) => Assigned | undefined,
  offset: number,
): KnownStates | undefined {
  return analyze(file, node, region, assignedIn, undefined, offset).known;
}

/** The same of a region that has moved. */
export function movedSummary(summary: RegionSummary, by: number): RegionSummary {
  if (summary.findings.length === 0) return summary;
  const findings = summary.findings.map((each) => ({
    ...each,
    finding: moved(each.finding, by),
  }));
  return { ...summary, findings };
}

/**
 * What is wrong with all conditions of a tree, in order of their start.
 * @param statements the summaries of its statements
 * @param isBroken whether there is an error in any
 */
export function allFindings(
  file: FileContext,
  tree: Tree,
  statements: readonly SummarizedRegion[],
  isBroken: boolean,
): CodeFinding[] {
  const findings: CodeFinding[] = [];
  const owners = new Set(statements.flatMap(({ summary }) => [...summary.assigned.owners]));
  for (const region of statements) collect(region, 0, owners, findings);
  if (!isBroken && statements.some(({ summary }) => summary.looksOutside)) {
    const names = new Set(statements.flatMap(({ summary }) => [...summary.assigned.names]));
    const fields = statements.reduce((bits, { summary }) => bits | summary.assigned.fields, 0);
    const script = analyze(file, tree.topNode, undefined, () => undefined, {
      names,
      fields,
      owners,
    });
    findings.push(...script.findings.map(({ finding }) => finding));
  }
  const byPlace = new Map(findings.map((finding) => [placeOf(finding), finding]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Adds the findings of a region except for those about servers whose fields the code around it assigns itself.
 * @param owners the names through which the file assigns state fields
 */
function collect(
  { summary, inner }: SummarizedRegion,
  assignedAround: number,
  owners: ReadonlySet<string>,
  all: CodeFinding[],
): void {
  for (const { finding, captured, isOfFlow } of summary.findings) {
    const isAssigned = captured !== undefined && (assignedAround !== 0 || owners.has(captured));
    if (!isAssigned || !isOfFlow) all.push(finding);
  }
  for (const each of inner) collect(each, assignedAround | summary.assigned.fields, owners, all);
}

/** What the analysis of a region gives. */
interface Analyzed {
  readonly findings: RegionFinding[];
  readonly bindings: Bindings;
  readonly evidence: Evidence;
  readonly names: readonly Binding[];
  readonly known?: KnownStates | undefined;
}

/**
 * Analyzes a function, the functions of one expression in a statement, or the statements of a program.
 * @param probe an offset at which it is asked what is known
 */
function analyze(
  { source, relation, constants, detectors }: FileContext,
  node: SyntaxNode,
  region: Region | undefined,
  assignedIn: (inner: Region) => Assigned | undefined,
  assignedInClosures?: Assigned,
  probe?: number,
): Analyzed {
  const bindings = new Bindings(source, node, region, assignedIn);
  for (const name of assignedInClosures?.names ?? []) bindings.assigned.add(name);
  const paths = new AccessPaths(source, bindings);
  const names = bindings.all().filter((binding: Binding) => paths.fieldOf(binding) !== undefined);
  const evidence = new Evidence(
    paths,
    node,
    region,
    relation,
    (name) => constants.get(name),
    names.map(({ name }) => name),
  );
  const findings: RegionFinding[] = [];
  const found = (
    { code }: Detector,
    detected: readonly Detected[],
    path: string,
    isOfFlow: boolean,
  ) => {
    const [root = ''] = paths.partsOf(path);
    const captured = !root.includes('@') && !root.startsWith('{') ? root : undefined;
    for (const each of detected) findings.push({ finding: { code, ...each }, captured, isOfFlow });
  };
  const result: Analyzed = { findings, bindings, evidence, names };
  if (bindings.isBroken || evidence.receivers.size === 0) return result;
  for (const predicate of evidence.predicates) {
    const path = predicate.subject.receiver;
    if (!isServer(evidence.of(path))) continue;
    for (const detector of detectors) {
      const detected = detector.comparison?.({ predicate, source, relation }) ?? [];
      if (detected.length > 0) found(detector, detected, path, false);
    }
  }
  if (![...evidence.receivers.values()].some((each) => isJudgeable(each))) return result;
  const budget = new Budget(NODES_PER_FUNCTION);
  const context = new AnalysisContext(
    source,
    relation,
    paths,
    evidence,
    constants,
    budget,
    evaluate,
  );
  const followed: [Detector, readonly Detected[], string][] = [];
  const observer = observerOf(detectors, (...each) => followed.push(each));
  const walker = new Walker(context, { visit, follow, branchOn, elementGiven }, observer, probe);
  const entry = unknownState('', bindings.assignedInClosures | (assignedInClosures?.fields ?? 0));
  try {
    if (isFunction(node) || node.name === 'Script') analyzeFunction(walker, node, entry);
    else walker.inClosuresOnly(() => follow(walker, node, entry));
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return result;
  }
  for (const each of followed) found(...each, true);
  return probe === undefined ? result : { ...result, known: knownStates(walker) };
}

function moved(finding: CodeFinding, by: number): CodeFinding {
  const shift = <T extends { readonly start: number; readonly end: number }>(range: T): T => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  const { related, edits } = finding;
  return { ...shift(finding), related: related.map(shift), edits: edits.map(shift) };
}

function placeOf({ code, start, end }: CodeFinding): string {
  return `${code} ${start} ${end}`;
}
