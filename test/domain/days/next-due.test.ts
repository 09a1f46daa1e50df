import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOfInstant } from '../../../lambdas/domain/days/as-of.ts';
import { LONGEST_WAIT, nextDueAt } from '../../../lambdas/domain/days/next-due.ts';

const MINUTE = 60_000;
const next = (now: string, timeZone: string, ...hours: number[]): string =>
  new Date(nextDueAt(Date.parse(now), { timeZone, hours })).toISOString().replace(':00.000Z', 'Z');

describe('a workbook is next due', () => {
  test.each([
    ['at the meeting hour', '2026-11-20T07:10:30Z', 'Europe/Amsterdam', [12, 9], '2026-11-20T08:00Z'],
    ['a moment before it', '2026-11-20T07:59:59.999Z', 'Europe/Amsterdam', [12, 9], '2026-11-20T08:00Z'],
    ['at the cut-off hour, when it meets', '2026-11-20T08:00:00Z', 'Europe/Amsterdam', [12, 9], '2026-11-20T11:00Z'],
    ['at half past', '2026-11-20T08:00:00Z', 'Europe/Amsterdam', [9.5], '2026-11-20T08:30Z'],
    ['when its day begins', '2026-11-20T17:01:00Z', 'Europe/Amsterdam', [12], '2026-11-20T23:00Z'],
    ['when its day begins, further west', '2026-11-20T23:00:00Z', 'America/New_York', [12], '2026-11-21T05:00Z'],
    ['when its day begins, in a zone of 45 minutes', '2026-11-20T18:00:00Z', 'Asia/Kathmandu', [], '2026-11-20T18:15Z'],
    ['at hour 24, which is the next day', '2026-11-20T20:00:00Z', 'UTC', [24], '2026-11-21T00:00Z'],
    ['after hour 0, at six', '2026-11-20T00:00:00Z', 'UTC', [0], '2026-11-20T06:00Z'],
  ] as const)('%s', (_, now, zone, hours, expected) => {
    expect(next(now, zone, ...hours)).toBe(expected);
  });

  test('over the clock that goes forward: an hour that is left out strikes when the next one begins', () => {
    // Amsterdam, 2026-03-29: 02:00 becomes 03:00 at 01:00 UTC.
    expect(next('2026-03-28T23:00:00Z', 'Europe/Amsterdam', 2.5)).toBe('2026-03-29T01:00Z');
    expect(next('2026-03-29T01:00:00Z', 'Europe/Amsterdam', 2.5)).toBe('2026-03-29T04:00Z');
    // Sao Paulo, 2018-11-04: the day begins at 01:00, which is 03:00 UTC.
    expect(next('2018-11-04T02:00:00Z', 'America/Sao_Paulo')).toBe('2018-11-04T03:00Z');
  });

  test('over the clock that goes back: an hour that comes twice strikes twice, and the poll is not late', () => {
    // Amsterdam, 2026-10-25: 03:00 becomes 02:00 at 01:00 UTC.
    expect(next('2026-10-24T22:00:00Z', 'Europe/Amsterdam', 2.5)).toBe('2026-10-25T00:30Z');
    expect(next('2026-10-25T01:00:00Z', 'Europe/Amsterdam', 2.5)).toBe('2026-10-25T01:30Z');
    // From midnight until six it is seven hours on that night.
    expect(next('2026-10-24T22:00:00Z', 'Europe/Amsterdam')).toBe('2026-10-25T04:00Z');
  });

  test('not at all in a zone that nobody knows', () => {
    expect(() => next('2026-11-20T00:00:00Z', 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('for any moment, zone and hours, around both changes of the clock', () => {
  const zones = [
    'Europe/Amsterdam',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'UTC',
  ];
  const around = (iso: string) => fc.integer({ min: -36 * 60, max: 36 * 60 }).map((m) => Date.parse(iso) + m * MINUTE);
  const instants = fc.oneof(
    around('2026-03-29T01:00:00Z'),
    around('2026-10-25T01:00:00Z'),
    around('2026-11-01T06:00:00Z'),
    around('2026-04-04T15:00:00Z'),
    fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }),
  );
  const hours = fc.array(
    fc.integer({ min: 0, max: 24 * 12 }).map((twelfths) => twelfths / 12),
    { maxLength: 3 },
  );

  test('it is later, at most 6 hours ahead, and what the calendar says stays until then', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), hours, (now, timeZone, strikes) => {
        const due = nextDueAt(now, { timeZone, hours: strikes });
        expect(due).toBeGreaterThan(now);
        expect(due).toBeLessThanOrEqual(now + LONGEST_WAIT);
        const said = (instant: number) => {
          const { day, minute } = asOfInstant(instant, timeZone);
          return [day, ...strikes.map((hour) => minute >= hour * 60)].join();
        };
        for (const share of [0, 0.25, 0.5, 0.75]) {
          const between = now + Math.floor((due - 1 - now) * share);
          expect(said(between)).toBe(said(now));
          // So a report in between writes nothing new, unless the limit of 6 hours was what counted.
          if (due < now + LONGEST_WAIT) expect(nextDueAt(between, { timeZone, hours: strikes })).toBe(due);
        }
        expect(said(due - 1)).toBe(said(now));
      }),
      { numRuns: 60 },
    );
  });
});
