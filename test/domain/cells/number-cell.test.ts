import { expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { wholeNumber } from '../../../lambdas/domain/cells/number-cell.ts';

test.each<[Cell, number]>([
  [3, 3],
  [2, 2],
  [5, 5],
  ['4', 4],
  [' 4 ', 4],
  ['４', 4],
  [undefined, -7],
  [null, -7],
  ['', -7],
  ['  ', -7],
  [false, -7],
  [1, Number.NaN],
  [6, Number.NaN],
  ['1', Number.NaN],
  ['6', Number.NaN],
  [2.5, Number.NaN],
  ['2.5', Number.NaN],
  ['-3', Number.NaN],
  ['+3', Number.NaN],
  ['3x', Number.NaN],
  ['x3', Number.NaN],
  ['three', Number.NaN],
  ['3e0', Number.NaN],
  [true, Number.NaN],
  [Number.NaN, Number.NaN],
  [Number.POSITIVE_INFINITY, Number.NaN],
])('from 2 to 5, else -7 where nothing is said: %j is %d', (cell, expected) => {
  expect(wholeNumber(cell, 2, 5, -7)).toBe(expected);
});

test.each<[Cell, number]>([
  ['999999', 999_999],
  ['000012', 12],
  ['1000000', Number.NaN],
  [1_000_000, 1_000_000],
])('as text up to six figures: %j is %d', (cell, expected) => {
  expect(wholeNumber(cell, 0, 2_000_000, 0)).toBe(expected);
});
