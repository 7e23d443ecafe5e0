import type { Dialect, Relation } from '../../model';
import type { CodeFinding } from '../analysis';
import { MemoKey } from '../document/memo';
import type { ParsedDocument } from '../document/parsed-document';
import { withKeys } from '../records/keyed-source';
import { CODE_RULES, ruleOf } from '../rules/rules';
import type { Context } from '../settings/context';
import { finish, type Steps } from '../text/steps';
import { splitCompared } from './compared-values';
import { keptFaults } from './embedded-faults';
import type { CodeFault, EmbeddedFaults, Faults } from './faults';
import { withoutMappingRows } from './mapping-rows';
import { withOtherDialect } from './other-dialect';
import { type Finding, findFaults } from './record-findings';
import { type Suppressible, Suppressions } from './suppress';

/** The faults of a text without suppressed ones, all at once: see `collect`. */
export function faultsIn(reading: ParsedDocument, context: Context): Faults {
  return finish(collect(reading, context));
}

/**
 * The faults of a text without suppressed ones. Where it is full of another dialect's states, that is one
 * finding, and the text is checked against that dialect. The document keeps what was collected last.
 */
export function* collect(reading: ParsedDocument, context: Context): Steps<Faults> {
  const { relation, dialect } = context;
  const heedsDialect = context.severityOf('other-dialect') !== 'off';
  const known = reading.memo.get(COLLECTED);
  if (known?.relation === relation && known.heedsDialect === heedsDialect) return known.faults;
  const faults = yield* check(reading, context, heedsDialect ? dialect : undefined);
  reading.memo.set(COLLECTED, { relation, heedsDialect, faults });
  return faults;
}

/** The faults of a document, and what they depend on besides: diagnostics and fixes ask for the same ones. */
const COLLECTED = new MemoKey<{
  /** That of one dialect. */
  readonly relation: Relation;
  readonly heedsDialect: boolean;
  readonly faults: Faults;
}>();

/** @param dialect the one that others are compared with; none where it is not asked for */
function* check(
  reading: ParsedDocument,
  context: Context,
  dialect: Dialect | undefined,
): Steps<Faults> {
  const { source, keys, tree, analysis } = reading;
  const { relation, findings } = yield* recordFaults(reading, context.relation, dialect);
  const found =
    tree && analysis && reading.records.length > 0
      ? yield* analysis.findings(tree, withKeys(source, keys), relation, CODE_RULES)
      : [];
  const { compared, findings: others } = splitCompared(oncePerPlace(findings), found, keys);
  const suppressions = reading.mayBeSilenced ? new Suppressions(reading) : undefined;
  const isKept = (fault: Suppressible) => !suppressions?.silences(fault);
  const kept = others.filter(isKept);
  const ofCode = [...found, ...compared].flatMap(toFault).filter(isKept);
  const embedded: EmbeddedFaults[] = [];
  for (const { document, map } of reading.embedded) {
    const inner = yield* collect(document, context);
    const faults = keptFaults(
      inner,
      map,
      suppressions && ((fault) => suppressions.silences(fault)),
    );
    embedded.push({ document, map, faults });
  }
  const comments = suppressions?.problems() ?? [];
  return { relation, embedded, suppressions, comments, findings: kept, ofCode };
}

function* recordFaults(
  reading: ParsedDocument,
  relation: Relation,
  dialect: Dialect | undefined,
): Steps<{ relation: Relation; findings: readonly Finding[] }> {
  const records = withoutMappingRows(reading);
  const findings = yield* findFaults(records, relation);
  return dialect
    ? yield* withOtherDialect(records, findings, relation, dialect)
    : { relation, findings };
}

/** A text that is broken can be read as two records that share a field: what is wrong with it is said once. */
function oncePerPlace(findings: readonly Finding[]): Finding[] {
  const places = new Set<string>();
  return findings.filter(({ code, stateField }) => {
    const place = `${code} ${stateField.outer.start} ${stateField.key.start}`;
    return places.size < places.add(place).size;
  });
}

function toFault(finding: CodeFinding): CodeFault[] {
  const { start, end } = finding;
  const range = { start, end };
  const rule = ruleOf(finding);
  if (!rule) return [];
  const { code } = rule;
  return [{ code, rule, record: { range }, stateField: { outer: range }, finding }];
}
