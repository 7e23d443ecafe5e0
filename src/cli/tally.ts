import type { RuleCode } from '../language';
import type { FileReport, Summary, Trouble } from './report';

/** Counts while reports come in. */
export class Tally implements Summary {
  files = 0;
  fixable = 0;
  fixed = 0;
  readonly count = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly byCode = new Map<RuleCode, number>();
  readonly troubles: Trouble[] = [];

  /** Counts what was found in a file. */
  add({ path, isChecked, findings, fixed, trouble }: FileReport): void {
    if (isChecked) this.files++;
    this.fixed += fixed;
    if (trouble !== undefined) this.troubles.push({ path, message: trouble });
    for (const { code, severity, fixable } of findings) {
      this.count[severity]++;
      if (fixable) this.fixable++;
      this.byCode.set(code, (this.byCode.get(code) ?? 0) + 1);
    }
  }
}
