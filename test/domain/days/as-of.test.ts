import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOfInstant, instantOf, isTimeZone } from '../../../lambdas/domain/days/as-of.ts';
import { isoOf } from '../../../lambdas/domain/days/day.ts';
import { day } from '../../support/rows.ts';

describe('today, in the zone of the workbook', () => {
  test.each([
    ['the last minute of a day', '2026-11-16T22:59:59.999Z', 'Europe/Amsterdam', '2026-11-16', 1439],
    ['midnight', '2026-11-16T23:00:00.000Z', 'Europe/Amsterdam', '2026-11-17', 0],
    ['the same instant further west', '2026-11-16T23:00:00.000Z', 'America/New_York', '2026-11-16', 1080],
    ['far ahead of UTC', '2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01-01', 0],
    ['far behind UTC', '2027-01-01T10:59:00Z', 'Pacific/Pago_Pago', '2026-12-31', 1439],
    ['a zone of 45 minutes', '2026-11-16T18:14:59Z', 'Asia/Kathmandu', '2026-11-16', 1439],
    ['a zone of 45 minutes, midnight', '2026-11-16T18:15:00Z', 'Asia/Kathmandu', '2026-11-17', 0],
    ['before the clock goes forward', '2026-03-29T00:59:59Z', 'Europe/Amsterdam', '2026-03-29', 119],
    ['after the clock went forward', '2026-03-29T01:00:00Z', 'Europe/Amsterdam', '2026-03-29', 180],
    ['the hour that comes twice', '2026-10-25T00:30:00Z', 'Europe/Amsterdam', '2026-10-25', 150],
    ['the hour that comes twice, again', '2026-10-25T01:30:00Z', 'Europe/Amsterdam', '2026-10-25', 150],
    ['a day without midnight', '2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04', 60],
    ['a leap day', '2028-02-29T12:00:00Z', 'UTC', '2028-02-29', 720],
  ])('%s', (_, instant, zone, iso, minute) => {
    const asOf = asOfInstant(Date.parse(instant), zone);
    expect([isoOf(asOf.day), asOf.minute]).toEqual([iso, minute]);
  });

  test('is what a clock on the wall shows there', () => {
    const zones = ['Europe/Amsterdam', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Tehran', 'Pacific/Apia', 'UTC'];
    const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const [date, hour, minute] = new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).split(/[ :]/);
        const asOf = asOfInstant(instant, zone);
        expect(isoOf(asOf.day)).toBe(date);
        expect(asOf.minute).toBe(Number(hour) * 60 + Number(minute));
      }),
    );
  });

  test('an instant at which the clock on the wall shows that', () => {
    const zones = ['Europe/Amsterdam', 'America/St_Johns', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC'];
    const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const asOf = asOfInstant(instant, zone);
        const back = instantOf(asOf, zone);
        expect(asOfInstant(back, zone)).toEqual(asOf);
        expect(back).toBeLessThanOrEqual(instant);
      }),
    );
  });

  test.each([
    ['the end of a day is its last minute', '2026-11-16', 1440, 'Europe/Amsterdam', '2026-11-16T22:59:00.000Z'],
    ['an hour that the clock leaves out', '2026-03-29', 150, 'Europe/Amsterdam', '2026-03-29T01:30:00.000Z'],
    ['a midnight that there is not', '2018-11-04', 0, 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['the hour that comes twice', '2026-10-25', 150, 'Europe/Amsterdam', '2026-10-25T00:30:00.000Z'],
  ])('%s', (_, iso, minute, zone, instant) => {
    expect(new Date(instantOf({ day: day(iso), minute }, zone)).toISOString()).toBe(instant);
  });

  test('refuses a zone that nobody knows', () => {
    expect(() => asOfInstant(0, 'Europe/Atlantis')).toThrow(RangeError);
    expect(['Europe/Amsterdam', 'UTC', 'Etc/GMT+5'].every(isTimeZone)).toBe(true);
    expect(['', 'Atlantis', 'Europe/Atlantis', 'constructor', '__proto__'].some(isTimeZone)).toBe(false);
  });
});
