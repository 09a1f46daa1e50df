import { expect, test } from 'vitest';
import { endsOf } from '../../../lambdas/tabs/closing-ratio/ratio-cells.ts';

test('the ends of an interval are rounded once: 90.5469 % is 90.5 %, not 90.55 % and so 90.6 %', () => {
  expect(endsOf({ x: 1, n: 2 }).map(({ value }) => value)).toEqual([0.095, 0.905]);
});
