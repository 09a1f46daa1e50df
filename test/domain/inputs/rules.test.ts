import { describe, expect, test } from 'vitest';
import { rollupRulesDigest } from '../../../lambdas/domain/inputs/rules.ts';
import { rules } from '../../support/rows.ts';

describe('rules', () => {
  test('stand without any tab', () => {
    const { settings, team, goals, outcomes, calendar, problems, minorDigits, timeZone } = rules();
    expect({ team, goals, outcomes, calendar, problems, minorDigits, timeZone }).toEqual({
      team: { exists: false, members: [], names: new Map() },
      goals: [],
      outcomes: [],
      calendar: [],
      problems: [],
      minorDigits: 2,
      timeZone: 'Europe/Amsterdam',
    });
    expect(settings.weekStartsOn).toBe(1);
  });

  test.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['XXQ', 2],
  ])('%s has %i decimals', (currency, digits) => {
    expect(
      rules({
        tabs: {
          Settings: [
            ['Setting', 'Value'],
            ['Currency', currency],
          ],
        },
      }).minorDigits,
    ).toBe(digits);
  });

  test('goals are in minor units of the currency', () => {
    const tabs = {
      Settings: [
        ['Setting', 'Value'],
        ['Currency', 'JPY'],
      ],
      Goals: [
        ['Period start', 'Revenue goal'],
        ['2026-11-01', '¥3,500'],
      ],
    };
    expect(rules({ locale: 'ja_JP', tabs }).goals[0]?.revenue).toBe(3500);
  });

  test('the time zone of the settings goes before that of the spreadsheet', () => {
    const tabs = {
      Settings: [
        ['Setting', 'Value'],
        ['Time zone', 'Asia/Tokyo'],
      ],
    };
    expect(rules({ tabs }).timeZone).toBe('Asia/Tokyo');
  });

  test('an unknown locale is read as English and listed', () => {
    const { locale, problems } = rules({ locale: 'not a locale' });
    expect(locale.tag).toBe('en');
    expect(problems).toEqual([{ address: 'File > Settings', expected: 'a locale such as en_GB', got: 'not a locale' }]);
  });

  test('collect the problems of all tabs', () => {
    const tabs = {
      Settings: [
        ['Setting', 'Value'],
        ['Colour', 'red'],
      ],
      Team: [
        ['Rep', 'Segment'],
        ['Jane', 'Home'],
      ],
      Goals: [
        ['Period start', 'Revenue goal'],
        ['soon', 5],
      ],
      Outcomes: [
        ['Outcome', 'Counts'],
        ['Chatted', 'perhaps'],
      ],
      Calendar: [['Date'], ['Christmas']],
    };
    expect(rules({ tabs }).problems.map(({ address }) => address)).toEqual([
      'Settings!A2',
      'Team!B2',
      'Goals!A2',
      'Outcomes!B2',
      'Calendar!A2',
    ]);
  });
});

describe('the digest of the rules', () => {
  const plain = rollupRulesDigest(rules());
  const digestWith = (inputs: Parameters<typeof rules>[0]) => rollupRulesDigest(rules(inputs));
  const setting = (name: string, value: string) => ({
    tabs: {
      Settings: [
        ['Setting', 'Value'],
        [name, value],
      ],
    },
  });

  test.each<[string, Parameters<typeof rules>[0]]>([
    ['the locale', { locale: 'nl_NL' }],
    ['the order of dates', { dateOrder: 'dmy' }],
    ['the first day of the week', setting('Week starts on', 'Sunday')],
    ['the decimals', setting('Currency', 'JPY')],
    ['what unconfirmed attempts are', setting('Attempts without outcome', 'Drop')],
    ['what makes a close', setting('Close counts when', 'Paid')],
    ['an outcome', { tabs: { Outcomes: [['Outcome'], ['Chatted']] } }],
    ['a name', { tabs: { Team: [['Rep'], ['Jane']] } }],
  ])('changes with %s', (_, inputs) => {
    expect(digestWith(inputs)).not.toBe(plain);
  });

  test.each<[string, Parameters<typeof rules>[0]]>([
    ['the title', { title: 'Renamed' }],
    ['the time zone', { timeZone: 'Asia/Tokyo' }],
    ['the pace', setting('On pace from', '90 %')],
    ['a currency with as many decimals', setting('Currency', 'EUR')],
    ['a holiday', { tabs: { Calendar: [['Date'], ['2026-12-25']] } }],
    [
      'a goal',
      {
        tabs: {
          Goals: [
            ['Period start', 'Revenue goal'],
            ['2026-11-01', 5],
          ],
        },
      },
    ],
  ])('does not change with %s', (_, inputs) => {
    expect(digestWith(inputs)).toBe(plain);
  });

  test('does not change with the order of the team', () => {
    const team = (...names: string[]) => digestWith({ tabs: { Team: [['Rep'], ...names.map((name) => [name])] } });
    expect(team('Jane', 'Fred')).toBe(team('Fred', 'Jane'));
  });
});
