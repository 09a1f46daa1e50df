import { expect, test } from 'vitest';
import { TALLIED } from '../support/tally.ts';

test('every figure of the resilience run has a name of its own', () => {
  expect(new Set(TALLIED).size).toBe(TALLIED.length);
});
