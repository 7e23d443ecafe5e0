import { faultsIn } from '../../diagnostics/collect';
import type { Faults } from '../../diagnostics/faults';
import { type ParsedDocument, readText } from '../../document/parsed-document';
import { RULES, type RuleCode } from '../../rules/rules';
import type { Context } from '../../settings/context';
import { applied, type TextEdit } from '../../text/edit';

interface Start {
  readonly code: RuleCode;
  readonly start: number;
}

/** So much text is read again at most for one request. */
const MOST_READ_AGAIN = 400_000;

/**
 * Whether after some edits only problems of one rule are gone, and all others are as they were; undefined where too
 * much text would have to be read to know.
 */
export type IsExact = (edits: readonly TextEdit[], code: RuleCode) => boolean | undefined;

/** Checks edits of comments by reading the changed text. */
export function exactness(reading: ParsedDocument, context: Context): IsExact {
  const { text, languageId, keys } = reading;
  let left = MOST_READ_AGAIN;
  return (edits, code) => {
    left -= text.length;
    if (left < 0) return undefined;
    const changed = readText(applied(text, edits), languageId, keys);
    if (!changed) return false;
    const before = countsOf(reading, context, (offset) => movedBy(edits, offset));
    const after = countsOf(changed, context, (offset) => offset);
    const isFewer = (place: string, count: number) => (after.get(place) ?? 0) < count;
    const gone = [...before].filter(([place, count]) => isFewer(place, count));
    const added = [...after].filter(([place, count]) => (before.get(place) ?? 0) < count);
    const isOfRule = gone.every(([place]) => place.startsWith(`${code}@`));
    // A comment that is removed takes no other with it.
    const most = RULES[code].kind === 'comment' ? edits.length : gone.length;
    return added.length === 0 && gone.length > 0 && isOfRule && gone.length <= most;
  };
}

/** How many problems of which rule are where. */
function countsOf(
  reading: ParsedDocument,
  context: Context,
  moved: (offset: number) => number,
): ReadonlyMap<string, number> {
  const places = startsOf(faultsIn(reading, context)).map(
    ({ code, start }) => `${code}@${moved(start)}`,
  );
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}

/** Where which problems begin, those of embedded texts included. */
function startsOf({ findings, ofCode, comments, embedded }: Faults): Start[] {
  return [
    ...findings.map(({ code, stateField }) => ({ code, start: stateField.outer.start })),
    ...ofCode.map(({ code, finding }) => ({ code, start: finding.start })),
    ...comments.map(({ rule, range }) => ({ code: rule.code, start: range.start })),
    ...embedded.flatMap(({ faults, map }) =>
      startsOf(faults).flatMap(({ code, start }) => {
        const place = map.rangeToOuter({ start, end: start });
        return place ? [{ code, start: place.start }] : [];
      }),
    ),
  ];
}

function movedBy(edits: readonly TextEdit[], offset: number): number {
  let by = 0;
  for (const { start, end, newText } of edits) {
    if (end <= offset) by += newText.length - (end - start);
  }
  return offset + by;
}
