import { matchingRows, type Row, statusOf } from '../model';
import { type Diagnostic, diagnoseIn } from './diagnostics/diagnose';
import { OpenDocument } from './document/open-document';
import { type ParsedDocument, readText } from './document/parsed-document';
import { completeAt } from './features/completion/completion';
import type { Completion, CompletionTrigger } from './features/completion/completion-item';
import { type ExampleLanguage, exampleText } from './features/example';
import type { Fix } from './features/fixes/fix';
import { fixAllEdits } from './features/fixes/fix-all';
import { fixesIn } from './features/fixes/fixes';
import { isHalfTyped } from './features/half-typed';
import { type Hover, hoverAt } from './features/hover';
import { type StatusHint, statusHintsIn } from './features/inlay-hints';
import { type Insertion, insertionsAt } from './features/insert-field';
import { answerText } from './features/lookup-answer';
import { type Overview, overviewOf } from './features/overview';
import { hasRecords, type RecordAt, recordAt } from './features/record-at';
import type { KeyNames } from './records/key-names';
import { mayHoldStates } from './records/prefilter';
import type { RuleCode } from './rules/rules';
import type { Context } from './settings/context';
import { contextOf, keysOf, type Settings } from './settings/settings';
import { readerFor } from './syntax/registry';
import type { TextEdit } from './text/edit';
import type { Range } from './text/range';
import type { TextSource } from './text/source';
import { finish, type Steps } from './text/steps';

/**
 * Answers about states in texts, by one choice of settings.
 * @param settings what is not chosen has its default
 * @returns a service that keeps no document; make one for each choice of settings, and use it for all documents
 * @example
 * const service = createLanguageService({ dialect: 'openstack' });
 * const document = service.parse('{ "vm_state": "stopped", "task_state": "rebooting" }', 'json');
 * if (document) console.log(service.diagnose(document).map(({ message }) => message));
 */
export function createLanguageService(settings: Settings = {}): LanguageService {
  return new LanguageService(settings);
}

/**
 * The features, over documents that were parsed: all methods give plain data and change nothing.
 * All offsets are UTF-16 code units. Any text and any offset gives an answer, and no method throws.
 */
export class LanguageService {
  /** What keys mean by the settings. */
  readonly keys: KeyNames;
  readonly #context: Context;

  /** @param settings those that it answers by */
  constructor(readonly settings: Settings) {
    this.keys = keysOf(settings);
    this.#context = contextOf(settings);
  }

  /**
   * Whether a text may hold a state, which is known without parsing it; false is certain.
   * @example
   * service.mayHoldStates('{ "name": "x" }'); // false
   */
  mayHoldStates(text: string): boolean {
    return mayHoldStates(text, this.keys);
  }

  /**
   * Parses a text that does not change.
   * @param languageId as VS Code names it: `json`, `yaml`, `typescript`, ...
   * @returns what the other methods take; undefined where the language is not served
   * @example
   * const document = service.parse('vm_state: stopped', 'yaml');
   */
  parse(text: string, languageId: string): ParsedDocument | undefined {
    return readText(text, languageId, this.keys);
  }

  /**
   * Opens a text that changes: `advance` parses it, in slices if need be, and `change` takes what is typed.
   * @param text a string, or where parts of the text can be had
   * @returns undefined where the language is not served
   * @example
   * const open = service.open('{ "vm_state": "activ" }', 'json');
   * open?.change([{ start: 20, end: 20, newLength: 1 }], '{ "vm_state": "active" }');
   * const document = open?.advance(() => false);
   */
  open(text: string | TextSource, languageId: string): OpenDocument | undefined {
    return readerFor(languageId) && new OpenDocument(text, languageId, this.keys);
  }

  /**
   * What no server can be.
   * @returns one diagnostic for each place and rule, in order of their start
   * @example
   * for (const { start, end, code, severity, message } of service.diagnose(document)) report(message);
   */
  diagnose(document: ParsedDocument): Diagnostic[] {
    return finish(this.diagnoseInSteps(document));
  }

