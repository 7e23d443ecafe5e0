import type { RuleCode } from '../rules/rules';
import type { Translate } from '../text/localize';

/** What a check of many files has come to. */
export interface Tally {
  readonly files: number;
  /** Files that were too large or could not be read. */
  readonly skipped: number;
  readonly milliseconds: number;
  /** Files with problems. */
  readonly faulty: number;
  /** How often each code occurs; those that do not occur are left out. */
  readonly codes: Readonly<Partial<Record<RuleCode, number>>>;
}

/** A tally in one or two sentences, the most frequent codes first. */
export function tallyText(tally: Tally, t: Translate): string {
  const { files, skipped, milliseconds, faulty, codes } = tally;
  const seconds = (milliseconds / 1000).toFixed(1);
  const counts = Object.entries(codes).sort(([, a], [, b]) => b - a);
  const problems = counts.reduce((sum, [, count]) => sum + count, 0);
  const [first = '', ...rest] = counts.map(([code, count]) => `${code} ${count}`);
  const list = rest.reduce((left, right) => t('{0}, {1}', left, right), first);
  const found =
    problems === 0
      ? t('{0} checked in {1} s: no problems.', filesText(files, t), seconds)
      : t(
          '{0} checked in {1} s: {2} in {3} ({4}).',
          filesText(files, t),
          seconds,
          problems === 1 ? t('1 problem') : t('{0} problems', problems),
          filesText(faulty, t),
          list,
        );
  if (skipped === 0) return found;
  return `${found} ${t('Files that are too large or cannot be read, named in the log: {0}.', skipped)}`;
}

function filesText(count: number, t: Translate): string {
  return count === 1 ? t('1 file') : t('{0} files', count);
}
