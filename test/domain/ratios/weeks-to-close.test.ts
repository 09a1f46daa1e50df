import { expect, test } from 'vitest';
import { weeksToClose } from '../../../lambdas/domain/ratios/weeks-to-close.ts';

test('deals by whole weeks: 6 days are none, 7 are one; the last place takes what is longer', () => {
  const days = new Map([
    [0, 2],
    [6, 1],
    [7, 4],
    [20, 1],
    [21, 5],
    [400, 1],
  ]);
  expect(weeksToClose(days, 3)).toEqual([3, 4, 1, 6]);
  expect(weeksToClose(new Map(), 2)).toEqual([0, 0, 0]);
});
