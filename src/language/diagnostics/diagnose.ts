import { DIRECTIVE } from '../document/directive';
import type { ParsedDocument } from '../document/parsed-document';
import type { StateField } from '../records/record';
import { stateOf } from '../records/written-state';
import { relatedMessage } from '../rules/code/related';
import type { RuleCode } from '../rules/rules';
import type { Severity } from '../rules/severity';
import type { Context } from '../settings/context';
import type { OffsetMap } from '../syntax/embedded/offset-map';
import type { Range } from '../text/range';
import type { Steps } from '../text/steps';
import { collect } from './collect';
import type { CodeFault, Faults } from './faults';
import type { Finding } from './record-findings';
import type { CommentProblem } from './suppress';

/** A place that helps to understand a diagnostic. Offsets are UTF-16 code units. */
export interface RelatedPlace extends Range {
  readonly message: string;
}

/** Something no server can be. Offsets are UTF-16 code units; the range is the value inside its quotes. */
export interface Diagnostic extends Range {
  readonly code: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** All diagnostics of a text, in order, without those of silenced rules and suppressed ones. */
export function* diagnoseIn(reading: ParsedDocument, context: Context): Steps<Diagnostic[]> {
  return reportAll(yield* collect(reading, context), context).sort((a, b) => a.start - b.start);
}

function reportAll(
  { findings, ofCode, comments, embedded }: Faults,
  context: Context,
): Diagnostic[] {
  return [
    ...findings.flatMap((finding) => report(finding, context)),
    ...ofCode.flatMap((fault) => reportCode(fault, context)),
    ...comments.flatMap((problem) => reportComment(problem, context)),
    ...embedded.flatMap(({ faults, map }) =>
      reportAll(faults, context).flatMap((diagnostic) => inFile(diagnostic, map)),
    ),
  ];
}

/** A diagnostic of an embedded text where it is in the file. */
function inFile(diagnostic: Diagnostic, map: OffsetMap): Diagnostic[] {
  const range = map.rangeToOuter(diagnostic);
  if (!range) return [];
  const related = diagnostic.related.flatMap(({ message, ...place }) => {
    const outer = map.rangeToOuter(place);
    return outer ? [{ message, ...outer }] : [];
  });
  return [{ ...diagnostic, ...range, related }];
}

function reportComment(problem: CommentProblem, { severityOf, t }: Context): Diagnostic[] {
  const { rule, range, suppression, name } = problem;
  const { code } = rule;
  const severity = severityOf(code);
  if (severity === 'off') return [];
  const { word, isEnable } = suppression.directive;
  const names = name ? [name] : suppression.names;
  const message = rule.message(
    {
      word: word.text,
      names: names.map((one) => one.name),
      meant: name?.meant,
      counterpart: isEnable ? DIRECTIVE : undefined,
    },
    t,
  );
  return [{ code, severity, ...range, message, related: [] }];
}

function report(finding: Finding, { relation, severityOf, t }: Context): Diagnostic[] {
  const { code, rule, stateField, others, problem } = finding;
  const severity = severityOf(code);
  if (severity === 'off') return [];
  const related = others.map((other) => {
    const state = stateOf(relation, other.field, other.value);
    const message =
      state == null
        ? t('{0} is null here.', other.field)
        : t("{0} is '{1}' here.", other.field, state);
    return { ...visibleRange(other), message };
  });
  const message = rule.message(problem, t);
  return [{ code, severity, ...visibleRange(stateField), message, related }];
}

function reportCode({ code, rule, finding }: CodeFault, { severityOf, t }: Context): Diagnostic[] {
  const severity = severityOf(code);
  if (severity === 'off') return [];
  const { start, end } = finding;
  const related = finding.related.map((place) => ({
    start: place.start,
    end: place.end,
    message: relatedMessage(place, t),
  }));
  return [{ code, severity, start, end, message: rule.message(finding, t), related }];
}

/** The value inside its quotes; where that is empty, the quotes; where there is nothing, the key. */
export function visibleRange({ inner, outer, key }: StateField): Range {
  const range = [inner, outer].find(({ start, end }) => end > start) ?? key;
  return { start: range.start, end: range.end };
}
