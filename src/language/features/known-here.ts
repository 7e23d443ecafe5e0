import type { KnownStates } from '../analysis';
import type { ParsedDocument } from '../document/parsed-document';
import { withKeys } from '../records/keyed-source';
import { CODE_RULES } from '../rules/rules';
import type { Context } from '../settings/context';

/** More states than this say little. */
const MOST_STATES = 8;

/** What the conditions before leave of the state at an offset in code; undefined where that is any. */
export function knownHere(
  { analysis, tree, source, keys }: ParsedDocument,
  offset: number,
  { relation }: Context,
): KnownStates | undefined {
  return tree && analysis?.knownStates(tree, withKeys(source, keys), relation, CODE_RULES, offset);
}

/** What is known of the state at an offset, as a line of Markdown; empty where nothing is. */
export function knownMarkdown(reading: ParsedDocument, offset: number, context: Context): string {
  const known = knownHere(reading, offset, context);
  if (!known || known.states.length > MOST_STATES) return '';
  const states = known.states.map((state) => `\`${state ?? 'null'}\``).join(' | ');
  return `\n\n${context.t('Here: {0} is {1}.', known.field, states)}`;
}
