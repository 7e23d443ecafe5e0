/**
 * The door of the language floor: text in, plain data out. All offsets are UTF-16 code units.
 * Any text gives an answer; nothing throws. `createLanguageService` is for whoever asks more than once.
 */
export { DIALECTS, type Dialect, FIELDS, type Field, type Row } from '../model';
export type { Diagnostic, RelatedPlace } from './diagnostics/diagnose';
export { findingsKey, withAllRules, withSeverities } from './diagnostics/severities';
export type { OpenDocument } from './document/open-document';
export { type ParsedDocument, readText } from './document/parsed-document';
export { type Tally, tallyText } from './features/check-summary';
export type {
  Completion,
  CompletionTrigger,
  Template,
} from './features/completion/completion-item';
export { expanded } from './features/completion/record-completion';
export { EXAMPLE_LANGUAGES, type ExampleLanguage } from './features/example';
export type { Fix } from './features/fixes/fix';
export type { Hover } from './features/hover';
export type { StatusHint } from './features/inlay-hints';
export type { Insertion } from './features/insert-field';
export { type Overview, overviewText } from './features/overview';
export type { RecordAt } from './features/record-at';
export type { MapData, MapRequest, ShownRecord } from './map/messages';
export { complete, diagnose, fixAllReading, fixReading, hover } from './one-shot';
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
export { createLanguageService, type LanguageService } from './service';
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
