import { faultsIn } from '../../diagnostics/collect';
import { visibleRange } from '../../diagnostics/diagnose';
import type { CodeFault } from '../../diagnostics/faults';
import type { Finding } from '../../diagnostics/record-findings';
import type { Suppressible } from '../../diagnostics/suppress';
import type { ParsedDocument } from '../../document/parsed-document';
import { type Change, titleOf } from '../../glossary/change-title';
import { isOwn } from '../../records/objects/inherited';
import type { RuleCode } from '../../rules/rules';
import type { Context } from '../../settings/context';
import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';
import { commentFixes } from './comment-fixes';
import { embeddedFixes } from './embedded-fixes';
import { exactness, type IsExact } from './exact-edits';
import type { Fix } from './fix';
import { changesByFinding } from './fix-all';
import { FixCheck } from './fix-check';
import type { RecordChanges } from './record-changes';
import { suppressingComments } from './suppression-fixes';
import { isSelfContained, targetEdits } from './target-edits';

/** Longest list of fixes for one diagnostic; a longer one helps nobody to choose. */
const MOST_FIXES = 5;

/**
 * The fixes of all faults that the range touches, best first for each: at their mark, and in an object at the key or
 * value of any field that takes part.
 */
export function fixesIn(reading: ParsedDocument, range: Range, context: Context): Fix[] {
  const isExact = exactness(reading, context);
  const ofEmbedded = embeddedFixes(reading, range, context, fixesIn, (fault, place) =>
    suppressions(reading, fault, place, context, isExact),
  );
  return [...ownFixes(reading, range, context, isExact), ...ofEmbedded];
}

function ownFixes(
  reading: ParsedDocument,
  range: Range,
  context: Context,
  isExact: IsExact,
): Fix[] {
  const { findings, ofCode, comments } = faultsIn(reading, context);
  const isOn = ({ code }: { readonly code: RuleCode }) => context.severityOf(code) !== 'off';
  const check = new FixCheck(reading, context);
  const fixesOfCode = ofCode
    .filter(isOn)
    .filter(({ finding }) => touches(finding, range))
    .flatMap((fault) => [
      ...codeFixes(fault, context, check),
      ...suppressions(reading, fault, fault.finding, context, isExact),
    ]);
  const touched = findings
    .filter(isOn)
    .filter((finding) => placesOf(finding).some((place) => touches(place, range)));
  const records = new Set(touched.map(({ record }) => record));
  const changes = changesByFinding(reading, context, (record) => records.has(record));
  const ofRecords = touched.flatMap((finding) => [
    ...fixesFor(reading, finding, changes.get(finding), context, check),
    ...suppressions(reading, finding, visibleRange(finding.stateField), context, isExact),
  ]);
  const ofComments = comments
    .filter(({ rule }) => isOn(rule))
    .filter((problem) => touches(problem.range, range))
    .flatMap((problem) => {
      const { rule, range: place } = problem;
      const fixes = commentFixes(reading, problem, isExact, context.t);
      return fixes.map((fix): Fix => {
        return { ...fix, kind: 'comment', code: rule.code, range: place, safe: false };
      });
    });
  return [...ofRecords, ...fixesOfCode, ...ofComments];
}

/** Where a finding can be fixed from. What code compares has one place, and a union's key is that of all its members. */
function placesOf({ record, stateField, others }: Finding): readonly Range[] {
  if (record.kind !== 'object') return [visibleRange(stateField)];
  const own = others.filter((other) => isOwn(record, other));
  return [stateField, ...own].flatMap(({ key, outer }) => [key, outer]);
}

function codeFixes({ code, rule, finding }: CodeFault, context: Context, check: FixCheck): Fix[] {
  const { start, end } = finding;
  const fixes = rule.fixes?.(finding, context.t) ?? [];
  const changes = fixes
    .map(({ title, edits }) => ({ title, edits, verdict: check.verdict(edits, code, start) }))
    .filter(({ verdict }) => verdict !== 'bad');
  return changes.map(({ title, edits, verdict }): Fix => {
    const preferred = changes.length === 1 && verdict === 'good';
    const range = { start, end };
    return { kind: 'change', title, edits, code, range, preferred, safe: false };
  });
}

function suppressions(
  reading: ParsedDocument,
  fault: Suppressible,
  { start, end }: Range,
  context: Context,
  isExact: IsExact,
): Fix[] {
  const { code } = fault;
  const { t } = context;
  const range = { start, end };
  const common = { kind: 'suppress', code, range, preferred: false, safe: false } as const;
  const known = faultsIn(reading, context).suppressions;
  const isExactHere = (edits: readonly TextEdit[]) => isExact(edits, code);
  const comments = suppressingComments(reading, fault, known, isExactHere, t);
  if (comments.length > 0) {
    return comments.map(({ title, edit }) => ({ ...common, title, edits: [edit] }));
  }
  const title = t('Suppress {0} in this file (setting ecsStates.suppress)', code);
  return [{ ...common, title, edits: [], suppressesInSettings: true }];
}

function fixesFor(
  reading: ParsedDocument,
  finding: Finding,
  ofRecord: RecordChanges | undefined,
  context: Context,
  check: FixCheck,
): Fix[] {
  const { code, problem, stateField } = finding;
  const range = visibleRange(stateField);
  const switches = (problem.dialects ?? []).map((dialect, index): Fix => {
    const title = context.t("Use the dialect '{0}' (setting ecsStates.dialect)", dialect);
    const preferred = index === 0 && code === 'other-dialect';
    return { kind: 'dialect', title, code, range, edits: [], preferred, safe: false, dialect };
  });
  const hasOtherDialect = switches.length > 0 || finding.relation !== undefined;
  const changes = (ofRecord?.for(finding) ?? []).flatMap(({ change, targets }) => {
    const edits = targetEdits(reading, finding.record, targets);
    const isSure = !hasOtherDialect && isSelfContained(reading, finding.record, targets);
    const verdict = edits ? check.verdict(edits, code, range.start, isSure) : 'bad';
    return edits && verdict !== 'bad' ? [{ change, targets, edits, verdict }] : [];
  });
  const fixes = changes.map(({ change, targets, edits, verdict }, index): Fix => {
    const isFirst = switches.length === 0 && index === 0 && verdict === 'good';
    const isSafe = [...targets].every(([target, value]) => ofRecord?.safe.get(target) === value);
    return {
      kind: 'change',
      title: titleOf(change, context.t),
      code,
      range,
      edits,
      preferred: isFirst && (changes.length === 1 || isFirstChoice(finding, change)),
      safe: isFirst && isSafe,
    };
  });
  return [...switches, ...fixes].slice(0, MOST_FIXES);
}

/** A misspelt name was meant to be the name it resembles; a derived status is to be what it derives from. */
function isFirstChoice({ problem: { field, expected } }: Finding, change: Change): boolean {
  return expected !== undefined && change[field] === expected;
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
