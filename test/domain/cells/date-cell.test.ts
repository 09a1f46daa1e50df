import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { columnDateOrder, type DateOrder, readDate } from '../../../lambdas/domain/cells/date-cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { isoOf } from '../../../lambdas/domain/days/day.ts';
import { day } from '../../support/rows.ts';

const ENGLISH = localeRules('en_US').monthNames;

/** `2026-11-16`, `2026-11-16 09:05`, or the problem. */
function read(cell: Cell, order: DateOrder | undefined, names = ENGLISH): string {
  const reading = readDate(cell, order, names);
  if ('problem' in reading) return reading.problem;
  const { minute } = reading;
  if (minute === undefined) return isoOf(reading.day);
  return `${isoOf(reading.day)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

describe('date cells', () => {
  test.each([
    ['a day', 46342, '2026-11-16'],
    ['a time of the day', 46342.5, '2026-11-16 12:00'],
    ['a minute before midnight', 46342 + 1439 / 1440, '2026-11-16 23:59'],
    ['23:59:59', 46342 + 86399 / 86400, '2026-11-16 23:59'],
    ['23:59:59.4 is still that second', 46342 + 86399.4 / 86400, '2026-11-16 23:59'],
    ['23:59:59.6 is midnight', 46342 + 86399.6 / 86400, '2026-11-17'],
    ['a sum of fractions just below midnight', 46341.99999999999, '2026-11-16'],
    ['a leap day', 36585, '2000-02-29'],
    ['the first day taken', 32874, '1990-01-01'],
    ['the last day taken', 73050, '2099-12-31'],
    ['a day before it', 32873, 'out of range'],
    ['a day after it', 73051, 'out of range'],
    ['1900', 2, 'out of range'],
    ['2126', 82865, 'out of range'],
    ['a year typed as a number', 2026, 'out of range'],
    ['a date typed as one number', 20261116, 'out of range'],
    ['a negative number', -1, 'out of range'],
    ['no number', Number.NaN, 'out of range'],
    ['a box', true, 'unreadable'],
  ])('%s', (_, cell, expected) => {
    expect(read(cell, 'dmy')).toBe(expected);
  });

  test('keep their day whatever the time of the day', () => {
    const serial = fc.tuple(fc.integer({ min: 32874, max: 73049 }), fc.integer({ min: 0, max: 86399 }));
    fc.assert(
      fc.property(serial, ([whole, second]) => {
        const minute = Math.floor(second / 60);
        expect(readDate(whole + second / 86400, undefined, ENGLISH)).toEqual(
          minute === 0 ? { day: whole } : { day: whole, minute },
        );
      }),
    );
  });
});

describe('dates as text', () => {
  test.each([undefined, null, '', '   ', '\u00a0', '\n'])('%j is blank', (cell) => {
    expect(read(cell, 'dmy')).toBe('blank');
  });

  test.each([
    ['2026-11-16', '2026-11-16'],
    ['2026/11/16', '2026-11-16'],
    ['2026.11.16', '2026-11-16'],
    ['2026-1-6', '2026-01-06'],
    ['２０２６－１１－１６', '2026-11-16'],
    [' 2026-11-16 ', '2026-11-16'],
    ['2026-11-16 09:05', '2026-11-16 09:05'],
    ['2026-11-16T09:05:59', '2026-11-16 09:05'],
    ['2026-11-16T09:05:59.999Z', '2026-11-16 09:05'],
    ['2026-11-16T23:59+01:00', '2026-11-16 23:59'],
    ['2026-11-16, 9:05 pm', '2026-11-16 21:05'],
    ['2026-11-16 12:30 AM', '2026-11-16 00:30'],
    ['2026-11-16 12:30 p.m.', '2026-11-16 12:30'],
    ['2026-11-16 9:05\u202fPM', '2026-11-16 21:05'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', 'unreadable'],
    ['2026-16-11', 'unreadable'],
    ['2026-11-16 24:00', 'unreadable'],
    ['2026-11-16 13:05 pm', 'unreadable'],
    ['2026-11-16 0:30 am', 'unreadable'],
    ['2026-11-16 1:30 am', '2026-11-16 01:30'],
    ['2026-11-16 , 9:05', '2026-11-16 09:05'],
    ['2026-11-16 09:60', 'unreadable'],
    ['2026-11-16 09:05:75', 'unreadable'],
    ['1900-01-01', 'out of range'],
    ['2126-11-16', 'out of range'],
    ['0026-11-16', 'out of range'],
  ])('%j is %s in every order', (text, expected) => {
    for (const order of ['dmy', 'mdy', 'ymd', undefined] as const) expect(read(text, order)).toBe(expected);
  });

  test.each([
    // text, day first, month first, year first or unknown
    ['3/4/2026', '2026-04-03', '2026-03-04', 'ambiguous'],
    ['03-04-2026', '2026-04-03', '2026-03-04', 'ambiguous'],
    ['3.4.2026', '2026-04-03', '2026-03-04', 'ambiguous'],
    ['3. 4. 2026.', '2026-04-03', '2026-03-04', 'ambiguous'],
    ['3/4/2026 09:05', '2026-04-03 09:05', '2026-03-04 09:05', 'ambiguous'],
    ['4/4/2026', '2026-04-04', '2026-04-04', '2026-04-04'],
    ['16/11/2026', '2026-11-16', '2026-11-16', '2026-11-16'],
    ['11/16/2026', '2026-11-16', '2026-11-16', '2026-11-16'],
    ['29/2/2026', 'unreadable', 'unreadable', 'unreadable'],
    ['31/11/2026', 'unreadable', 'unreadable', 'unreadable'],
    ['13/13/2026', 'unreadable', 'unreadable', 'unreadable'],
    ['0/4/2026', 'unreadable', 'unreadable', 'unreadable'],
    ['16/11/1900', 'out of range', 'out of range', 'out of range'],
    ['3/4/26', 'ambiguous', 'ambiguous', 'ambiguous'],
    ['16/11/26', 'ambiguous', 'ambiguous', 'ambiguous'],
    ['26-11-16', 'ambiguous', 'ambiguous', 'ambiguous'],
    ['3/4', 'unreadable', 'unreadable', 'unreadable'],
    ['3/4-2026', 'unreadable', 'unreadable', 'unreadable'],
    ['123/4/26', 'unreadable', 'unreadable', 'unreadable'],
    ['3/4/226', 'ambiguous', 'ambiguous', 'ambiguous'],
  ])('%j in figures', (text, dayFirst, monthFirst, otherwise) => {
    expect([read(text, 'dmy'), read(text, 'mdy'), read(text, 'ymd'), read(text, undefined)]).toEqual([
      dayFirst,
      monthFirst,
      otherwise,
      otherwise,
    ]);
  });

  test.each([
    ['16 November 2026', '2026-11-16'],
    ['16 NOV 2026', '2026-11-16'],
    ['16-Nov-2026', '2026-11-16'],
    ['Nov 16, 2026', '2026-11-16'],
    ['Nov. 16th, 2026', '2026-11-16'],
    ['the 16th', 'unreadable'],
    ['16th of November 2026', '2026-11-16'],
    ['2026 November 16', '2026-11-16'],
    ['Monday, 16 November 2026', '2026-11-16'],
    ['Mon 16 Nov 2026', '2026-11-16'],
    ['Mon. Nov 16 2026 14:30', '2026-11-16 14:30'],
    ['Sept 1 2026', '2026-09-01'],
    ['May 4 2026', '2026-05-04'],
    ['31 Feb 2026', 'unreadable'],
    ['16 Nov 26', 'ambiguous'],
    ['116 Nov 2026', 'ambiguous'],
    ['2026 Nov 116', 'ambiguous'],
    ['x16 Nov 2026', 'unreadable'],
    ['16x Nov 2026', 'unreadable'],
    ['16 Nov 2026 17', 'unreadable'],
    ['16 Nov Monday 2026', 'unreadable'],
    ['Mon1 16 Nov 2026', 'unreadable'],
    ['1Mon 16 Nov 2026', 'unreadable'],
    ['Monday 16 Nov', 'unreadable'],
    ['Monday the 16 Nov 2026', 'unreadable'],
    ['16 Brumaire 2026', 'unreadable'],
    ['16 Nov', 'unreadable'],
    ['Nov 2026', 'unreadable'],
    ['16 constructor 2026', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['tbd', 'unreadable'],
    ['46342', 'unreadable'],
    ['🚀', 'unreadable'],
    ['=TODAY()', 'unreadable'],
  ])('%j', (text, expected) => {
    for (const order of ['dmy', 'mdy', undefined] as const) expect(read(text, order)).toBe(expected);
  });

  test.each([
    ['nl_NL', '16 november 2026', '2026-11-16'],
    ['nl_NL', '4 mrt. 2026', '2026-03-04'],
    ['nl_NL', '4 March 2026', '2026-03-04'],
    ['nl_NL', 'maandag 16 november 2026', '2026-11-16'],
    ['de_DE', '4. März 2026', '2026-03-04'],
    ['de_DE', 'Mo., 16. Nov. 2026', '2026-11-16'],
    ['fr_FR', '1 août 2026', '2026-08-01'],
    ['fr_FR', '4 févr. 2026', '2026-02-04'],
    ['es_ES', '16 de noviembre de 2026', '2026-11-16'],
    ['pt_BR', '4 de março de 2026', '2026-03-04'],
    ['pl_PL', '16 listopada 2026', '2026-11-16'],
    ['en_US', '4 mrt 2026', 'unreadable'],
  ])('in %s, %j is %s', (locale, text, expected) => {
    expect(read(text, undefined, localeRules(locale).monthNames)).toBe(expected);
  });

  test('name the months of every locale as that locale writes them', () => {
    for (const locale of ['nl_NL', 'de_DE', 'fr_FR', 'es_ES', 'it_IT', 'pt_BR', 'pl_PL', 'sv_SE', 'tr_TR', 'ru_RU']) {
      const { monthNames, tag } = localeRules(locale);
      const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2026, month, 16));
        const name = parts.find((part) => part.type === 'month')?.value;
        const iso = `2026-${String(month + 1).padStart(2, '0')}-16`;
        expect([locale, name, read(`16 ${name} 2026`, undefined, monthNames)]).toEqual([locale, name, iso]);
      }
    }
  });

  test('in the figures of a locale are read back as that locale wrote them', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom('en_US', 'en_GB', 'nl_NL', 'de_DE', 'fr_FR', 'sv_SE', 'ja_JP'),
        (date, locale) => {
          const { tag, dateOrder, monthNames } = localeRules(locale);
          const text = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC' });
          const long = text
            .formatToParts(date)
            .map((part) => (part.type === 'year' ? String(date.getUTCFullYear()) : part.value))
            .join('');
          expect(read(long, dateOrder, monthNames)).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });
});

describe('the order of a column of text dates', () => {
  test.each<[string, Cell[], DateOrder, DateOrder | undefined]>([
    ['is the locale of the sheet', ['3/4/2026', 'x', 5, null], 'mdy', 'mdy'],
    ['is the locale of the sheet, day first', [], 'dmy', 'dmy'],
    ['is the locale of the sheet, year first', ['3/4/2026'], 'ymd', 'ymd'],
    ['is the other one where the column says so', ['3/4/2026', '16/11/2026'], 'mdy', 'dmy'],
    ['is the other one where the column says so, month first', ['11/16/2026', '3/4/2026'], 'dmy', 'mdy'],
    ['is learned where the locale has the year first', ['16/11/2026'], 'ymd', 'dmy'],
    ['is learned where the locale has the year first, month first', ['11-16-2026 09:05'], 'ymd', 'mdy'],
    ['is unknown where both occur', ['11/16/2026', '16/11/2026'], 'dmy', undefined],
    ['does not listen to ISO dates', ['2026-11-16', '2026/16/11'], 'mdy', 'mdy'],
    ['does not listen to years of two figures', ['16/11/26'], 'mdy', 'mdy'],
    ['does not listen to dates that are none', ['31/02/2026', '45/1/2026', '13/13/2026'], 'mdy', 'mdy'],
    ['reads the date before a time', ['16/11/2026 , 9:05 pm'], 'mdy', 'dmy'],
    ['does not listen to one text for a date', ['16/11'], 'mdy', 'mdy'],
    ['reads full-width figures', ['１６/１１/２０２６'], 'mdy', 'dmy'],
    ['does not listen to real date cells', [day('2026-11-16')], 'mdy', 'mdy'],
  ])('%s', (_, cells, locale, expected) => {
    expect(columnDateOrder(cells, locale)).toBe(expected);
  });
});
