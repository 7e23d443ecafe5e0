import {
  changedFields,
  type Dialect,
  isPossible,
  nearestRows,
  possibleValues,
  type Relation,
  sameNameFolded,
} from '../../model';
import type { LogicFinding } from '../analysis/finding';
import { faultsIn, type LogicFault } from '../diagnostics/collect';
import { visibleRange } from '../diagnostics/diagnose';
import { exchangedStates, type Finding } from '../diagnostics/record-rules';
import type { Suppressible } from '../diagnostics/suppress';
import { type Reading, readText } from '../document/parsed-document';
import { valueEdit } from '../document/value-edit';
import { type Change, titleOf } from '../glossary/change-title';
import { knownRow, partialRow } from '../records/evidence';
import type { RuleCode } from '../rules/rules';
import type { Context } from '../settings/context';
import { applied, type Edit } from '../text/edit';
import type { Range } from '../text/range';
import { commentFixes } from './comment-fixes';
import { exactness, type IsExact } from './exact-edits';
import { suppressingComments } from './suppression-fixes';

/** A change that removes a diagnostic and adds none. */
export interface Fix {
  readonly title: string;
  /** The diagnostic it removes. */
  readonly code: RuleCode;
  readonly range: Range;
  readonly edits: readonly Edit[];
  /** Whether it is the one sensible fix of its diagnostic. */
  readonly preferred: boolean;
  /** Whether there is no other right answer, so that it can be applied unseen. */
  readonly safe: boolean;
  /** The dialect that the setting is to be switched to, where that is the fix. */
  readonly dialect?: Dialect;
  /** Set where the rule is to be silenced in the settings, because the syntax has no comments. */
  readonly suppressesInSettings?: true;
}

/** Longest list of fixes for one diagnostic; a longer one helps nobody to choose. */
const MOST_FIXES = 5;

/**
 * So much text is read again at most to see what fixes would do, for the editor asks wherever the cursor goes; what
 * is not looked at is offered as it is.
 */
const MOST_READ_AGAIN = 400_000;

/** The fixes of all faults whose mark touches the range, best first for each. */
export function fixesIn(reading: Reading, range: Range, context: Context): Fix[] {
  const { findings, logic, comments, relation } = faultsIn(reading, context);
  const isOn = ({ code }: { readonly code: RuleCode }) => context.severityOf(code) !== 'off';
  let left = MOST_READ_AGAIN;
  const isSure = (edits: readonly Edit[]) => {
    left -= reading.text.length;
    return left < 0 || addsNothing(reading, edits, context);
  };
  const isExact = exactness(reading, context);
  const ofLogic = logic
    .filter(isOn)
    .filter(({ finding }) => touches(finding, range))
    .flatMap((fault) => [
      ...logicFixes(fault, context, isSure),
      ...suppressions(reading, fault, fault.finding, context, isExact),
    ]);
  const ofRecords = findings
    .filter(isOn)
    .filter(({ stateField }) => touches(visibleRange(stateField), range))
    .flatMap((finding) => [
      ...fixesFor(reading, finding, relation, context, isSure),
      ...suppressions(reading, finding, visibleRange(finding.stateField), context, isExact),
    ]);
  const ofComments = comments
    .filter(isOn)
    .filter((problem) => touches(problem.range, range))
    .flatMap((problem) => {
      const { code, range: place } = problem;
      const fixes = commentFixes(reading, problem, isExact, context.t);
      return fixes.map((fix) => ({ ...fix, code, range: place, safe: false }));
    });
  return [...ofRecords, ...ofLogic, ...ofComments];
}

/** The edits of all safe fixes of the text, in order and without overlap. */
export function fixAllEdits(reading: Reading, context: Context): Edit[] {
  const { findings, relation } = faultsIn(reading, context);
  const editsOfAll = (chosen: readonly Finding[]) =>
    chosen
      .filter(({ code }) => context.severityOf(code) !== 'off')
      .flatMap((finding) => fixesFor(reading, finding, relation, context))
      .filter(({ safe }) => safe)
      .flatMap(({ edits }) => edits)
      .sort((a, b) => a.start - b.start);
  const edits = editsOfAll(findings);
  const others = findings.filter(({ record }) => record.kind !== 'code');
  if (others.length === findings.length || addsNothing(reading, edits, context)) return edits;
  return editsOfAll(others);
}

type IsSure = (edits: readonly Edit[]) => boolean;

function logicFixes(fault: LogicFault, context: Context, isSure: IsSure): Fix[] {
  const { code, start, end } = fault.finding;
  const range = { start, end };
  const certain = changesOfCode(fault.finding, context).filter(({ edits }) => isSure(edits));
  const preferred = certain.length === 1;
  return certain.map((change) => ({ ...change, code, range, preferred, safe: false }));
}

/** What could be changed to make a condition sensible, the likeliest first. */
function changesOfCode(
  { code, edits, field, meant, expected, start, end }: LogicFinding,
  { t }: Context,
): Pick<Fix, 'title' | 'edits'>[] {
  const changes: Pick<Fix, 'title' | 'edits'>[] = [];
  if (edits.length > 0) {
    const title =
      code === 'missing-cases'
        ? t('Add the missing cases')
        : t('Compare {0} instead', meant[0] ?? '');
    changes.push({ title, edits });
  }
  if (expected !== undefined) {
    const title = titleOf({ [field]: expected }, t);
    changes.push({ title, edits: [{ start, end, newText: expected }] });
  }
  return changes;
}

