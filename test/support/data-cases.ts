import { strict as assert } from 'node:assert';
import { complete, diagnose, hover } from '../../src/language';
import { CURSOR, withCursor } from './cursor';

/**
 * A place in data, with the cursor behind the first letter of a state. What is asked there:
 * - `sure`: it is explained, completed, and reported where it is misspelt
 * - `plausible`: it is explained and completed
 * - `none`: nothing is said
 */
export type Certainty = 'sure' | 'plausible' | 'none';

/** Checks what is said at a place, in the dialect `openstack`. */
export function checkPlace(fixture: string, languageId: string, certainty: Certainty): void {
  const settings = { dialect: 'openstack' } as const;
  const { text, offset } = withCursor(fixture);
  const word = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
  const state = text.charAt(offset - 1) + word;
  assert.deepEqual(diagnose(text, languageId, settings), [], text);
  const found = hover(text, languageId, offset, settings);
  const subject = found && text.slice(found.start, found.end).replace(/["']/g, '');
  assert.equal(subject, certainty === 'none' ? undefined : state, `the hover in ${fixture}`);

  const start = offset - 1;
  const blank = text.slice(0, start) + text.slice(start + state.length);
  const labels = complete(blank, languageId, start, settings).map(({ label }) => label);
  assert.equal(labels.includes(state), certainty !== 'none', `${state} in ${labels} for ${blank}`);

  // The second letter is left out.
  const misspelt = text.slice(0, offset) + text.slice(offset + 1);
  const marked = diagnose(misspelt, languageId, settings).map(
    (problem) => misspelt.slice(problem.start, problem.end) + CURSOR + problem.code,
  );
  const wrong = state.charAt(0) + state.slice(2);
  const isMarked = marked.some((one) => one.startsWith(wrong + CURSOR));
  assert.equal(isMarked, certainty === 'sure', `${marked} in ${misspelt}`);
  if (certainty !== 'sure') assert.deepEqual(marked, []);
}
