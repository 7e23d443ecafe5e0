import { type Dialect, extendedRelation, type Relation, type Row, relationOf } from '../../model';
import { type KeyNames, keyNamesOf, type OwnKeys } from '../records/key-names';
import { RULES, type RuleCode } from '../rules/rules';
import type { Severity } from '../rules/severity';
import { english, type Translate } from '../text/localize';
import type { Context } from './context';

/** Where the status of a pair is shown: nowhere, in data (JSON, YAML), or in code, too. */
export const STATUS_HINTS = ['off', 'data', 'all'] as const;

/** One of them. */
export type StatusHints = (typeof STATUS_HINTS)[number];

/** What a caller may choose; everything has a default. */
export interface Settings {
  /** Severity per rule; a rule that is not named has its default. */
  readonly severity?: Readonly<Partial<Record<RuleCode, Severity>>>;
  /** The edition of the mapping; Huawei Cloud's 36 rows where absent. */
  readonly dialect?: Dialect;
  /** Rows in addition to those of the dialect. */
  readonly additionalRows?: readonly Row[];
  /** Names of the user's own for the fields, in addition to the spellings that are known everywhere. */
  readonly keys?: OwnKeys;
  /** Whether missing keys are proposed; they are where absent. */
  readonly proposeKeys?: boolean;
  /** Where the status of a pair is shown; in data where absent. */
  readonly statusHints?: StatusHints;
  /** Language of the messages; English where absent. */
  readonly translate?: Translate;
}

/** What keys mean by the settings. */
export function keysOf(settings: Settings = {}): KeyNames {
  return keyNamesOf(settings.keys, settings.dialect);
}

const NO_ROWS: readonly Row[] = [];

const extended = new WeakMap<readonly Row[], Map<Dialect, Relation>>();

/** Building a relation is work, so each list of rows is added to a dialect once. */
function relationFor(dialect: Dialect, rows: readonly Row[] = NO_ROWS): Relation {
  const byDialect = extended.get(rows) ?? new Map<Dialect, Relation>();
  const relation = byDialect.get(dialect) ?? extendedRelation(relationOf(dialect), rows);
  extended.set(rows, byDialect.set(dialect, relation));
  return relation;
}

/** What every feature needs to know of the settings. */
export function contextOf(settings: Settings): Context {
  const dialect = settings.dialect ?? 'huaweicloud';
  return {
    dialect,
    relation: relationFor(dialect, settings.additionalRows),
    severityOf: (code) => settings.severity?.[code] ?? RULES[code].defaultSeverity,
    proposeKeys: settings.proposeKeys ?? true,
    t: settings.translate ?? english,
  };
}
