/**
 * The face of the language floor: text in, plain data out. All offsets are UTF-16 code units.
 * Any text gives an answer; none throws.
 */
import {
  type Dialect,
  extendedRelation,
  matchingRows,
  type Relation,
  type Row,
  relationOf,
  statusOf as statusIn,
} from '../model';
import { answerText } from './answer';
import { type Completion, completeAt } from './complete';
import type { Context } from './context';
import { type Diagnostic, diagnoseIn } from './diagnose';
import type { Edit } from './edit';
import { findAhead } from './find';
import { type Fix, fixAllEdits, fixesIn } from './fix';
import { type Hover, hoverAt } from './hover';
import { type StatusHint, type StatusHints, statusHintsIn } from './inlay';
import { type Insertion, insertionsAt } from './insert';
import { type KeyNames, keyNamesOf, type OwnKeys } from './key-names';
import { english, type Translate } from './localize';
import { type Overview, overviewOf } from './overview';
import { type Reading, readText } from './reading';
import type { Range } from './record';
import { hasRecords, type RecordAt, recordAt } from './record-at';
import { RULES, type RuleCode, type Severity } from './rules';

export { DIALECTS, type Dialect, FIELDS, type Field, type Row } from '../model';
export type { Completion } from './complete';
export {
  type Configuration,
  configurationFrom,
  type FileSuppression,
  isConfigurable,
  settingsFor,
} from './configuration';
export type { Diagnostic, RelatedPlace } from './diagnose';
export { applied, type Edit } from './edit';
export { exampleText } from './example';
export type { Fix } from './fix';
export { mayHoldStates } from './guard';
export type { Hover } from './hover';
export { IgnoredPaths, type IgnoreFile } from './ignored-paths';
export { LiveDocument, type TextChange } from './incremental';
export { STATUS_HINTS, type StatusHint, type StatusHints } from './inlay';
export type { Insertion } from './insert';
export {
  isOwnKey,
  type KeyNames,
  OWN_KEY_PATTERN,
  type OwnKeys,
} from './key-names';
export { english, type Translate } from './localize';
export { LOGIC_CODES } from './logic/finding';
export type { MapData, MapRequest, ShownRecord } from './map/messages';
export { type Overview, overviewText } from './overview';
export { FILE_EXTENSIONS, LANGUAGE_IDS, languageOfFile } from './readers/registry';
export { type Reading, readText } from './reading';
export type { RecordAt } from './record-at';
export { ruleHelp } from './rule-help';
export { RULE_CODES, RULES, type RuleCode, SEVERITIES, type Severity } from './rules';
export { sourceOf, type TextSource } from './source';
export { type Tally, tallyText } from './tally';

/** What a caller may choose; everything has a default. */
export interface Settings {
  /** Severity per rule; a rule that is not named has its default. */
  readonly severity?: Readonly<Partial<Record<RuleCode, Severity>>>;
  /** The edition of the mapping; Huawei Cloud's 36 rows where absent. */
  readonly dialect?: Dialect;
  /** Rows beside those of the dialect. */
  readonly additionalRows?: readonly Row[];
  /** Names of the user's own for the fields, beside the spellings that are known everywhere. */
  readonly keys?: OwnKeys;
  /** Whether missing keys are proposed; they are where absent. */
  readonly proposeKeys?: boolean;
  /** Where the status of a pair is shown; in data where absent. */
  readonly statusHints?: StatusHints;
  /** Language of the messages; English where absent. */
  readonly translate?: Translate;
}

/** What no server can be, in order of appearance. */
export function diagnose(text: string, languageId: string, settings?: Settings): Diagnostic[] {
  const reading = readText(text, languageId, keysOf(settings));
  return reading ? diagnoseReading(reading, settings) : [];
}

/** Proposals for the value or key at the offset, best first. */
export function complete(
  text: string,
  languageId: string,
  offset: number,
  settings?: Settings,
): Completion[] {
  const reading = readText(text, languageId, keysOf(settings));
  return reading ? completeReading(reading, offset, settings) : [];
}

