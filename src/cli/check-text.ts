import { createHash } from 'node:crypto';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  applied,
  type Diagnostic,
  type Fix,
  type LanguageService,
  type ParsedDocument,
  type TextEdit,
} from '../language';
import { excerptAt, regionOf } from './regions';
import type { Details, Finding, ProposedFix } from './report';

/** More rounds than any chain of fixes needs; a fix may only show when another has been made. */
const MOST_ROUNDS = 10;

/**
 * The findings of a text, in order.
 * @param severities those that are wanted
 * @param details what is to be known of each; anything else is not computed
 */
export function findingsIn(
  text: string,
  languageId: string,
  service: LanguageService,
  severities: readonly Finding['severity'][],
  details: Details,
): Finding[] {
  const reading = service.parse(text, languageId);
  if (!reading) return [];
  const diagnostics = service
    .diagnose(reading)
    .filter(({ severity }) => severities.includes(severity));
  if (diagnostics.length === 0) return [];
  const document = TextDocument.create('', languageId, 0, text);
  const fixable = details.fixable ? fixableIn(reading, diagnostics, service) : undefined;
  const fixes = details.fixes ? fixesIn(reading, service) : undefined;
  const occurrences = details.fingerprint ? new Map<string, number>() : undefined;
  return diagnostics.map((diagnostic) => {
    const finding = toFinding(diagnostic, document);
    const own = fixes?.get(keyOf(diagnostic.code, diagnostic.start)) ?? [];
    return {
      ...finding,
      fixable: fixable?.has(diagnostic) ?? false,
      fixes: own.map((fix) => toProposedFix(fix, document)),
      ...(occurrences && { fingerprint: fingerprintOf(finding, occurrences) }),
    };
  });
}

/** The text with every fix made that has one right answer, and how many those were. */
export function fixText(
  text: string,
  languageId: string,
  service: LanguageService,
): { text: string; fixed: number } {
  let current = text;
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reading = service.parse(current, languageId);
    const edits = reading ? service.fixAll(reading) : [];
    if (edits.length === 0) break;
    fixed += edits.length;
    current = applied(current, edits);
  }
  return { text: current, fixed };
}

/** Those whose value is changed when all fixes are made that have one right answer. Both lists are in order. */
function fixableIn(
  reading: ParsedDocument,
  diagnostics: readonly Diagnostic[],
  service: LanguageService,
): ReadonlySet<Diagnostic> {
  const edits: readonly TextEdit[] = service.fixAll(reading);
  const fixable = new Set<Diagnostic>();
  let next = 0;
  for (const diagnostic of diagnostics) {
    while ((edits[next]?.end ?? Number.POSITIVE_INFINITY) < diagnostic.start) next++;
    const edit = edits[next];
    if (edit && edit.start <= diagnostic.end) fixable.add(diagnostic);
  }
  return fixable;
}

/** What is proposed for each diagnostic. */
function fixesIn(
  reading: ParsedDocument,
  service: LanguageService,
): ReadonlyMap<string, readonly Fix[]> {
  const all = service.fixes(reading, { start: 0, end: reading.source.length });
  const proposed = all.filter(
    ({ edits, safe, preferred }) => edits.length > 0 && (safe || preferred),
  );
  const fixes = new Map<string, Fix[]>();
  for (const fix of proposed) {
    const key = keyOf(fix.code, fix.range.start);
    const others = fixes.get(key);
    if (others) others.push(fix);
    else fixes.set(key, [fix]);
  }
  return fixes;
}

function keyOf(code: string, start: number): string {
  return `${code} ${start}`;
}

function toFinding(diagnostic: Diagnostic, document: TextDocument): Finding {
  const { code, severity, message, start, related } = diagnostic;
  return {
    code,
    severity,
    message,
    ...regionOf(document, diagnostic),
    related: related.map((place) => ({ ...regionOf(document, place), message: place.message })),
    fixable: false,
    fixes: [],
    excerpt: excerptAt(document, start),
  };
}

function toProposedFix({ title, edits }: Fix, document: TextDocument): ProposedFix {
  const replacements = edits.map((edit) => ({
    ...regionOf(document, edit),
    newText: edit.newText,
  }));
  return { title, replacements };
}

/** @param occurrences how often there was the same finding on the same line, which is counted on */
function fingerprintOf({ code, excerpt }: Finding, occurrences: Map<string, number>): string {
  const key = `${code}\n${excerpt.text.trim()}`;
  const occurrence = occurrences.get(key) ?? 0;
  occurrences.set(key, occurrence + 1);
  return createHash('sha256').update(`${key}\n${occurrence}`).digest('hex').slice(0, 32);
}
