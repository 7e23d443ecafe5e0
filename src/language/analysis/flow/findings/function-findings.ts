import type { SyntaxNode, Tree } from '@lezer/common';
import type { Relation } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import { Budget, GiveUp, isFunction } from '../../expressions/walk';
import type { CodeFinding, Detected, Limit } from '../../finding';
import type { Region } from '../../regions';
import { isReliable } from '../domain/assigned-fields';
import { unknownState } from '../domain/state';
import { AnalysisContext } from '../evaluation/analysis-context';
import { evaluate } from '../evaluation/evaluate';
import type { FileConstants } from '../evaluation/file-constants';
import { AccessPaths } from '../names/access-paths';
import { type Assigned, type Binding, Bindings } from '../names/bindings';
import { Evidence, type EvidenceOfFile, isJudgeable, isServer } from '../names/evidence';
import { namesOfRegion } from '../names/function-names';
import { branchOn } from '../transfer/conditions';
import { elementGiven } from '../transfer/elements';
import { visit } from '../transfer/expressions';
import { analyzeFunction, follow } from '../transfer/statements';
import { Walker } from '../transfer/walker';
import { assignedByOthers } from './assigning-functions';
import type { Detector } from './detector';
import { type KnownStates, knownStates } from './known-states';
import { observerOf } from './observer';
import type { RegionFinding, RegionSummary, SummarizedRegion } from './region-summary';

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

const NOTHING: RegionSummary = {
  findings: [],
  assigned: { names: new Set(), fields: 0, owners: new Set() },
  names: [],
  calls: new Set(),
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
  const { calls } = bindings;
  const isNothing = findings.length === 0 && assigned.names.size === 0 && assigned.fields === 0;
  if (isNothing && !looksOutside && calls.size === 0) return NOTHING;
  return { findings, assigned, names: namesOfRegion(file.source, node), calls, looksOutside };
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
  const others = assignedByOthers(statements);
  for (const region of statements) collect(region, 0, { owners, others }, findings);
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

/** What the file assigns: the names through which it does, and what each region is handed that others have. */
interface AssignedInFile {
  readonly owners: ReadonlySet<string>;
  readonly others: ReadonlyMap<object, number>;
}

/** Adds the findings of a region except for those about servers whose fields other code of the file assigns itself. */
function collect(
  { summary, inner }: SummarizedRegion,
  assignedAround: number,
  file: AssignedInFile,
  all: CodeFinding[],
): void {
  const byOthers = file.others.get(summary) ?? 0;
  for (const { finding, captured, isOfFlow, isOfStatus } of summary.findings) {
    const isAssigned =
      captured !== undefined && (assignedAround !== 0 || file.owners.has(captured));
    const isReached = !isReliable(isOfStatus ? 'status' : 'vm_state', byOthers);
    if (!isOfFlow || (!isAssigned && !isReached)) all.push(finding);
  }
  for (const each of inner) collect(each, assignedAround | summary.assigned.fields, file, all);
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
    evidenceOfFile(constants, relation),
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
    for (const each of detected) {
      const limits = [each as Partial<Limit>, ...each.related.map(({ limit }) => limit)];
      const isOfStatus = limits.some((limit) => !limit || limit.field === 'status');
      findings.push({ finding: { code, ...each }, captured, isOfFlow, isOfStatus });
    }
  };
  const result: Analyzed = { findings, bindings, evidence, names };
  if (bindings.isBroken || bindings.isOpaque || evidence.receivers.size === 0) return result;
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

/** What the constants and helpers of a file say of the servers of a function. */
function evidenceOfFile(constants: FileConstants, relation: Relation): EvidenceOfFile {
  const value = (name: string) => constants.get(name);
  const asksForTask = (name: string) => {
    const helper = constants.helper(name);
    if (!helper) return false;
    const { paths } = helper;
    const ofHelper = { value, asksForTask: () => false };
    return new Evidence(paths, paths.bindings.root, undefined, relation, ofHelper, []).assumptions
      .mayLackTask;
  };
  return { value, asksForTask };
}

function placeOf({ code, start, end }: CodeFinding): string {
  return `${code} ${start} ${end}`;
}