/** Whether the changed text has fewer faults and no new one: in code, one condition bears on others. */
function addsNothing(reading: Reading, edits: readonly Edit[], context: Context): boolean {
  const { text, languageId, keys } = reading;
  const changed = readText(applied(text, edits), languageId, keys);
  if (!changed) return false;
  const before = codesOf(reading, context);
  const after = codesOf(changed, context);
  const countOf = (codes: readonly RuleCode[], code: RuleCode) =>
    codes.filter((other) => other === code).length;
  return (
    after.length < before.length &&
    after.every((code) => countOf(after, code) <= countOf(before, code))
  );
}

function codesOf(reading: Reading, context: Context): RuleCode[] {
  const { findings, logic } = faultsIn(reading, context);
  return [...findings, ...logic]
    .map(({ code }) => code)
    .filter((code) => context.severityOf(code) !== 'off');
}

function suppressions(
  reading: Reading,
  fault: Suppressible,
  { start, end }: Range,
  context: Context,
  isExact: IsExact,
): Fix[] {
  const { code } = fault;
  const { t } = context;
  const common = { code, range: { start, end }, preferred: false, safe: false };
  const known = faultsIn(reading, context).suppressions;
  const isExactHere = (edits: readonly Edit[]) => isExact(edits, code);
  const comments = suppressingComments(reading, fault, known, isExactHere, t);
  if (comments.length > 0) {
    return comments.map(({ title, edit }) => ({ ...common, title, edits: [edit] }));
  }
  const title = t('Suppress {0} in this file (setting ecsStates.suppress)', code);
  return [{ ...common, title, edits: [], suppressesInSettings: true }];
}

function fixesFor(
  reading: Reading,
  finding: Finding,
  relation: Relation,
  context: Context,
  isSure?: IsSure,
): Fix[] {
  const { code, fault, stateField } = finding;
  const range = visibleRange(stateField);
  const switches = (fault.dialects ?? []).map((dialect, index): Fix => {
    const title = context.t("Use the dialect '{0}' (setting ecsStates.dialect)", dialect);
    const preferred = index === 0 && code === 'other-dialect';
    return { title, code, range, edits: [], preferred, safe: false, dialect };
  });
  const isUnsure = finding.record.kind === 'code' && isSure !== undefined;
  const changes = changesFor(finding, finding.relation ?? relation).filter(
    (change) => !isUnsure || isSure(editsOf(reading, finding, change)),
  );
  const isSwitched = switches.length > 0;
  const fixes = changes.map((change, index) => ({
    title: titleOf(change, context.t),
    code,
    range,
    edits: editsOf(reading, finding, change),
    preferred:
      !isSwitched && index === 0 && (changes.length === 1 || isFirstChoice(finding, change)),
    safe: !isSwitched && index === 0 && isOnlyAnswer(finding, relation, change),
  }));
  return [...switches, ...fixes].slice(0, MOST_FIXES);
}

/** What could be changed to make the record possible, the likeliest first. */
function changesFor({ record, fault, others }: Finding, relation: Relation): readonly Change[] {
  if (others.length === 0) {
    const { field, expected, ownField } = fault;
    const exchanged = ownField && exchangedStates(record, relation, field, ownField);
    if (exchanged) return [exchanged];
    const known = knownRow(relation, record);
    if (expected !== undefined && isPossible(relation, { ...known, [field]: expected })) {
      return [{ [field]: expected }];
    }
    // What another dialect has is most likely right, so nothing is made up in its place.
    if (fault.dialects) return [];
    const possible = possibleValues(relation, field, known);
    return nullFirst(possible).map((value) => ({ [field]: value }));
  }
  const row = partialRow(relation, record);
  const changes = new Map<string, Change>();
  for (const near of nearestRows(relation, row)) {
    const change = Object.fromEntries(
      changedFields(near, row).map((field) => [field, near[field]]),
    );
    changes.set(JSON.stringify(change), change);
  }
  const blamedFirst = (change: Change) => (fault.field in change ? 0 : 1);
  return [...changes.values()].sort(
    (a, b) => blamedFirst(a) - blamedFirst(b) || nullRank(a) - nullRank(b),
  );
}

function nullRank(change: Change): number {
  return Object.values(change).includes(null) ? 0 : 1;
}

function nullFirst<T>(values: readonly T[]): T[] {
  return [...values].sort((a, b) => Number(a !== null) - Number(b !== null));
}

/** A misspelt name was meant to be the name it resembles; a derived status is to be what it derives from. */
function isFirstChoice({ fault: { field, expected } }: Finding, change: Change): boolean {
  return expected !== undefined && change[field] === expected;
}

function isOnlyAnswer({ code, fault }: Finding, relation: Relation, change: Change): boolean {
  const { field, expected } = fault;
  if (expected === undefined || change[field] !== expected) return false;
  if (code === 'status-mismatch') return true;
  const written = fault[field];
  return typeof written === 'string' && sameNameFolded(relation, field, written) === expected;
}

function editsOf(reading: Reading, { record }: Finding, change: Change): Edit[] {
  return record.fields.flatMap((stateField) => {
    const value = change[stateField.field];
    return value === undefined ? [] : [valueEdit(reading, record, stateField, value)];
  });
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
