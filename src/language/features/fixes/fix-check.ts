import { faultsIn } from '../../diagnostics/collect';
import type { ParsedDocument } from '../../document/parsed-document';
import type { RuleCode } from '../../rules/rules';
import type { Context } from '../../settings/context';
import type { TextEdit } from '../../text/edit';
import { tryEdits } from './try-edits';

/**
 * What is known of a fix: that it removes its diagnostic and adds none, that it does not, or neither, because there
 * was no time to read the text that it makes.
 */
export type Verdict = 'good' | 'bad' | 'unknown';

/** So much text is read again at most for one question, for the editor asks wherever the cursor goes. */
const MOST_READ_AGAIN = 400_000;
/** A text up to this length is read again even where there is hardly a doubt. */
const SHORT = 20_000;

/** Looks at what fixes do to the text, as long as that does not take too long. */
export class FixCheck {
  private left = MOST_READ_AGAIN;

  constructor(
    private readonly reading: ParsedDocument,
    private readonly context: Context,
  ) {}

  /**
   * @param edits in order and without overlap
   * @param code the diagnostic that they remove
   * @param start where that is
   * @param isSure whether a look at its record alone has shown what they do
   */
  verdict(edits: readonly TextEdit[], code: RuleCode, start: number, isSure = false): Verdict {
    const { reading, context } = this;
    const { length } = reading.source;
    const isSettled = isSure && !isForeign(reading, context);
    if (isSettled && length > SHORT) return 'good';
    this.left -= length;
    if (this.left < 0) return isSettled ? 'good' : 'unknown';
    const trial = tryEdits(reading, edits, context);
    return trial && !trial.addsAny && !trial.keeps(code, start) ? 'good' : 'bad';
  }
}

/** Whether the text counts as one of another dialect, which each of its names has a part in. */
function isForeign(reading: ParsedDocument, context: Context): boolean {
  return faultsIn(reading, context).relation !== context.relation;
}
