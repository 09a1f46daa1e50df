import { describe, expect, test } from 'vitest';
import { usualDeal } from '../../../lambdas/domain/forecast/usual-deal.ts';
import type { Settings } from '../../../lambdas/domain/inputs/settings.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';

const WEEK = START + 7 * 30;
const won = (day: number, amount: number | undefined, rep: string): Life => ({
  reached: [day, day, day],
  end: { day, how: 'won' },
  rep,
  ...(amount !== undefined && { amount }),
});
function usual(lives: readonly Life[], settings: Partial<Settings> = {}, minorDigits = 2) {
  const { weeks, rules } = historyOf(lives, WEEK + 6, [{ name: 'Ana  Bell', averageDeal: 777 }, { name: 'Ben' }]);
  return usualDeal(weeks, { ...rules, minorDigits, settings: { ...rules.settings, ...settings } }, WEEK);
}

describe('what a deal usually brings', () => {
  // The team: 4 closes with an amount, 2000 together.
  const lives = [
    won(WEEK - 1, 1000, 'ana'),
    won(WEEK - 7 * 26, 600, 'ana'),
    won(WEEK - 20, 200, 'ben'),
    won(WEEK - 20, 200, 'ben'),
    won(WEEK - 20, undefined, 'ben'),
  ];

  test('to the team, its mean; to a rep, as if ten closes of the team had been the rep’s', () => {
    const of = usual(lives);
    expect(of(TEAM)).toBe(500);
    expect(of('r:ana')).toBeCloseTo((1600 + 5000) / 12, 10);
    expect(of('r:ben')).toBeCloseTo((400 + 5000) / 12, 10);
    expect(of('r:new')).toBe(500);
  });

  test('of the 26 weeks before alone', () => {
    const of = usual([...lives, won(WEEK, 9999, 'ana'), won(WEEK - 7 * 26 - 1, 9999, 'ana')]);
    expect(of(TEAM)).toBe(500);
  });

  test.each(['Originator', 'Both'] as const)('where revenue goes to %s a rep is like the team', (revenueGoesTo) => {
    const of = usual(lives, { revenueGoesTo });
    expect([of(TEAM), of('r:ana')]).toEqual([500, 500]);
  });

  test('without a closed amount: what Team says, else the default of the settings, in minor units', () => {
    const of = usual([won(WEEK - 1, undefined, 'ana'), won(WEEK - 1, 0, 'ana')], { averageDeal: 12.345 });
    expect([of('r:ana bell'), of('r:ben'), of(TEAM)]).toEqual([777, 1235, 1235]);
    expect(usual([], { averageDeal: 12.345 }, 0)(TEAM)).toBe(12);
    expect(usual([])(TEAM)).toBe(0);
  });
});
