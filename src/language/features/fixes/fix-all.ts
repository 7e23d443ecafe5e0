import type { Relation } from '../../../model';
import { faultsIn } from '../../diagnostics/collect';
import type { Finding } from '../../diagnostics/record-findings';
import type { ParsedDocument } from '../../document/parsed-document';
import type { StateRecord } from '../../records/record';
import type { Context } from '../../settings/context';
import { compose } from '../../text/changes';
import { disjointEdits, type TextEdit } from '../../text/edit';
import { embeddedEdits } from './embedded-fixes';
import { RecordChanges } from './record-changes';
import { isSelfContained, targetEdits } from './target-edits';
import { type Trial, tryEdits } from './try-edits';

/** More rounds than it takes until a fix reveals no other one. */
const MOST_ROUNDS = 5;

/** The edits of one record, which are made together or not at all. */
interface Group {
  readonly edits: readonly TextEdit[];
  /** Whether they are of a condition, which bears on others. */
  readonly isOfCode: boolean;
  readonly isSelfContained: boolean;
}

/**
 * The edits that fix whatever has one right answer, in order and without overlap. In the text that they make nothing
 * is wrong that was not before, and nothing is left that could be fixed so.
 */
export function fixAllEdits(reading: ParsedDocument, context: Context): readonly TextEdit[] {
  const own = ownEdits(reading, context);
  const inner = embeddedEdits(reading, context, fixAllEdits);
  return inner.length === 0 ? own : disjointEdits([own, ...inner]);
}

function ownEdits(reading: ParsedDocument, context: Context): readonly TextEdit[] {
  const steps: Step[] = [];
  let current = reading;
  while (steps.length < MOST_ROUNDS) {
    const step = nextStep(current, context);
    if (!step) return joined(reading, steps);
    steps.push(step);
    current = step.trial.changed;
  }
  return [];
}

/**
 * What can be done about the records that have findings, by finding.
 * @param isAsked whether to look at a record at all
 */
export function changesByFinding(
  reading: ParsedDocument,
  context: Context,
  isAsked: (record: StateRecord) => boolean = () => true,
): ReadonlyMap<Finding, RecordChanges> {
  const { findings, relation } = faultsIn(reading, context);
  const groups = new Map<StateRecord, Map<Relation, Finding[]>>();
  for (const finding of findings) {
    const { record, code } = finding;
    if (!isAsked(record) || context.severityOf(code) === 'off') continue;
    const compared = finding.relation ?? relation;
    const byRelation = groups.get(record) ?? new Map<Relation, Finding[]>();
    groups.set(record, byRelation);
    const group = byRelation.get(compared);
    if (group) group.push(finding);
    else byRelation.set(compared, [finding]);
  }
  return new Map(
    [...groups].flatMap(([record, byRelation]) =>
      [...byRelation].flatMap(([compared, group]) => {
        const changes = new RecordChanges(record, group, compared);
        return group.map((finding): [Finding, RecordChanges] => [finding, changes]);
      }),
    ),
  );
}

interface Step {
  readonly edits: readonly TextEdit[];
  readonly trial: Trial;
}

/** The most that can be fixed at once without harm. */
function nextStep(reading: ParsedDocument, context: Context): Step | undefined {
  const groups = safeGroups(reading, context);
  const ofData = groups.filter(({ isOfCode }) => !isOfCode);
  const sure = ofData.filter(({ isSelfContained }) => isSelfContained);
  const choices = [groups, ofData, sure];
  const different = choices.filter(({ length }, index) => length !== choices[index - 1]?.length);
  for (const chosen of different) {
    const edits = disjointEdits(chosen.map((group) => group.edits));
    const trial = edits.length > 0 ? tryEdits(reading, edits, context) : undefined;
    if (trial?.hasFewer && !trial.addsAny) return { edits, trial };
  }
  return undefined;
}

function safeGroups(reading: ParsedDocument, context: Context): Group[] {
  const changes = new Set(changesByFinding(reading, context).values());
  return [...changes].flatMap(({ record, safe }): Group[] => {
    const edits = targetEdits(reading, record, safe);
    if (!edits) return [];
    const isOfCode = record.kind === 'code';
    return [{ edits, isOfCode, isSelfContained: isSelfContained(reading, record, safe) }];
  });
}

/** The edits of several steps as edits of the first text. */
function joined({ text }: ParsedDocument, steps: readonly Step[]): readonly TextEdit[] {
  const last = steps.at(-1);
  if (!last || steps.length === 1) return last?.edits ?? [];
  const changes = steps.reduce<ReturnType<typeof compose>>((before, { edits }) => {
    const made = edits.map(({ start, end, newText }) => {
      return { start, end, newLength: newText.length };
    });
    return compose(before, made);
  }, []);
  const newest = last.trial.changed.text;
  return changes
    .map(({ oldStart, oldEnd, newStart, newEnd }) => {
      return { start: oldStart, end: oldEnd, newText: newest.slice(newStart, newEnd) };
    })
    .filter(({ start, end, newText }) => text.slice(start, end) !== newText);
}
