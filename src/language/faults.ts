import { type Relation, relationOf } from '../model';
import type { Context } from './context';
import { type Finding, findFaults } from './find';
import { otherDialect } from './other-dialect';
import type { Reading } from './reading';
import { type Suppression, withoutSuppressed } from './suppress';

/** What is to be said of a text. */
export interface Faults {
  readonly findings: readonly Finding[];
  /** What the text was held against: another dialect's relation where it is full of its states. */
  readonly relation: Relation;
  /** The comments that silence nothing. */
  readonly unused: readonly Suppression[];
}

/**
 * The faults of a text but for suppressed ones. Where it is full of another dialect's states, that is one
 * finding, and the text is held against that dialect.
 */
export function faultsIn({ text, records }: Reading, context: Context): Faults {
  const found = findFaults(records, context.relation);
  const isAsked = context.severityOf('other-dialect') !== 'off';
  const other = isAsked ? otherDialect(found, context.dialect) : undefined;
  if (!other) return { relation: context.relation, ...suppress(text, found) };
  const { fault, ...place } = other.finding;
  const notice: Finding = {
    ...place,
    code: 'other-dialect',
    fault: { ...fault, dialect: other.dialect, count: other.count },
  };
  const relation = relationOf(other.dialect);
  return { relation, ...suppress(text, [notice, ...findFaults(records, relation)]) };
}

function suppress(text: string, found: readonly Finding[]): Omit<Faults, 'relation'> {
  const { kept, unused } = withoutSuppressed(text, found);
  return { findings: kept, unused };
}
