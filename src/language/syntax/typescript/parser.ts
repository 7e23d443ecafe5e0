import type { Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { LRParser } from '@lezer/lr';
import { shortenBuffer } from '../lezer/parse-buffer';
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

/** The parser of the language's dialect. */
export function parserFor(languageId: string): LRParser {
  return PARSERS.get(languageId) ?? parser;
}

/**
 * How long a parse may take: far longer than any program takes. Text that is no program at all can make error
 * recovery take all the memory there is.
 */
const PATIENCE_MS = 2000;
const PATIENCE_MS_PER_UNIT = 0.005;
const STEPS_PER_LOOK = 256;

/** The tree of a text, or of as much of its beginning as could be parsed in time. */
export function parseCode(text: string, languageId: string): Tree {
  const deadline = Date.now() + PATIENCE_MS + text.length * PATIENCE_MS_PER_UNIT;
  const parsing = parserFor(languageId).startParse(text);
  for (let step = 1; ; step++) {
    const tree = parsing.advance();
    if (tree) return tree;
    if (step % STEPS_PER_LOOK !== 0) continue;
    shortenBuffer(parsing);
    if (parsing.stoppedAt === null && Date.now() > deadline) parsing.stopAt(parsing.parsedPos);
  }
}
