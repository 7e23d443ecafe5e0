import { strict as assert } from 'node:assert';
import { OffsetMap, type Segment } from '../../../../../src/language/syntax/embedded/offset-map';

const segment = (
  [start, end]: readonly [number, number],
  [outerStart, outerEnd]: readonly [number, number],
  encode?: Segment['encode'],
): Segment => ({ inner: { start, end }, outer: { start: outerStart, end: outerEnd }, encode });

describe('OffsetMap', () => {
  // The file: `x: "a\"bc"`, the region: `a"bc`.
  const escaped = new OffsetMap([
    segment([0, 1], [4, 5]),
    segment([1, 2], [5, 7]),
    segment([2, 4], [7, 9]),
  ]);

  it('maps offsets of the file into the region, within an escape to none', () => {
    const offsets = [3, 4, 5, 6, 7, 8, 9, 10].map((offset) => escaped.toInner(offset));
    assert.deepEqual(offsets, [undefined, 0, 1, undefined, 2, 3, 4, undefined]);
  });

  it('maps ranges of the region to the file, escapes as a whole', () => {
    assert.deepEqual(escaped.rangeToOuter({ start: 0, end: 2 }), { start: 4, end: 7 });
    assert.deepEqual(escaped.rangeToOuter({ start: 2, end: 3 }), { start: 7, end: 8 });
    assert.deepEqual(escaped.rangeToOuter({ start: 2, end: 2 }), { start: 7, end: 7 });
    assert.deepEqual(escaped.rangeToOuter({ start: 0, end: 4 }), { start: 4, end: 9 });
  });

  it('maps what a range of the file touches', () => {
    assert.deepEqual(escaped.rangeToInner({ start: 0, end: 100 }), { start: 0, end: 4 });
    assert.deepEqual(escaped.rangeToInner({ start: 6, end: 6 }), { start: 1, end: 2 });
    assert.equal(escaped.rangeToInner({ start: 10, end: 12 }), undefined);
  });

  it('maps edits whose text can be written there', () => {
    const map = new OffsetMap([
      segment([0, 4], [10, 14], (text) => (text.includes('!') ? undefined : `<${text}>`)),
    ]);
    assert.deepEqual(map.editToOuter({ start: 1, end: 2, newText: 'b' }), {
      start: 11,
      end: 12,
      newText: '<b>',
    });
    assert.equal(map.editToOuter({ start: 1, end: 2, newText: '!' }), undefined);
  });

  // The region: `(ab);(cd)`, of which the file has `ab` and `cd` apart from each other.
  const generated = new OffsetMap([segment([1, 3], [20, 22]), segment([6, 8], [30, 32])]);

  it('leaves generated text out of ranges', () => {
    assert.deepEqual(generated.rangeToOuter({ start: 0, end: 4 }), { start: 20, end: 22 });
    assert.deepEqual(generated.rangeToOuter({ start: 1, end: 9 }), { start: 20, end: 32 });
    assert.equal(generated.rangeToOuter({ start: 3, end: 5 }), undefined);
    assert.equal(generated.rangeToOuter({ start: 4, end: 4 }), undefined);
  });

  it('makes no edit that generated text takes part in', () => {
    for (const [start, end] of [
      [0, 2],
      [1, 7],
      [3, 6],
      [4, 4],
      [7, 9],
    ] as const) {
      assert.equal(
        generated.editToOuter({ start, end, newText: '' }),
        undefined,
        `${start} ${end}`,
      );
    }
    assert.deepEqual(generated.editToOuter({ start: 3, end: 3, newText: '' }), {
      start: 22,
      end: 22,
      newText: '',
    });
  });

  it('maps text that stands in another order in the file', () => {
    const moved = new OffsetMap([segment([0, 3], [10, 13]), segment([3, 6], [0, 3])]);
    assert.equal(moved.toInner(1), 4);
    assert.equal(moved.toInner(11), 1);
    assert.deepEqual(moved.rangeToOuter({ start: 4, end: 5 }), { start: 1, end: 2 });
    assert.deepEqual(moved.rangeToInner({ start: 0, end: 11 }), { start: 0, end: 6 });
    assert.equal(moved.editToOuter({ start: 2, end: 4, newText: '' }), undefined);
  });

  it('of no segment maps nothing', () => {
    const empty = new OffsetMap([]);
    assert.equal(empty.toInner(0), undefined);
    assert.equal(empty.rangeToInner({ start: 0, end: 1 }), undefined);
    assert.equal(empty.rangeToOuter({ start: 0, end: 1 }), undefined);
    assert.equal(empty.editToOuter({ start: 0, end: 0, newText: '' }), undefined);
  });
});
