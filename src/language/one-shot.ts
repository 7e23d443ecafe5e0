import type { Diagnostic } from './diagnostics/diagnose';
import type { ParsedDocument } from './document/parsed-document';
import type { Completion, CompletionTrigger } from './features/completion/completion-item';
import type { Fix } from './features/fixes/fix';
import type { Hover } from './features/hover';
import { createLanguageService } from './service';
import type { Settings } from './settings/settings';
import type { TextEdit } from './text/edit';
import type { Range } from './text/range';

/**
 * What no server can be, in order of appearance; nothing where the language is not served.
 * @example
 * diagnose('{ "vm_state": "stopped", "task_state": "rebooting" }', 'json')[0]?.code; // 'impossible-pair'
 */
export function diagnose(text: string, languageId: string, settings?: Settings): Diagnostic[] {
  const service = createLanguageService(settings);
  const document = service.parse(text, languageId);
  return document ? service.diagnose(document) : [];
}

/**
 * Proposals for the value or key at the offset, or for a record that can begin there, best first.
 * @param offset in UTF-16 code units
 * @example
 * complete('{ "vm_state": "" }', 'json', 15).map(({ label }) => label); // ['active', 'building', ...]
 */
export function complete(
  text: string,
  languageId: string,
  offset: number,
  settings?: Settings,
  trigger?: CompletionTrigger,
): Completion[] {
  const service = createLanguageService(settings);
  const document = service.parse(text, languageId);
  return document ? service.complete(document, offset, trigger) : [];
}

/**
 * The explanation of the state or key at the offset.
 * @param offset in UTF-16 code units
 * @example
 * hover('{ "vm_state": "active" }', 'json', 16)?.markdown;
 */
export function hover(
  text: string,
  languageId: string,
  offset: number,
  settings?: Settings,
): Hover | undefined {
  const service = createLanguageService(settings);
  const document = service.parse(text, languageId);
  return document && service.hover(document, offset);
}

/**
 * The fixes of all diagnostics that the range touches, best first for each.
 * @param document a text that was read with the keys of the same settings
 * @param range in UTF-16 code units
 * @example
 * const document = readText(text, 'json', keysOf(settings));
 * const fixes = document ? fixReading(document, { start: 0, end: text.length }, settings) : [];
 */
export function fixReading(document: ParsedDocument, range: Range, settings?: Settings): Fix[] {
  return createLanguageService(settings).fixes(document, range);
}

/**
 * The edits of all fixes that have one right answer, in order and without overlap.
 * @param document a text that was read with the keys of the same settings
 * @example
 * const fixed = applied(text, fixAllReading(document, settings));
 */
export function fixAllReading(document: ParsedDocument, settings?: Settings): readonly TextEdit[] {
  return createLanguageService(settings).fixAll(document);
}
