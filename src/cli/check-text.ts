import { createHash } from 'node:crypto';
import {
  applied,
  type Diagnostic,
  diagnoseReading,
  type Fix,
  fixAllReading,
  fixReading,
  readText,
} from '../language';
import { keysOf, type Settings } from '../language/settings/settings';
import { Lines } from './lines';
import type { Finding, ProposedFix } from './report';

/** More rounds than any chain of fixes needs; a fix may only show when another has been made. */
const MOST_ROUNDS = 10;

/** The findings of a text, in order. */
export function findingsIn(text: string, languageId: string, settings: Settings): Finding[] {
  const reading = readText(text, languageId, keysOf(settings));
  if (!reading) return [];
  const diagnostics = diagnoseReading(reading, settings);
  if (diagnostics.length === 0) return [];
  const lines = new Lines(text);
  const fixes = new Map<string, Fix[]>();
  for (const fix of fixReading(reading, { start: 0, end: text.length }, settings)) {
    const key = `${fix.code} ${fix.range.start}`;
    fixes.set(key, [...(fixes.get(key) ?? []), fix]);
  }
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const own = fixes.get(`${diagnostic.code} ${diagnostic.start}`) ?? [];
    return toFinding(diagnostic, own, lines, seen);
  });
}

/** The text with every fix made that has one right answer, and how many those were. */
export function fixText(
  text: string,
  languageId: string,
  settings: Settings,
): { text: string; fixed: number } {
  let current = text;
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reading = readText(current, languageId, keysOf(settings));
    const edits = reading ? fixAllReading(reading, settings) : [];
    if (edits.length === 0) break;
    fixed += edits.length;
    current = applied(current, edits);
  }
  return { text: current, fixed };
}

function toFinding(
  { code, severity, message, start, end, related }: Diagnostic,
  fixes: readonly Fix[],
  lines: Lines,
  seen: Map<string, number>,
): Finding {
  const region = (range: { start: number; end: number }) => ({
    start: lines.positionAt(range.start),
    end: lines.positionAt(range.end),
  });
  const excerpt = lines.excerptAt(start);
  const key = `${code}\n${excerpt.text.trim()}`;
  const occurrence = seen.get(key) ?? 0;
  seen.set(key, occurrence + 1);
  return {
    code,
    severity,
    message,
    ...region({ start, end }),
    related: related.map((place) => ({ ...region(place), message: place.message })),
    fixable: fixes.some(({ safe }) => safe),
    fixes: fixes
      .filter(({ edits, safe, preferred }) => edits.length > 0 && (safe || preferred))
      .map(
        ({ title, edits }): ProposedFix => ({
          title,
          replacements: edits.map((edit) => ({ ...region(edit), newText: edit.newText })),
        }),
      ),
    excerpt,
    fingerprint: createHash('sha256').update(`${key}\n${occurrence}`).digest('hex').slice(0, 32),
  };
}
