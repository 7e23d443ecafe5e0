import { mayBeSuppressed } from '../document/directive';
import { RULE_CODES, type RuleCode } from '../rules/rules';
import type { Range } from '../text/range';

/** How far a suppression reaches. */
export type SuppressionScope = 'line' | 'next-line' | 'record' | 'file';

/** A comment that silences rules: `ecs-states-disable-next-line impossible-pair`. */
export interface Suppression {
  readonly scope: SuppressionScope;
  /** The rules it names; all rules where it names none. */
  readonly codes: readonly RuleCode[];
  /** From the word to its last code, in UTF-16 code units. */
  readonly range: Range;
}

/** What can be silenced: where it is marked, and the record it is about. */
export interface Suppressible {
  readonly code: RuleCode;
  readonly record: { readonly range: Range };
  readonly stateField: { readonly outer: Range };
}

const SUPPRESSION =
  /(?:\/\/|\/\*|#)[ \t]*(ecs-states-disable-(line|next-line|record|file)\b([\w, \t-]*))/g;

/** All suppressions of a text, in order. A comment looks alike in every syntax that has any. */
function suppressionsIn(text: string): readonly Suppression[] {
  if (!mayBeSuppressed(text)) return [];
  return [...text.matchAll(SUPPRESSION)].map((match) => {
    const [whole, directive = '', scope, names = ''] = match;
    const start = match.index + whole.length - directive.length;
    return {
      scope: scope as SuppressionScope,
      codes: RULE_CODES.filter((code) => names.split(/[,\s]+/).includes(code)),
      range: { start, end: start + directive.trimEnd().length },
    };
  });
}

/** What is left of the findings, and the suppressions that silenced none of them. */
export function withoutSuppressed<T extends Suppressible>(
  text: string,
  findings: readonly T[],
): { readonly kept: readonly T[]; readonly unused: readonly Suppression[] } {
  const suppressions = suppressionsIn(text);
  if (suppressions.length === 0) return { kept: findings, unused: [] };
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const silencing = suppressions.filter((suppression) => silences(text, suppression, finding));
    for (const suppression of silencing) used.add(suppression);
    return silencing.length === 0;
  });
  return { kept, unused: suppressions.filter((suppression) => !used.has(suppression)) };
}

function silences(
  text: string,
  { scope, codes, range }: Suppression,
  finding: Suppressible,
): boolean {
  if (codes.length > 0 && !codes.includes(finding.code)) return false;
  const at = finding.stateField.outer.start;
  const { record } = finding;
  switch (scope) {
    case 'file':
      return true;
    case 'line':
      return linesBetween(text, range.start, at) === 0;
    case 'next-line':
      return linesBetween(text, range.start, at) === 1;
    case 'record': {
      const { start, end } = record.range;
      if (start <= range.start && range.end <= end) return true;
      // On a line of its own it speaks of the record below, else of the one it stands behind.
      return standsAlone(text, range.start)
        ? linesBetween(text, range.start, start) === 1
        : linesBetween(text, end, range.start) === 0;
    }
  }
}

/** Whether nothing but the comment's mark is before it on its line. */
function standsAlone(text: string, offset: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1;
  return /^\s*(?:\/\/|\/\*|#)[ \t]*$/.test(text.slice(start, offset));
}

/** How many line breaks are between two offsets; undefined where the second is on an earlier line. */
function linesBetween(text: string, from: number, to: number): number | undefined {
  if (to < from) return /[\n\r]/.test(text.slice(to, from)) ? undefined : 0;
  return text.slice(from, to).match(/\r\n|\n|\r/g)?.length ?? 0;
}
