import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, dayOf, dayOfIso, dayOfWeek, isoOf, monthOf } from '../../../lambdas/domain/days/day.ts';

describe('days as Sheets counts them', () => {
  test.each([
    [1899, 12, 30, 0],
    [1899, 12, 31, 1],
    [1900, 2, 28, 60],
    [1900, 3, 1, 61],
    [1970, 1, 1, 25569],
    [2000, 2, 29, 36585],
    [2026, 11, 16, 46342],
  ])('%i-%i-%i is %i', (year, month, date, serial) => {
    expect(dayOf(year, month, date)).toBe(serial);
    expect(civilOf(serial)).toEqual({ year, month, date });
  });

  test.each([
    [2026, 2, 29],
    [1900, 2, 29],
    [2100, 2, 29],
    [2026, 4, 31],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [2026, 1, 32],
  ])('%i-%i-%i is no date', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined();
  });

  test('agree with the calendar of the runtime, both ways, over five centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -80_000, max: 120_000 }), (serial) => {
        const utc = new Date((serial - 25569) * 86_400_000);
        expect(civilOf(serial)).toEqual({
          year: utc.getUTCFullYear(),
          month: utc.getUTCMonth() + 1,
          date: utc.getUTCDate(),
        });
        expect(dayOf(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate())).toBe(serial);
        expect(dayOfWeek(serial)).toBe(utc.getUTCDay());
        expect(isoOf(serial)).toBe(utc.toISOString().slice(0, 10));
        expect(monthOf(serial)).toBe(utc.toISOString().slice(0, 7));
        expect(dayOfIso(isoOf(serial))).toBe(serial);
      }),
    );
  });

  test('exist exactly where the runtime does not roll over', () => {
    const figures = fc.tuple(
      fc.integer({ min: 1600, max: 2400 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    fc.assert(
      fc.property(figures, ([year, month, date]) => {
        const utc = new Date(Date.UTC(year, month - 1, date));
        expect(dayOf(year, month, date) !== undefined).toBe(utc.getUTCDate() === date);
      }),
    );
  });

  test.each(['2026-11-1', '2026-1-16', '26-11-16', '2026-02-30', '2026/11/16', ' 2026-11-16', ''])(
    '%j is no ISO date',
    (text) => {
      expect(dayOfIso(text)).toBeUndefined();
    },
  );
});
