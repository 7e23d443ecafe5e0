import { strict as assert } from 'node:assert';
import { type Completion, complete, type Settings } from '../../src/language';
import { CURSOR, withCursor } from './cursor';

/** A fixture with the proposals for its cursor. */
function proposalsAt(
  fixture: string,
  languageId: string,
  settings?: Settings,
): { text: string; offset: number; completions: readonly Completion[] } {
  const { text, offset } = withCursor(fixture);
  return { text, offset, completions: complete(text, languageId, offset, settings) };
}

/**
 * The whole document after the proposal was accepted, the cursor marked.
 * @throws AssertionError where there is no such proposal, or an editor could not apply it
 */
export function accept(
  fixture: string,
  languageId: string,
  label: string,
  settings?: Settings,
): string {
  const { text, offset, completions } = proposalsAt(fixture, languageId, settings);
  const chosen = completions.find((completion) => completion.label === label);
  assert.ok(chosen, `no proposal ${label} for ${fixture}`);
  assertApplicable(text, offset, chosen);
  const cursor = chosen.cursor ?? chosen.insertText.length;
  const inserted = chosen.insertText.slice(0, cursor) + CURSOR + chosen.insertText.slice(cursor);
  return applied(text, { ...chosen, insertText: inserted });
}

/** The text with a proposal applied. */
export function applied(
  text: string,
  { start, end, insertText }: Pick<Completion, 'start' | 'end' | 'insertText'>,
): string {
  return text.slice(0, start) + insertText + text.slice(end);
}

/** Checks what editors demand of a proposal: one line that has the cursor, and a filter that finds it as it is. */
export function assertApplicable(text: string, offset: number, completion: Completion): void {
  const { start, end, filterText } = completion;
  assert.ok(start <= offset && offset <= end, 'the range has the cursor');
  assert.doesNotMatch(text.slice(start, end), /[\n\r]/, 'the range is on one line');
  assert.ok(filterText !== '', 'there is something to filter by');
}
