import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { diagnose } from '../../../../../src/language';
import { isOtherWord, isServersWord } from '../../../../../src/language/records/everyday-words';
import {
  DIALECTS,
  type Dialect,
  foldName,
  isInflected,
  nearestName,
  relationOf,
} from '../../../../../src/model';

/** What literals stand together in. `@` is each of them, in quotes, with what joins them behind it. */
const PLACES: readonly (readonly [before: string, each: string, after: string])[] = [
  ['const l = [', '@, ', '];'],
  ['const l = new Set([', '@, ', ']);'],
  ['switch (x) { ', 'case @: break; ', '}'],
  ['type T = ', '| @ ', ';'],
  ['const l = { ', '@: 1, ', '};'],
  ['const l = { ', '[a]: 1, b0: @, ', '};'],
  ['const l = new Map([', '[@, 1], ', ']);'],
  ['const l = [', '{ value: @ }, ', '];'],
  ['const s = z.enum([', '@, ', ']);'],
  ['const s = z.union([', 'z.literal(@), ', ']);'],
  ['const ok = a', ' || x.y === @', ';'],
];

type Place = (typeof PLACES)[number];

function textOf([before, each, after]: Place, words: readonly string[]): string {
  const written = words.map((word, index) =>
    each.replace('b0', `b${index}`).replace('@', `'${word}'`),
  );
  return before + written.join('') + after;
}

/** Groups that are sure: several different states of one field, enough of which only servers have. */
const groups = fc
  .record({
    dialect: fc.constantFrom<Dialect>(...DIALECTS),
    field: fc.constantFrom('status' as const, 'task_state' as const),
    place: fc.constantFrom(...PLACES),
    isLower: fc.boolean(),
    random: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  })
  .map(({ dialect, field, place, isLower, random }) => {
    const next = () => random.next().value as number;
    const values: readonly (string | null)[] = relationOf(dialect).values[field];
    const all = values.filter((state): state is string => state !== null);
    const shuffled = [...all].sort(() => next() - 0.5);
    const strong = shuffled.filter((state) => isServersWord(state)).slice(0, 3);
    const others = shuffled.filter((state) => !strong.includes(state)).slice(0, 3);
    const own = [...strong, ...others].sort(() => next() - 0.5);
    const words = isLower ? own.map((word) => word.toLowerCase()) : own;
    return { dialect, field, place, words, next };
  });

describe('groups of states in code', () => {
  it('are silent as they are, whatever they stand in', () => {
    fc.assert(
      fc.property(groups, ({ dialect, place, words }) => {
        const text = textOf(place, words);
        assert.deepEqual(diagnose(text, 'typescript', { dialect }), [], text);
      }),
      { numRuns: 300 },
    );
  });

  it('have a word with a letter that is wrong reported, once and where it stands', () => {
    let reported = 0;
    fc.assert(
      fc.property(groups, ({ dialect, field, place, words, next }) => {
        const index = Math.floor(next() * words.length);
        const word = words[index] ?? '';
        const at = 1 + Math.floor(next() * (word.length - 2));
        const wrong = `${word.slice(0, at)}${word.slice(at + 1)}`;
        const relation = relationOf(dialect);
        const near = nearestName(relation, field, wrong);
        // What is another word, or near to another one that is there, says nothing.
        const isAnother =
          near === undefined ||
          foldName(near) !== foldName(word) ||
          isInflected(wrong, word) ||
          isOtherWord(wrong);
        fc.pre(!isAnother);
        reported++;
        const text = textOf(
          place,
          words.map((each, position) => (position === index ? wrong : each)),
        );
        const found = diagnose(text, 'typescript', { dialect });
        assert.deepEqual(
          found.map(({ start, end }) => text.slice(start, end)),
          [wrong],
          text,
        );
      }),
      { numRuns: 300 },
    );
    assert.ok(reported > 100, String(reported));
  });
});
