import { strict as assert } from 'node:assert';
import {
  applied,
  createLanguageService,
  type Diagnostic,
  type Fix,
  fixReading,
  type ParsedDocument,
  readText,
  type TextEdit,
} from '../../src/language';

const COMMENT_CODES = ['unused-suppression', 'unknown-suppression'];

function read(text: string, languageId: string): ParsedDocument {
  const reading = readText(text, languageId);
  assert.ok(reading);
  return reading;
}

/** The fixes of one diagnostic and of no other at the same place. */
function fixesOf(reading: ParsedDocument, diagnostic: Diagnostic): Fix[] {
  return fixReading(reading, diagnostic).filter(
    ({ code, range }) => code === diagnostic.code && range.start === diagnostic.start,
  );
}

const isForLine = ({ title, edits }: Fix) => title.endsWith('for this line') && edits.length > 0;

/** Where diagnostics are after some edits; those in what is removed are left out. */
function placesOf(diagnostics: readonly Diagnostic[], edits: readonly TextEdit[] = []): string[] {
  const places = diagnostics.flatMap(({ code, start, message }) => {
    if (edits.some((edit) => edit.start <= start && start < edit.end)) return [];
    const by = edits
      .filter(({ end }) => end <= start)
      .reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
    // Which words of a comment are marked depends on the others in it.
    return COMMENT_CODES.includes(code) ? [code] : [`${code} @ ${start + by} ${message}`];
  });
  return places.sort();
}

/**
 * Checks that a fix about comments removes its diagnostic, those of the same rule that the same comment reaches, and
 * no other, and adds none.
 */
function checkFix(reading: ParsedDocument, diagnostic: Diagnostic, { edits, title }: Fix): void {
  const { text, languageId } = reading;
  const changed = applied(text, edits);
  const before = createLanguageService().diagnose(reading);
  const left = placesOf(createLanguageService().diagnose(read(changed, languageId)));
  const what = `${title}\n${text}\n→\n${changed}`;
  const isOfRule = (place: string) => place.split(' ')[0] === diagnostic.code;
  const places = placesOf(before, edits);
  if (COMMENT_CODES.includes(diagnostic.code)) {
    // A comment and one that is of no use without it go together.
    const gone = places.length - left.length;
    assert.ok(
      edits.length > 1 ? gone >= 0 : gone === (isMarkRemoved(diagnostic, edits) ? 0 : 1),
      what,
    );
    const isState = (place: string) => place.includes(' @ ');
    assert.deepEqual(left.filter(isState), places.filter(isState), what);
    return;
  }
  const target = placesOf([diagnostic], edits)[0];
  assert.ok(target && !left.includes(target), `keeps: ${what}`);
  const others = places.filter((place) => !isOfRule(place));
  assert.deepEqual(
    left.filter((place) => !isOfRule(place)),
    others,
    what,
  );
  for (const place of left.filter(isOfRule)) assert.ok(places.includes(place), what);
}

function isMarkRemoved({ start }: Diagnostic, edits: readonly TextEdit[]): boolean {
  return edits.some((edit) => edit.start <= start && start < edit.end);
}

/** Checks every fix about comments of the first diagnostics of a text. */
export function checkSuppressions(text: string, languageId: string, most = 4): void {
  const reading = read(text, languageId);
  for (const diagnostic of createLanguageService().diagnose(reading).slice(0, most)) {
    const isAboutComments = ({ title, edits }: Fix) =>
      /^(?:Suppress|Remove)/.test(title) && edits.length > 0;
    for (const fix of fixesOf(reading, diagnostic).filter(isAboutComments)) {
      checkFix(reading, diagnostic, fix);
    }
  }
}

/**
 * Silences one diagnostic after the other for its line, as long as that is offered.
 * @returns the text, and the codes of what is left
 */
export function silenceLines(text: string, languageId: string): { text: string; left: string[] } {
  let current = text;
  for (let count = Infinity; ; ) {
    const reading = read(current, languageId);
    const diagnostics = createLanguageService()
      .diagnose(reading)
      .filter(({ code }) => !COMMENT_CODES.includes(code));
    assert.ok(diagnostics.length < count, `never ends: ${text}\n→\n${current}`);
    count = diagnostics.length;
    const fix = diagnostics.flatMap((one) => fixesOf(reading, one).filter(isForLine))[0];
    if (!fix) return { text: current, left: diagnostics.map(({ code }) => code) };
    current = applied(current, fix.edits);
  }
}
