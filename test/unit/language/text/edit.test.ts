import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applied, disjointEdits, type TextEdit } from '../../../../src/language/text/edit';

const edit = (start: number, end: number, newText: string): TextEdit => ({ start, end, newText });

describe('edits that are made at once', () => {
  const a = edit(1, 3, 'a');
  const b = edit(5, 6, 'b');
  const cases: [string, TextEdit[][], TextEdit[]][] = [
    ['in order', [[b], [a]], [a, b]],
    ['one that groups have in common, once', [[a], [a, b], [b]], [a, b]],
    ['of two that overlap, the first', [[edit(2, 4, 'x')], [a]], [a]],
    ['of two for one place, the first', [[a], [edit(1, 3, 'x')]], [a]],
    [
      'of two insertions at one place, the first',
      [[edit(1, 1, 'x')], [edit(1, 1, 'y')]],
      [edit(1, 1, 'x')],
    ],
    [
      'of an insertion and what it would stand before, the insertion',
      [[a], [edit(1, 1, 'x')]],
      [edit(1, 1, 'x')],
    ],
    ['two that touch', [[a], [edit(3, 5, 'x')]], [a, edit(3, 5, 'x')]],
    ['no part of a group that overlaps', [[a], [b, edit(2, 3, 'x')]], [a]],
    ['nothing of a group that overlaps itself', [[edit(0, 2, 'x'), a]], []],
    ['none', [[], []], []],
  ];
  for (const [name, groups, expected] of cases) {
    it(name, () => assert.deepEqual(disjointEdits(groups), expected));
  }

  it('never overlap, whatever they are made of', () => {
    const any = fc
      .tuple(fc.nat(30), fc.nat(5), fc.constantFrom('', 'x', 'yy'))
      .map(([start, length, newText]) => edit(start, start + length, newText));
    fc.assert(
      fc.property(fc.array(fc.array(any, { maxLength: 4 }), { maxLength: 8 }), (groups) => {
        const edits = disjointEdits(groups);
        for (const [index, { start }] of edits.entries()) {
          const before = edits[index - 1];
          assert.ok(!before || (before.end <= start && before.start < start));
        }
        const kept = groups.filter((group) =>
          group.every(({ start, end, newText }) =>
            edits.some((e) => e.start === start && e.end === end && e.newText === newText),
          ),
        );
        for (const made of edits) {
          assert.ok(kept.some((group) => group.some(({ start }) => start === made.start)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are made in any order', () => {
    assert.equal(applied('0123456', [b, a]), '0a34b6');
    assert.equal(applied('0123456', []), '0123456');
  });

  it('are not made where they overlap', () => {
    assert.throws(() => applied('0123456', [a, edit(2, 4, 'x')]), RangeError);
  });
});
