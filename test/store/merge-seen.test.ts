import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSeen } from '../../lambdas/store/merge-seen.ts';

const seen = fc.dictionary(fc.string({ maxLength: 2 }), fc.integer({ min: 0, max: 9 }), { maxKeys: 8 });

test('the earlier time wins, rows add up', () => {
  expect(mergeSeen({ a: 5, b: 5 }, { a: 3, b: 9, c: 1 })).toEqual({ a: 3, b: 5, c: 1 });
});

test('nothing new is nothing to write', () => {
  expect(mergeSeen({ a: 5 }, { a: 5 })).toBeUndefined();
  expect(mergeSeen({ a: 5 }, {})).toBeUndefined();
  expect(mergeSeen({}, {})).toBeUndefined();
});

test('beyond the limit the earliest stay, and the others are not written again', () => {
  expect(mergeSeen({ a: 5, b: 6 }, { c: 1 }, 2)).toEqual({ c: 1, a: 5 });
  expect(mergeSeen({ a: 5, c: 1 }, { b: 6 }, 2)).toBeUndefined();
});

test('of rows seen at one time, beyond the limit, the first in order of text stay', () => {
  expect(mergeSeen({ b: 5, d: 5 }, { c: 5, a: 5 }, 3)).toEqual({ a: 5, b: 5, c: 5 });
  expect(mergeSeen({ a: 5, b: 5 }, { c: 5 }, 2)).toBeUndefined();
  expect(mergeSeen({ a: 5 }, { b: 7 }, 2)).toEqual({ a: 5, b: 7 });
});

test('the order of merges makes no difference, nor does merging twice', () => {
  fc.assert(
    fc.property(fc.array(seen, { maxLength: 5 }), fc.integer({ min: 1, max: 6 }), (maps, most) => {
      const merge = (all: typeof maps) => all.reduce((old, more) => mergeSeen(old, more, most) ?? old, {});
      expect(merge([...maps].reverse())).toEqual(merge(maps));
      expect(merge([...maps, ...maps])).toEqual(merge(maps));
    }),
  );
});
