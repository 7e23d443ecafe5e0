import { diagnoseIn } from '../../diagnostics/diagnose';
import { type ParsedDocument, readText } from '../../document/parsed-document';
import type { RuleCode } from '../../rules/rules';
import type { Context } from '../../settings/context';
import { applied, type TextEdit } from '../../text/edit';
import { finish } from '../../text/steps';

/** What edits would do to the diagnostics of a text. */
export interface Trial {
  /** The text with the edits made. */
  readonly changed: ParsedDocument;
  /** Whether some diagnostic was not there before. */
  readonly addsAny: boolean;
  /** Whether there are fewer diagnostics than before. */
  readonly hasFewer: boolean;
  /** Whether the diagnostic is still there. The offset is that of the text before the edits. */
  keeps(code: RuleCode, start: number): boolean;
}

/**
 * Makes the edits in a copy of the text, which is read whole.
 * @param edits in order and without overlap
 * @returns undefined where no reader serves the language
 */
export function tryEdits(
  reading: ParsedDocument,
  edits: readonly TextEdit[],
  context: Context,
): Trial | undefined {
  const { text, languageId, keys } = reading;
  const changed = readText(applied(text, edits), languageId, keys);
  if (!changed) return undefined;
  const before = finish(diagnoseIn(reading, context));
  const after = finish(diagnoseIn(changed, context));
  const known = new Set(movedPlaces(before, edits));
  const left = new Set(after.map(placeOf));
  return {
    changed,
    addsAny: [...left].some((place) => !known.has(place)),
    hasFewer: after.length < before.length,
    keeps: (code, start) => movedPlaces([{ code, start }], edits).some((place) => left.has(place)),
  };
}

interface Place {
  readonly code: RuleCode;
  readonly start: number;
}

function placeOf({ code, start }: Place): string {
  return `${code} ${start}`;
}

/** Where what stands at the places, which are in order, is once the edits are made. */
function movedPlaces(places: readonly Place[], edits: readonly TextEdit[]): string[] {
  let growth = 0;
  let next = 0;
  return places.map(({ code, start }) => {
    let edit = edits[next];
    while (edit && edit.end <= start) {
      growth += edit.newText.length - (edit.end - edit.start);
      edit = edits[++next];
    }
    const replaced = edit && edit.start < start ? edit.start : start;
    return placeOf({ code, start: replaced + growth });
  });
}
