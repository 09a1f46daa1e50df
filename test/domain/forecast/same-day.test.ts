import { expect, test } from 'vitest';
import { sameDayShares } from '../../../lambdas/domain/forecast/same-day.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';

test('of the deals that leave a step within 7 days, the share that leave on the day on which they came', () => {
  const lives: Life[] = [
    // Opportunity at once, asked after 6 days, booked on the day of the ask.
    { reached: [START, START, START + 6], end: { day: START + 6, how: 'won' } },
    // After 3 days; the ask after 7 is of another week.
    { reached: [START, START + 3, START + 10], end: { day: START + 11, how: 'lost' } },
    { reached: [START, START + 20], end: { day: START + 30, how: 'won' }, marks: { opening: true } },
    { reached: [START + 40, START + 40] },
  ];
  const { openDeals, decidedDeals } = historyOf(lives, START + 60);
  const lines = [...openDeals, ...decidedDeals];
  expect(sameDayShares(lines, START + 60)).toEqual([2 / 3, 0, 1]);
  // What came later was not known; where nothing is known, a day is like the others.
  expect(sameDayShares(lines, START + 40)).toEqual([1 / 2, 0, 1]);
  expect(sameDayShares(lines, START + 5)).toEqual([1 / 2, 1 / 7, 1 / 7]);
});
