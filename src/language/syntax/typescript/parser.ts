import type { Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { LRParser } from '@lezer/lr';
import { sourceOf } from '../../text/source';
import { BoundedParse, ParseBudget } from '../lezer/bounded-parse';
import { inputOf } from '../lezer/input';
import { BUFFER_LENGTH } from '../lezer/tree-buffers';

// With JSX on, casts and generics of `.ts` files do not parse.
const DIALECTS: Record<string, string> = {
  typescript: 'ts',
  typescriptreact: 'ts jsx',
  javascript: 'jsx',
  javascriptreact: 'jsx',
};
/** The languages that are parsed. */
export const CODE_LANGUAGE_IDS: readonly string[] = Object.keys(DIALECTS);

const PARSERS = new Map(
  Object.entries(DIALECTS).map(([id, dialect]) => [
    id,
    parser.configure({ dialect, bufferLength: BUFFER_LENGTH }),
  ]),
);

/** Of what may be missing in a program the grammar has many guesses. */
export const RECOVERY_COST = 1500;

/** The parser of the language's dialect. */
export function parserFor(languageId: string): LRParser {
  return PARSERS.get(languageId) ?? parser;
}

/** The tree of a text, or of its beginning where the whole of it would take more than any program does. */
export function parseCode(text: string, languageId: string): Tree {
  const input = inputOf(sourceOf(text));
  const parsing = new BoundedParse(
    parserFor(languageId),
    input,
    new ParseBudget(text.length, RECOVERY_COST),
  );
  for (;;) {
    const tree = parsing.advance();
    if (tree) return tree;
  }
}
