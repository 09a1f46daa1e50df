import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoOf } from '../../../lambdas/domain/days/day.ts';
import { completeUntil, isOver, weekOf, weeksUntil } from '../../../lambdas/domain/days/week.ts';
import { day } from '../../support/rows.ts';

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

describe('weeks', () => {
  test.each([
    ['a Monday is the first day of its own week', '2026-11-16', 1, '2026-11-16'],
    ['a Sunday is the last day of a week from Monday', '2026-11-22', 1, '2026-11-16'],
    ['a Sunday is the first day of a week from Sunday', '2026-11-22', 0, '2026-11-22'],
    ['a Saturday is the last day of a week from Sunday', '2026-11-21', 0, '2026-11-15'],
    ['a week from Saturday', '2026-11-20', 6, '2026-11-14'],
    ['ISO week 53 of 2026 reaches into January', '2027-01-03', 1, '2026-12-28'],
    ['the week after it', '2027-01-04', 1, '2027-01-04'],
    ['ISO week 53 of 2020', '2021-01-01', 1, '2020-12-28'],
    ['the clock goes forward in Europe', '2026-03-29', 1, '2026-03-23'],
    ['the clock goes back in Europe', '2026-10-25', 0, '2026-10-25'],
    ['a leap day', '2028-02-29', 1, '2028-02-28'],
  ])('%s', (_, of, startsOn, first) => {
    expect(isoOf(weekOf(day(of), startsOn))).toBe(first);
  });

  test('hold each day in exactly one week that begins on the day of the settings', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 100_000 }), fc.integer({ min: 0, max: 6 }), (of, startsOn) => {
        const week = weekOf(of, startsOn);
        expect(of - week).toBeGreaterThanOrEqual(0);
        expect(of - week).toBeLessThan(7);
        expect(WEEKDAY.format((week - 25569) * 86_400_000)).toBe(NAMES[startsOn]);
        expect(weekOf(week, startsOn)).toBe(week);
      }),
    );
  });

  test.each([
    [0, 0, false],
    [5, 1440, false],
    [6, 0, false],
    [6, 1439, false],
    [6, 1440, true],
    [7, 0, true],
    [30, 5, true],
    [-1, 1440, false],
  ])('on day %i at minute %i, over: %s', (days, minute, over) => {
    const week = day('2026-11-16');
    const asOf = { day: week + days, minute };
    expect(isOver(week, asOf)).toBe(over);
    expect(completeUntil({ current: week, asOf })).toBe(over ? week + 7 : week);
  });

  test('are listed oldest first, the last one included', () => {
    expect(weeksUntil(day('2027-01-04'), 3).map(isoOf)).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
    expect(weeksUntil(day('2027-01-04'), 0)).toEqual([]);
  });
});
