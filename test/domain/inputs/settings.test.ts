import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { readSettings, SETTINGS, type Settings } from '../../../lambdas/domain/inputs/settings.ts';
import { day } from '../../support/rows.ts';

const read = (...rows: readonly Cell[][]) => readSettings([['Setting', 'Value'], ...rows]);

describe('settings', () => {
  test('have defaults without a tab, with an empty one and for blank values', () => {
    const { settings, problems } = readSettings(undefined);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ weekStartsOn: 1, unconfirmed: 'Apart', closeCountsWhen: 'First', check: 'On' });
    expect(readSettings([])).toEqual({ settings, problems });
    expect(read(['Currency', ''], ['Week starts on'], ['Cut-off hour', false])).toEqual({ settings, problems });
  });

  test.each<[string, Cell, keyof Settings, unknown]>([
    ['Time zone', ' Europe/Amsterdam ', 'timeZone', 'Europe/Amsterdam'],
    ['TIME_ZONE', 'UTC', 'timeZone', 'UTC'],
    ['Week starts on', 'sunday', 'weekStartsOn', 0],
    ['week-starts-on', 'Saturday', 'weekStartsOn', 6],
    ['Currency', 'eur', 'currency', 'EUR'],
    ['Cut-off hour', 9, 'cutOffHour', 9],
    ['Cut-off hour', '24', 'cutOffHour', 24],
    ['Cut-off hour', 0, 'cutOffHour', 0],
    ['Attempts without outcome', 'DROP', 'unconfirmed', 'Drop'],
    ['Close counts when', 'paid', 'closeCountsWhen', 'Paid'],
    ['On pace from', '95 %', 'onPace', 0.95],
    ['On pace from', 0.95, 'onPace', 0.95],
    ['Caution from', '87,5%', 'cautionPace', 0.875],
    ['Check column', 'off', 'check', 'Off'],
    ['Cut-off hour', 1, 'cutOffHour', 1],
    ['Cut-off hour', 0.75, 'cutOffHour', 18],
    ['Stale after', 365, 'staleAfter', 365],
    ['Archived before', day('2026-01-31'), 'archivedBefore', day('2026-01-31')],
    ['Archived before', '2026-01-31', 'archivedBefore', day('2026-01-31')],
    [
      'Report workbook',
      '1AbcdefghijklmnopqrstuvwxyZ_-0123456789',
      'reportWorkbook',
      '1AbcdefghijklmnopqrstuvwxyZ_-0123456789',
    ],
    [
      'Report workbook',
      'https://docs.google.com/spreadsheets/d/1AbcdefghijklmnopqrstuvwxyZ_-0123456789/edit#gid=0',
      'reportWorkbook',
      '1AbcdefghijklmnopqrstuvwxyZ_-0123456789',
    ],
    ['Accept removals', 12345678, 'acceptRemovals', '12345678'],
  ])('%s = %j', (name, value, key, expected) => {
    const { settings, problems } = read([name, value]);
    expect(problems).toEqual([]);
    expect(settings[key]).toBe(expected);
  });

  test.each<[string, Cell, string]>([
    ['Time zone', 'Amsterdam time', 'an IANA time zone such as Europe/Amsterdam'],
    ['Week starts on', 'Mittwoch', 'one of Monday, Sunday, Saturday, Tuesday, Wednesday, Thursday, Friday'],
    ['Week starts on', 1, 'one of Monday, Sunday, Saturday, Tuesday, Wednesday, Thursday, Friday'],
    ['Currency', '€', 'a code of three letters such as EUR'],
    ['Currency', 'EURO', 'a code of three letters such as EUR'],
    ['Currency', 'a EUR', 'a code of three letters such as EUR'],
    ['Cut-off hour', 25, 'an hour from 0 to 24'],
    ['Cut-off hour', 'noon', 'an hour from 0 to 24'],
    ['Cut-off hour', 'NaN', 'an hour from 0 to 24'],
    ['Cut-off hour', 'Infinity', 'an hour from 0 to 24'],
    ['Cut-off hour', '1e400', 'an hour from 0 to 24'],
    ['Attempts without outcome', 'constructor', 'one of Apart, Count, Drop'],
    ['On pace from', '12,25 % of it', 'a number from 0.1 to 3'],
    ['On pace from', 'x 95 %', 'a number from 0.1 to 3'],
    ['Cut-off hour', -0.5, 'an hour from 0 to 24'],
    ['Archived before', '3/4/2026', 'a date such as 2026-01-31'],
    ['Archived before', 'last year', 'a date such as 2026-01-31'],
    ['Archived before', 12, 'a date such as 2026-01-31'],
    ['Field meeting days', 'soon', 'days such as Mon-Fri or Tue, Thu'],
    ['Stale after', 366, 'a number from 1 to 365'],
    ['On pace from', 100, 'a number from 0.1 to 3'],
    ['Check column', true, 'one of On, Off'],
    ['Report workbook', 'abcdefghij klm', 'the id or the address of a spreadsheet'],
    ['Report workbook', 'a b-cdefghijklm', 'the id or the address of a spreadsheet'],
    ['Report workbook', 'my other sheet', 'the id or the address of a spreadsheet'],
  ])('%s = %j leaves the default and is listed', (name, value, expected) => {
    const { settings, problems } = read(['Currency', 'EUR'], [name, value]);
    expect(settings).toEqual(
      name === 'Currency' ? read(['Currency', 'EUR']).settings : read(['Currency', 'EUR']).settings,
    );
    expect(problems).toMatchObject([{ address: 'Settings!B3', expected, got: String(value) }]);
    expect(problems[0]?.stop !== undefined).toBe(name === 'Time zone');
  });

  test('the days of the meetings are days of the week', () => {
    const { settings, problems } = read(['Inside meeting days', 'Mon-Wed'], ['Field meeting days', 'Fri']);
    expect([settings.insideMeetingDays, settings.fieldMeetingDays, problems]).toEqual([[1, 2, 3], [5], []]);
  });

  test('a zone that is none stops, in words', () => {
    expect(read(['Time zone', 'Mars/Base']).problems[0]?.stop).toBe(
      'Settings!B2 says "Mars/Base": the setting "Time zone" needs an IANA time zone such as Europe/Amsterdam.',
    );
  });

  test('a cut-off hour typed as a time of day is that hour', () => {
    expect(read(['Cut-off hour', 0.5]).settings.cutOffHour).toBe(12);
  });

  test.each(['Colour', 'constructor', '__proto__', 'toString'])('%s is no setting', (name) => {
    const { settings, problems } = read([name, 'x']);
    expect(settings).toEqual(readSettings(undefined).settings);
    const known = Object.values(SETTINGS).map((setting) => setting.name);
    expect(problems).toEqual([{ address: 'Settings!A2', expected: `one of ${known.join(', ')}`, got: name }]);
  });

  test('a cell of characters that nobody sees is no number', () => {
    const { settings, problems } = read(['Cut-off hour', '\u200b']);
    expect(settings.cutOffHour).toBe(12);
    expect(problems).toMatchObject([{ expected: 'an hour from 0 to 24' }]);
  });

  test('typed twice: the lower one is in force', () => {
    expect(read(['Currency', 'EUR'], ['Currency', 'USD']).settings.currency).toBe('USD');
  });
});