  /**
   * As `diagnose`, in steps between which others can have their turn; start over where the document changes meanwhile.
   * @example
   * const steps = service.diagnoseInSteps(document);
   * const done = advance(steps, () => performance.now() > end); // { result } or undefined
   */
  diagnoseInSteps(document: ParsedDocument): Steps<Diagnostic[]> {
    return diagnoseIn(document, this.#context);
  }

  /**
   * Whether a diagnostic may go by itself, because what it marks can be the beginning of a state.
   * @param marked the text that it marks
   * @example
   * service.isHalfTyped('unknown-vm-state', 'acti'); // true
   */
  isHalfTyped(code: RuleCode, marked: string): boolean {
    return isHalfTyped(code, marked, this.#context);
  }

  /**
   * Explains the state or key at an offset.
   * @returns Markdown and the range that it explains; undefined where there is neither
   * @example
   * service.hover(document, text.indexOf('stopped'))?.markdown;
   */
  hover(document: ParsedDocument, offset: number): Hover | undefined {
    return hoverAt(document, inText(document, offset), this.#context);
  }

  /**
   * Proposes values, keys or whole records for an offset.
   * @param trigger what opened the list: a record is proposed on request only
   * @returns the proposals, best first; none where nothing can be typed
   * @example
   * service.complete(document, offset).map(({ label }) => label); // ['active', 'building', ...]
   */
  complete(
    document: ParsedDocument,
    offset: number,
    trigger: CompletionTrigger = 'request',
  ): Completion[] {
    return completeAt(document, inText(document, offset), this.#context, trigger);
  }

  /**
   * The fixes of all diagnostics that a range touches.
   * @returns best first for each diagnostic; the edits of each are in order and without overlap
   * @example
   * const [best] = service.fixes(document, diagnostic);
   * if (best) text = applied(text, best.edits);
   */
  fixes(document: ParsedDocument, range: Range): Fix[] {
    return fixesIn(document, rangeInText(document, range), this.#context);
  }

  /**
   * Fixes whatever has one right answer.
   * @returns edits in order and without overlap; none where nothing has one
   * @example
   * text = applied(text, service.fixAll(document));
   */
  fixAll(document: ParsedDocument): readonly TextEdit[] {
    return fixAllEdits(document, this.#context);
  }

  /**
   * The missing fields that follow from the others in the record at an offset.
   * @example
   * service.insertions(document, offset).map(({ title }) => title);
   */
  insertions(document: ParsedDocument, offset: number): Insertion[] {
    return insertionsAt(document, inText(document, offset), this.#context);
  }

  /**
   * What is known of the innermost record about a server at an offset.
   * @returns its states and where it begins; undefined where there is no such record
   * @example
   * service.recordAt(document, offset)?.row.vm_state;
   */
  recordAt(document: ParsedDocument, offset: number): RecordAt | undefined {
    return recordAt(document, inText(document, offset), this.#context);
  }

  /**
   * Whether the text holds a record about a server.
   * @example
   * if (service.hasRecords(document)) showMenu();
   */
  hasRecords(document: ParsedDocument): boolean {
    return hasRecords(document, this.#context);
  }

  /**
   * The statuses that the records in a range show and do not state.
   * @returns a hint for each, where the settings want them; its edit is computed when it is asked for
   * @example
   * service.statusHints(document, { start: 0, end: text.length }).map(({ label }) => label);
   */
  statusHints(document: ParsedDocument, range: Range): StatusHint[] {
    const { statusHints = 'data' } = this.settings;
    return statusHintsIn(document, rangeInText(document, range), statusHints, this.#context);
  }

  /**
   * How many places of the text are about servers.
   * @example
   * overviewText(service.overview(document), english);
   */
  overview(document: ParsedDocument): Overview {
    return overviewOf(document, this.#context);
  }

  /**
   * Answers a question about states as text for a person or a model.
   * @param question an object with `vm_state`, `task_state`, `status`, of which each may be absent; not trusted
   * @returns the rows with these states, or why there are none
   * @example
   * service.answer({ status: 'REBOOT' });
   */
  answer(question: unknown): string {
    return answerText(question, this.#context);
  }

  /**
   * A text to try everything out on: one fault of each kind, with a comment on what is wrong and what its fix does.
   * @example
   * service.example('yaml');
   */
  example(languageId: ExampleLanguage): string {
    return exampleText(languageId, this.#context);
  }

  /**
   * The status that a pair shows.
   * @returns undefined where no server has the pair
   * @example
   * service.statusOf({ vm_state: 'active', task_state: null }); // 'ACTIVE'
   */
  statusOf({ vm_state, task_state }: Pick<Row, 'vm_state' | 'task_state'>): string | undefined {
    return statusOf(this.#context.relation, vm_state, task_state);
  }

  /**
   * The pairs that show a status.
   * @returns none where there is no such status
   * @example
   * service.pairsOf('SHUTOFF');
   */
  pairsOf(status: string): Pick<Row, 'vm_state' | 'task_state'>[] {
    const rows = matchingRows(this.#context.relation, { status });
    return rows.map(({ vm_state, task_state }) => ({ vm_state, task_state }));
  }
}

/** The offset, or the nearest one that is in the text; what is no number is its beginning. */
function inText({ source }: ParsedDocument, offset: number): number {
  return Math.max(0, Math.min(Math.trunc(offset) || 0, source.length));
}

function rangeInText(document: ParsedDocument, { start, end }: Range): Range {
  return { start: inText(document, start), end: inText(document, end) };
}
