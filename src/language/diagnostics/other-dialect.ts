import { DIALECTS, type Dialect, isLiteral, relationOf } from '../../model';
import type { Finding } from './record-rules';

/** What tells that a text is of another edition of the mapping than the one it is held against. */
export interface OtherDialect {
  readonly dialect: Dialect;
  /** How many unknown names are states there. */
  readonly count: number;
  /** The first of them. */
  readonly finding: Finding;
}

/** Fewer names of another edition than this are taken for mistakes, not for the edition. */
const FEWEST_NAMES = 3;

/** The edition that most of the unknown names are states of, where there are several such names. */
export function otherDialect(
  findings: readonly Finding[],
  current: Dialect,
): OtherDialect | undefined {
  const unknown = findings.filter(({ others }) => others.length === 0);
  let best: OtherDialect | undefined;
  for (const dialect of DIALECTS) {
    if (dialect === current) continue;
    const relation = relationOf(dialect);
    const named = unknown.filter(({ fault }) => {
      const name = fault[fault.field];
      return typeof name === 'string' && isLiteral(relation, fault.field, name);
    });
    const [finding] = named;
    if (finding && named.length >= FEWEST_NAMES && named.length > (best?.count ?? 0)) {
      best = { dialect, count: named.length, finding };
    }
  }
  return best;
}
