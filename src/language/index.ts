/**
 * The face of the language floor: text in, plain data out. All offsets are UTF-16 code units.
 * Any text gives an answer; none throws.
 */
import { matchingRows, type Row, statusOf as statusIn } from '../model';
import { type Diagnostic, diagnoseIn } from './diagnostics/diagnose';
import { type ParsedDocument, readText } from './document/parsed-document';
import { completeAt } from './features/completion/completion';
import type { Completion, CompletionTrigger } from './features/completion/completion-item';
import { fixAllEdits } from './features/fixes/fix-all';
import { type Fix, fixesIn } from './features/fixes/fixes';
import { isHalfTyped as isHalfTypedIn } from './features/half-typed';
import { type Hover, hoverAt } from './features/hover';
import { type StatusHint, statusHintsIn } from './features/inlay-hints';
import { type Insertion, insertionsAt } from './features/insert-field';
import { answerText } from './features/lookup-answer';
import { type Overview, overviewOf } from './features/overview';
import { hasRecords, type RecordAt, recordAt } from './features/record-at';
import type { RuleCode } from './rules/rules';
import { contextOf, keysOf, type Settings } from './settings/settings';
import type { TextEdit } from './text/edit';
import type { Range } from './text/range';
import { finish, type Steps } from './text/steps';

export { DIALECTS, type Dialect, FIELDS, type Field, type Row } from '../model';
export { LOGIC_CODES } from './analysis/finding';
export type { Diagnostic, RelatedPlace } from './diagnostics/diagnose';
export { findingsKey, withAllRules, withSeverities } from './diagnostics/severities';
export { LiveDocument } from './document/live-document';
export { type ParsedDocument, readText } from './document/parsed-document';
export { type Tally, tallyText } from './features/check-summary';
export type {
  Completion,
  CompletionTrigger,
  Template,
} from './features/completion/completion-item';
export { expanded } from './features/completion/record-completion';
export { exampleText } from './features/example';
export type { Fix } from './features/fixes/fixes';
export type { Hover } from './features/hover';
export type { StatusHint } from './features/inlay-hints';
export type { Insertion } from './features/insert-field';
export { type Overview, overviewText } from './features/overview';
export type { RecordAt } from './features/record-at';
export type { MapData, MapRequest, ShownRecord } from './map/messages';
export {
  isOwnKey,
  type KeyNames,
  OWN_KEY_PATTERN,
  type OwnKeys,
} from './records/key-names';
export { mayHoldStates } from './records/prefilter';
export { ruleDescription, ruleHelp } from './rules/rule-help';
export { RULE_CODES, RULES, type RuleCode } from './rules/rules';
export { SEVERITIES, type Severity, severitySetting } from './rules/severity';
export {
  type Configuration,
  configurationFrom,
  type FileSuppression,
  isConfigurable,
  settingsFor,
} from './settings/configuration';
export { keysOf, type Settings, STATUS_HINTS, type StatusHints } from './settings/settings';
export { FILE_EXTENSIONS, LANGUAGE_IDS, languageOfFile } from './syntax/registry';
export type { TextChange } from './text/changes';
export { applied, type TextEdit } from './text/edit';
export { english, type Translate } from './text/localize';
export { sourceOf, type TextSource } from './text/source';
export { advance, type Steps } from './text/steps';

/** What no server can be, in order of appearance. */
export function diagnose(text: string, languageId: string, settings?: Settings): Diagnostic[] {
  const reading = readText(text, languageId, keysOf(settings));
  return reading ? diagnoseReading(reading, settings) : [];
}

/** Proposals for the value or key at the offset, or for a record that can begin there, best first. */
export function complete(
  text: string,
  languageId: string,
  offset: number,
  settings?: Settings,
  trigger?: CompletionTrigger,
): Completion[] {
  const reading = readText(text, languageId, keysOf(settings));
  return reading ? completeReading(reading, offset, settings, trigger) : [];
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

/** As `diagnose`, for a text that was read already. */
export function diagnoseReading(reading: ParsedDocument, settings: Settings = {}): Diagnostic[] {
  return finish(diagnoseIn(reading, contextOf(settings)));
}

/** As `diagnoseReading`, in steps between which others get their turn; of use as long as the reading holds. */
export function diagnoseInSteps(
  reading: ParsedDocument,
  settings: Settings = {},
): Steps<Diagnostic[]> {
  return diagnoseIn(reading, contextOf(settings));
}

/** Whether what a diagnostic marks may be the beginning of a state, still being typed. */
export function isHalfTyped(code: RuleCode, marked: string, settings: Settings = {}): boolean {
  return isHalfTypedIn(code, marked, contextOf(settings));
}

/** As `complete`, for a text that was read already. */
export function completeReading(
  reading: ParsedDocument,
  offset: number,
  settings: Settings = {},
  trigger: CompletionTrigger = 'request',
): Completion[] {
  return completeAt(reading, offset, contextOf(settings), trigger);
}

/** As `hover`, for a text that was read already. */
export function hoverReading(
  reading: ParsedDocument,
  offset: number,
  settings: Settings = {},
): Hover | undefined {
  return hoverAt(reading, offset, contextOf(settings));
}

/** The fixes of all diagnostics that the range touches, best first for each. */
export function fixReading(reading: ParsedDocument, range: Range, settings: Settings = {}): Fix[] {
  return fixesIn(reading, range, contextOf(settings));
}

/** The missing fields that follow from the others in the record at the offset. */
export function insertReading(
  reading: ParsedDocument,
  offset: number,
  settings: Settings = {},
): Insertion[] {
  return insertionsAt(reading, offset, contextOf(settings));
}

/** What is known of the innermost record about a server at the offset. */
export function recordReading(
  reading: ParsedDocument,
  offset: number,
  settings: Settings = {},
): RecordAt | undefined {
  return recordAt(reading, offset, contextOf(settings));
}

/** Whether the text holds a record about a server. */
export function hasRecordsReading(reading: ParsedDocument, settings: Settings = {}): boolean {
  return hasRecords(reading, contextOf(settings));
}

/** The statuses that the records in the range show and do not have. */
export function statusHintsReading(
  reading: ParsedDocument,
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
export function overviewReading(reading: ParsedDocument, settings: Settings = {}): Overview {
  return overviewOf(reading, contextOf(settings));
}

/** The edits of all fixes that have one right answer, in order and without overlap. */
export function fixAllReading(
  reading: ParsedDocument,
  settings: Settings = {},
): readonly TextEdit[] {
  return fixAllEdits(reading, contextOf(settings));
}
