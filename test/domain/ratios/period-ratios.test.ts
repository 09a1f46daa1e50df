import { expect, test } from 'vitest';
import { periodRatios } from '../../../lambdas/domain/ratios/period-ratios.ts';
import { figuresOfWeeks } from '../../../lambdas/domain/weeks/figures-of-weeks.ts';

test('closes, asks, opportunities and attempts of the same weeks, over each other', () => {
  expect(
    periodRatios({ ...figuresOfWeeks(new Map(), 't', []), closes: 2, asks: 10, opportunities: 18, attempts: 62 }),
  ).toEqual({
    closesPerAsk: { x: 2, n: 10 },
    closesPerOpportunity: { x: 2, n: 18 },
    closesPerAttempt: { x: 2, n: 62 },
    asksPerOpportunity: { x: 10, n: 18 },
    opportunitiesPerAttempt: { x: 18, n: 62 },
  });
});
