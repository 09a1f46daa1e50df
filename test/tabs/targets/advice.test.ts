import { expect, test } from 'vitest';
import type { ControlYardstick } from '../../../lambdas/domain/targets/control-yardstick.ts';
import { inMyControl } from '../../../lambdas/domain/targets/in-my-control.ts';
import { figuresOf } from '../../../lambdas/domain/weeks/figures.ts';
import { adviceOf } from '../../../lambdas/tabs/targets/advice.ts';

/** 40 attempts, 10 opportunities, 5 asks and a close of 1000.00 would do; done is ten times that. */
const YARDSTICK: ControlYardstick = {
  rates: {
    start: 'attempt',
    opportunitiesPerAttempt: 0.25,
    asksPerOpportunity: 0.5,
    closesPerAsk: 0.2,
    followUpsPerStart: 0,
  },
  dealSize: 100_000,
  from: { opportunities: 'segment', asks: 'segment', closes: 'segment' },
};
const COUNTS = { attempts: 400, opportunities: 100, asks: 50, closes: 10 };

test.for([
  ['sold for a fifth', 10, 'Deal size: 200 where 1,000 is usual. Coach value and discounts, not more calls'],
  [
    'of which eight have no amount',
    2,
    'Deal size: 8 of 10 closes bring no amount here; complete their Close rows before you judge it',
  ],
] as const)('ten deals %s', ([, closesWithAmount, words]) => {
  const done = { ...figuresOf([]), ...COUNTS, closeAmount: 200_000, closesWithAmount };
  const control = inMyControl(done, { ...YARDSTICK, revenue: 1_000_000 }, 'Apart');
  expect(control && adviceOf(control, YARDSTICK, 2)).toBe(words);
});
