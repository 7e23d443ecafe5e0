import { DIALECTS, type Dialect, isLiteral, type Relation, relationOf } from '../../model';
import type { StateRecord } from '../records/record';
import { stateOf } from '../records/written-state';
import {
  type OtherDialect as OtherDialectProblem,
  otherDialect,
} from '../rules/record/other-dialect';
import { problemOf } from '../rules/record/unknown-value';
import type { Steps } from '../text/steps';
import { type Finding, findFaults, findInRecord } from './record-findings';

/** What shows that records are of another edition of the mapping than the one they are compared with. */
interface OtherDialect {
  /** The dialects that have most of the names, in their order. */
  readonly dialects: readonly Dialect[];
  /** The unknown names that are states there. */
  readonly named: readonly Finding[];
}

/** So many records are of another edition, and so is their document; one may be there by mistake. */
const FEWEST_RECORDS = 2;
/** So many names are of another edition, whatever they stand in. */
const FEWEST_NAMES = 3;

/**
 * The findings, with states of another dialect reported as such. One record that has some is compared with that
 * dialect by itself; a document that has more is as a whole.
 * @param records what the findings are of
 * @returns the findings, and the relation that all but such a single record are compared with
 */
export function* withOtherDialect(
  records: readonly StateRecord[],
  findings: readonly Finding[],
  relation: Relation,
  current: Dialect,
): Steps<{ relation: Relation; findings: readonly Finding[] }> {
  const other = dialectOf(findings, relation, current);
  const [first] = other?.named ?? [];
  const [dialect] = other?.dialects ?? [];
  if (!other || !first || !dialect) return { relation, findings };
  const { dialects, named } = other;
  const otherRelation = relationOf(dialect);
  const isDocument =
    named.length >= FEWEST_NAMES ||
    new Set(named.map(({ record }) => record)).size >= FEWEST_RECORDS;
  if (isDocument) {
    const notice = toNotice(first, relation, dialects, named.length);
    const found = yield* findFaults(records, otherRelation);
    return { relation: otherRelation, findings: [notice, ...found] };
  }
  const { record, stateField } = first;
  const rest = findings.filter((finding) => finding.record !== record);
  const again = findInRecord(record, otherRelation)
    .filter((finding) => finding.stateField !== stateField)
    .map((finding): Finding => ({ ...finding, relation: otherRelation }));
  return { relation, findings: [...rest, toNotice(first, relation, dialects), ...again] };
}

function toNotice(
  { stateField, problem, ...place }: Finding,
  relation: Relation,
  dialects: readonly Dialect[],
  count?: number,
): Finding {
  const { field, expected } = problem;
  const state = stateOf(relation, field, stateField.value) ?? '';
  const notice: OtherDialectProblem = {
    ...problemOf(field, state, relation, {}),
    expected,
    dialects,
    count,
  };
  const { code } = otherDialect;
  return { ...place, stateField, code, rule: otherDialect, problem: notice };
}

/** The editions that most of the unknown values are states of, if there are any. */
function dialectOf(
  findings: readonly Finding[],
  own: Relation,
  current: Dialect,
): OtherDialect | undefined {
  const unknown = findings.filter(({ rule }) => rule.kind === 'value');
  const found = DIALECTS.filter((dialect) => dialect !== current).map((dialect) => {
    const relation = relationOf(dialect);
    const named = unknown.filter(({ stateField: { field, value } }) => {
      const name = stateOf(own, field, value);
      return typeof name === 'string' && isLiteral(relation, field, name);
    });
    return { dialect, named };
  });
  const most = Math.max(...found.map(({ named }) => named.length));
  const best = found.filter(({ named }) => named.length === most);
  const named = best[0]?.named ?? [];
  return most > 0 ? { dialects: best.map(({ dialect }) => dialect), named } : undefined;
}