/** The explanation of the literal or key at the offset. */
export function hover(
  text: string,
  languageId: string,
  offset: number,
  settings?: Settings,
): Hover | undefined {
  const reading = readText(text, languageId, keysOf(settings));
  return reading && hoverReading(reading, offset, settings);
}

/** What keys mean by the settings. */
export function keysOf(settings: Settings = {}): KeyNames {
  return keyNamesOf(settings.keys, settings.dialect);
}

/** As `diagnose`, for a text that was read already. */
export function diagnoseReading(reading: Reading, settings: Settings = {}): Diagnostic[] {
  return diagnoseIn(reading, contextOf(settings));
}

/**
 * Does a part of what `diagnoseReading` has to do, so that a long text is judged in slices.
 * @param from the record to go on with; the first is 0
 * @param isOver whether to stop, to be called again later
 * @returns the record to go on with; their number once nothing is left
 */
export function judgeAhead(
  { records }: Reading,
  from: number,
  isOver: () => boolean,
  settings: Settings = {},
): number {
  return findAhead(records, contextOf(settings).relation, from, isOver);
}

/** As `complete`, for a text that was read already. */
export function completeReading(
  reading: Reading,
  offset: number,
  settings: Settings = {},
): Completion[] {
  return completeAt(reading, offset, contextOf(settings));
}

/** As `hover`, for a text that was read already. */
export function hoverReading(
  reading: Reading,
  offset: number,
  settings: Settings = {},
): Hover | undefined {
  return hoverAt(reading, offset, contextOf(settings));
}

/** The fixes of all diagnostics that the range touches, best first for each. */
export function fixReading(reading: Reading, range: Range, settings: Settings = {}): Fix[] {
  return fixesIn(reading, range, contextOf(settings));
}

/** The missing fields that follow from the others in the record at the offset. */
export function insertReading(
  reading: Reading,
  offset: number,
  settings: Settings = {},
): Insertion[] {
  return insertionsAt(reading, offset, contextOf(settings));
}

/** What is known of the innermost record about a server at the offset. */
export function recordReading(
  reading: Reading,
  offset: number,
  settings: Settings = {},
): RecordAt | undefined {
  return recordAt(reading, offset, contextOf(settings));
}

/** Whether the text holds a record about a server. */
export function hasRecordsReading(reading: Reading, settings: Settings = {}): boolean {
  return hasRecords(reading, contextOf(settings));
}

/** The statuses that the records in the range show and do not have. */
export function statusHintsReading(
  reading: Reading,
  range: Range,
  settings: Settings = {},
): StatusHint[] {
  const { statusHints = 'data' } = settings;
  return statusHintsIn(reading, range, statusHints, contextOf(settings));
}

/** The rows with the states that are asked about, or why there are none, as text for a person or a model. */
export function answer(question: unknown, settings: Settings = {}): string {
  return answerText(question, contextOf(settings));
}

/** The status that a pair shows, or undefined where no server has it. */
export function statusOf(
  { vm_state, task_state }: Pick<Row, 'vm_state' | 'task_state'>,
  settings: Settings = {},
): string | undefined {
  return statusIn(contextOf(settings).relation, vm_state, task_state);
}

/** The pairs that show a status. */
export function pairsOf(
  status: string,
  settings: Settings = {},
): Pick<Row, 'vm_state' | 'task_state'>[] {
  const rows = matchingRows(contextOf(settings).relation, { status });
  return rows.map(({ vm_state, task_state }) => ({ vm_state, task_state }));
}

/** How many places of the text are about servers. */
export function overviewReading(reading: Reading, settings: Settings = {}): Overview {
  return overviewOf(reading, contextOf(settings));
}

/** The edits of all fixes that have one right answer, in order and without overlap. */
export function fixAllReading(reading: Reading, settings: Settings = {}): Edit[] {
  return fixAllEdits(reading, contextOf(settings));
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

function contextOf(settings: Settings): Context {
  const dialect = settings.dialect ?? 'huaweicloud';
  return {
    dialect,
    relation: relationFor(dialect, settings.additionalRows),
    severityOf: (code) => settings.severity?.[code] ?? RULES[code].defaultSeverity,
    proposeKeys: settings.proposeKeys ?? true,
    t: settings.translate ?? english,
  };
}
