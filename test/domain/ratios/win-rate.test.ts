import { expect, test } from 'vitest';
import { ratioText } from '../../../lambdas/domain/ratios/ratio.ts';
import { decisionWinRate, staleAdjustedWinRate } from '../../../lambdas/domain/ratios/win-rate.ts';

test('won ÷ (won + lost), and with the stale ones: 6 won, 4 lost, 5 stale', () => {
  const decided = { closes: 6, lostForGood: 4 };
  expect(ratioText(decisionWinRate(decided))).toBe('6/10');
  expect(ratioText(staleAdjustedWinRate(decided, 5))).toBe('6/15');
});

test('a rep who never says Lost wins everything only before the adjustment', () => {
  expect(ratioText(decisionWinRate({ closes: 3, lostForGood: 0 }))).toBe('3/3');
  expect(ratioText(staleAdjustedWinRate({ closes: 3, lostForGood: 0 }, 27))).toBe('3/30');
});

test('nothing decided is absent, not 0 %', () => {
  expect(ratioText(decisionWinRate({ closes: 0, lostForGood: 0 }))).toBe('– (0/0)');
  expect(ratioText(staleAdjustedWinRate({ closes: 0, lostForGood: 0 }, 0))).toBe('– (0/0)');
  expect(ratioText(staleAdjustedWinRate({ closes: 0, lostForGood: 0 }, 4))).toBe('0/4');
});
