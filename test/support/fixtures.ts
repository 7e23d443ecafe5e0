import {
  applied,
  complete,
  createLanguageService,
  diagnose,
  hover,
  type Settings,
} from '../../src/language';
import { withCursor } from './cursor';

/** The text that the hover at the cursor is about. */
export function hovered(fixture: string, languageId: string, settings?: Settings) {
  const { text, offset } = withCursor(fixture);
  const found = hover(text, languageId, offset, settings);
  return found && text.slice(found.start, found.end);
}

/** The text with the proposal of that label chosen at the cursor; undefined where there is none. */
export function chosen(fixture: string, languageId: string, label: string, settings?: Settings) {
  const { text, offset } = withCursor(fixture);
  const found = complete(text, languageId, offset, settings).find((one) => one.label === label);
  return found && applied(text, [{ ...found, newText: found.insertText }]);
}

/** Each diagnostic as its code and the text that it marks. */
export function reported(text: string, languageId: string, settings?: Settings): string[] {
  return diagnose(text, languageId, settings).map(
    ({ code, start, end }) => `${code} ${text.slice(start, end)}`,
  );
}

/** The text after the fix that begins with a title, of the first diagnostic that has such a one. */
export function fixed(text: string, languageId: string, title: string, settings?: Settings) {
  const service = createLanguageService(settings);
  const document = service.parse(text, languageId);
  const fixes = document ? service.fixes(document, { start: 0, end: text.length }) : [];
  const fix = fixes.find((one) => one.title.startsWith(title));
  return fix && applied(text, fix.edits);
}
