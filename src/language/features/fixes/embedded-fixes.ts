import { faultsIn } from '../../diagnostics/collect';
import { visibleRange } from '../../diagnostics/diagnose';
import { inFile } from '../../diagnostics/embedded-faults';
import type { EmbeddedFaults } from '../../diagnostics/faults';
import type { Suppressible } from '../../diagnostics/suppress';
import type { ParsedDocument } from '../../document/parsed-document';
import type { RuleCode } from '../../rules/rules';
import type { Context } from '../../settings/context';
import type { OffsetMap } from '../../syntax/embedded/offset-map';
import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';
import type { Fix } from './fix';

/** Something that is reported. */
interface Reported {
  readonly code: RuleCode;
  readonly range: Range;
  /** None where it is about a comment. */
  readonly fault: Suppressible | undefined;
}

/** What a document offers for a fault of its own. */
type OfferSuppressions = (fault: Suppressible, range: Range) => Fix[];

/**
 * The fixes of the embedded texts that the range touches, where they are in the file.
 * @param fixesIn the fixes of a document, those of its embedded texts included
 * @param suppressions what the file itself offers to silence a fault: where a comment has no place in the text
 */
export function embeddedFixes(
  reading: ParsedDocument,
  range: Range,
  context: Context,
  fixesIn: (reading: ParsedDocument, range: Range, context: Context) => Fix[],
  suppressions: OfferSuppressions,
): Fix[] {
  return faultsIn(reading, context).embedded.flatMap((embedded) => {
    const { document, map } = embedded;
    const inner = map.rangeToInner(range);
    if (!inner) return [];
    const kept = keptPlaces(embedded, context);
    const fixes = fixesIn(document, inner, context).filter((fix) => kept.has(placeOf(fix)));
    const mapped = fixes
      .filter((fix) => !fix.suppressesInSettings)
      .flatMap((fix) => fixInFile(fix, map));
    const places = new Set(fixes.map(placeOf));
    const ofFile = [...kept].flatMap(([place, { fault, range: at }]) => {
      if (!fault || !places.has(place)) return [];
      const outer = inFile(fault, map);
      const marked = map.rangeToOuter(at);
      if (!outer || !marked) return [];
      const there = mapped.filter(
        (fix) => placeOf(fix) === placeOf({ code: fault.code, range: marked }),
      );
      return suppressions(outer, marked).filter(
        ({ title, suppressesInSettings }) =>
          !there.some(
            (fix) => fix.title === title || (suppressesInSettings && fix.kind === 'suppress'),
          ),
      );
    });
    return [...mapped, ...ofFile];
  });
}

/** The edits of the embedded texts that fix what has one right answer, by text. */
export function embeddedEdits(
  reading: ParsedDocument,
  context: Context,
  fixAll: (reading: ParsedDocument, context: Context) => readonly TextEdit[],
): (readonly TextEdit[])[] {
  const { embedded } = faultsIn(reading, context);
  return embedded.flatMap(({ document, map, faults }) => {
    const inner = faultsIn(document, context);
    // What the file silences, the text itself knows nothing of.
    const isSilenced =
      faults.findings.length < inner.findings.length || faults.ofCode.length < inner.ofCode.length;
    const edits = isSilenced ? [] : fixAll(document, context);
    const outer = edits.flatMap((edit) => map.editToOuter(edit) ?? []);
    return outer.length > 0 && outer.length === edits.length ? [outer] : [];
  });
}

/** The places of what is reported of an embedded text, and of its own embedded ones, with its offsets. */
function keptPlaces({ faults }: EmbeddedFaults, context: Context): Map<string, Reported> {
  const kept = new Map<string, Reported>();
  const add = (code: RuleCode, { start, end }: Range, fault?: Suppressible) => {
    const reported = { code, range: { start, end }, fault };
    if (context.severityOf(code) !== 'off') kept.set(placeOf(reported), reported);
  };
  for (const finding of faults.findings)
    add(finding.code, visibleRange(finding.stateField), finding);
  for (const fault of faults.ofCode) add(fault.code, fault.finding, fault);
  for (const { rule, range } of faults.comments) add(rule.code, range);
  for (const inner of faults.embedded) {
    for (const { code, range, fault } of keptPlaces(inner, context).values()) {
      const outer = inner.map.rangeToOuter(range);
      if (outer) add(code, outer, fault && inFile(fault, inner.map));
    }
  }
  return kept;
}

function placeOf({ code, range }: Pick<Reported, 'code' | 'range'>): string {
  return `${code} ${range.start} ${range.end}`;
}

function fixInFile(fix: Fix, map: OffsetMap): Fix[] {
  const range = map.rangeToOuter(fix.range);
  const edits = fix.edits.flatMap((edit) => map.editToOuter(edit) ?? []);
  return range && edits.length === fix.edits.length ? [{ ...fix, range, edits }] : [];
}
