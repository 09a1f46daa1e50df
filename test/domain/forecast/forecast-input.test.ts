import { describe, expect, test } from 'vitest';
import { completeWeeks, forecastFrom, weekAt } from '../../../lambdas/domain/forecast/forecast-input.ts';
import { leavers } from '../../../lambdas/domain/forecast/leavers.ts';
import { weekToCome } from '../../../lambdas/domain/forecast/past-forecasts.ts';
import { emptyWeek } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { historyOf, START } from '../../support/deal-histories.ts';

const input = historyOf([], START);

describe('the first day that is forecast', () => {
  test.each([
    [17, 17 * 60 - 1, START],
    [17, 17 * 60, START + 1],
    [0, 0, START + 1],
    [24, 1439, START],
    [24, 1440, START + 1],
  ])('cut-off at %d o’clock, minute %d', (cutOffHour, minute, from) => {
    const rules = { ...input.rules, settings: { ...input.rules.settings, cutOffHour } };
    expect(forecastFrom({ asOf: { day: START, minute }, rules })).toBe(from);
  });
});

describe('weeks', () => {
  test.each([
    [START, START],
    [START + 6, START],
    [START + 7, START + 7],
    [START - 1, START - 7],
    [START - 7, START - 7],
    [START - 8, START - 14],
  ])('day %d is of week %d', (day, week) => {
    expect(weekAt(day, START)).toBe(week);
    // Whichever week is the current one.
    expect(weekAt(day, START + 70)).toBe(week);
  });

  test('the first that is not over: the next one when the last minute of Sunday is over', () => {
    const of = (day: number, minute: number) => weekToCome({ current: START, asOf: { day, minute } });
    expect([of(START, 0), of(START + 6, 1439), of(START + 6, 1440), of(START + 5, 1440)]).toEqual([
      START,
      START,
      START + 7,
      START,
    ]);
  });

  test('complete ones: from the first with rows, wherever it stands; one without rows is none', () => {
    const { weeks } = historyOf([{ reached: [START + 30] }, { reached: [START + 14] }], START + 40);
    expect(completeWeeks(weeks, START + 70)).toBe(8);
    expect(completeWeeks(weeks, START + 21)).toBe(1);
    expect(completeWeeks(weeks, START + 14)).toBe(0);
    expect(completeWeeks(weeks, START + 7)).toBe(0);
    expect(completeWeeks(new Map([...weeks, [START, emptyWeek()]]), START + 70)).toBe(8);
    expect(completeWeeks(new Map(), START)).toBe(0);
  });
});

test('who has left before a day, and since when', () => {
  const member = (name: string, end?: number) => ({ name, workDays: [1], ...(end !== undefined && { end }) });
  const members = [member('Ana  Bell', START - 1), member('Ben', START), member('Cleo'), member('Dan', START + 1)];
  expect(leavers(members, START)).toEqual(new Map([['r:ana bell', START - 1]]));
  expect([...leavers(members, START + 1).keys()]).toEqual(['r:ana bell', 'r:ben']);
});
