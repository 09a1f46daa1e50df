import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { decodeWeek, encodeWeek } from '../../lambdas/domain/weeks/week-rollup.ts';
import { healthTab } from '../../lambdas/tabs/health-tab.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { figuresOf, rowOf } from '../support/report-figures.ts';
import { row, serial } from '../support/trees.ts';

const words = (figures: ReportFigures) => healthTab(figures).rows.map(([first]) => String(first?.value ?? ''));
const TEAM = { Team: [['Rep'], ['Ana'], ['Ben']] };

describe('Health', () => {
  test('restated weeks: what was reported and what it is now, the team first', async () => {
    const rows = [
      row('2026-01-05', 'Ana', 'Acme', 'Ask', 'Sent', { amount: 250 }),
      row('2026-01-12', 'Ana', 'Acme', 'Follow-up', 'Spoke'),
      row('2026-01-19', 'Ana', 'Acme', 'Follow-up', 'Spoke'),
    ];
    const before = await figuresOf(rows, '2026-02-04 15:00');
    const figures = await figuresOf(
      [...rows, row('2026-01-06', 'Ana', 'Bolt', 'Ask', 'Sent', { amount: 1000 })],
      '2026-02-04 15:00',
    );
    const week = serial('2026-01-05');
    const asReported = new Map([[week, decodeWeek(encodeWeek(before.weeks.get(week) ?? decodeWeek('')))]]);
    const frozen = { version: 1, weekStartsOn: 1, through: serial('2026-01-12'), weeks: [] };
    const closed = { ...figures, asReported, facts: { ...figures.facts, frozen } };
    expect(words(closed)).toContain('Restated weeks: 1 of the 2 closed weeks of the last 26 weeks');
    const lines = healthTab(closed).rows.filter(([first]) => first?.value === 'Mon 5 Jan 2026');
    expect(lines.map((cells) => cells.slice(1, 3).map(({ value }) => value))).toEqual([
      ['Team', 'MSIs 1 -> 2, Asks 1 -> 2, Asked amount 250 -> 1,250, Touches 1 -> 2, Rows 1 -> 2'],
      ['Ana', 'MSIs 1 -> 2, Asks 1 -> 2, Asked amount 250 -> 1,250, Touches 1 -> 2, Rows 1 -> 2'],
    ]);
    expect(words(figures)).toContain('Restated weeks: no week is closed yet');
  });

  test('recording: days without a row, entry delay, typed at the end, stated against recorded', async () => {
    const rows = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'].map((date) =>
      row(date, 'Ana', 'Acme', 'Follow-up', 'Spoke'),
    );
    const Meetings: Cell[][] = [
      ['Date', 'Held', 'Ana'],
      [serial('2026-02-04'), 'Yes', 1],
      [serial('2026-02-05'), 'Yes', 4],
    ];
    const figures = await figuresOf(rows, '2026-02-05 15:00', { ...TEAM, Meetings });
    const day = serial('2026-02-02');
    // Monday's on Tuesday, Tuesday's and Wednesday's on Thursday, Thursday's at once: 0, 1, 1, 2 working days.
    const entries = new Map([
      [
        'r:ana',
        [
          [0, 1],
          [1, 3],
          [2, 3],
          [3, 3],
        ].map(([at = 0, seen = 0]) => ({ day: day + at, seen: day + seen })),
      ],
    ]);
    const known = { ...figures, entries };
    expect(words(known)).toContain(
      'Recording in the week of Mon 2 Feb 2026, so far: 1 of 2 reps with days without a row',
    );
    // Meetings of Wednesday (since Tuesday: 1 MSI) and Thursday (since Wednesday: 1): 5 said, 2 recorded.
    expect(rowOf(healthTab(known), 'Ana').slice(1, 9)).toEqual([
      0,
      0,
      1,
      '3/4',
      0.75,
      5,
      2,
      '3 said and not written down',
    ]);
    expect(rowOf(healthTab(known), 'Ben').slice(1, 9)).toEqual([4, 0, '–', '–', '–', '–', '–', '–']);
    // What nobody has a figure for says how it comes.
    const bare = await figuresOf(rows, '2026-02-05 15:00', TEAM);
    expect(words(bare)).toContainEqual(expect.stringContaining('known for rows typed after the first sync'));
    expect(words(bare)).toContainEqual(expect.stringContaining('Type on the tab Meetings'));
  });

  test('an outcome that is on the list from a later day is said to be on it', async () => {
    const rows = [
      row('2026-02-02', 'Ana', 'Acme', 'Follow-up', 'Texted'),
      row('2026-02-02', 'Ana', 'Bolt', 'Follow-up', 'Hummed'),
    ];
    const Outcomes: Cell[][] = [
      ['Outcome', 'Counts', 'From'],
      ['TEXTED', 'Not meaningful', serial('2026-03-09')],
      ['Texted', 'Meaningful', serial('2026-02-19')],
    ];
    const tab = healthTab(await figuresOf(rows, '2026-02-05 15:00', { Outcomes }));
    expect(rowOf(tab, 'Texted').slice(1, 3)).toEqual([
      1,
      'On the list from Thu 19 Feb 2026 only; the rows before count as MSIs',
    ]);
    expect(rowOf(tab, 'Hummed').slice(1, 3)).toEqual([1, 'Add it to the tab Outcomes: Meaningful or Not meaningful']);
  });

  test.each([
    ['nothing', [], 'No rows yet'],
    ['one', ['2026-02-02'], 'The only row counts'],
    ['some', ['2026-02-02', '2026-02-02'], 'All 2 rows count'],
    ['one held', ['2026-02-09'], 'The only row is held until its day comes'],
    ['all held', ['2026-02-09', '2026-02-10'], 'All 2 rows are held until their days come'],
    ['some held', ['2026-02-02', '2026-02-02', '2026-02-10'], '2 rows count, 1 is held until its day comes'],
    ['one of more', ['2026-02-02', '2026-02-09', '2026-02-10'], '1 row counts, 2 are held until their days come'],
    ['one rejected', ['', '2026-02-09'], "1 row of 2 can't be counted until mended"],
  ])('the title: %s', async (_, dates, title) => {
    const rows = dates.map((date, i) => row(date, 'Ana', `Acme ${i}`, 'Follow-up', 'Spoke'));
    expect(words(await figuresOf(rows, '2026-02-05 15:00'))[0]).toBe(title);
  });

  test('definitions and settings in force read as somebody would say them', async () => {
    const figures = await figuresOf([], '2026-02-05 15:00', {
      Outcomes: [
        ['Outcome', 'Counts', 'From'],
        ['Ghosted', 'Not meaningful', serial('2026-01-01')],
      ],
      Settings: [
        ['Setting', 'Value'],
        ['Inside meeting days', 'Mon-Thu'],
        ['On pace from', '95 %'],
        ['Meeting hour', 8.5],
      ],
    });
    const tab = healthTab(figures);
    expect(rowOf(tab, 'Ghosted').slice(1, 5)).toEqual([
      ...['Not meaningful', 'Thu 1 Jan 2026', 'tab Outcomes', 'in force'],
    ]);
    expect(rowOf(tab, 'voicemail').slice(1, 4)).toEqual(['Not meaningful', 'always', 'default list']);
    const setting = (name: string) => rowOf(tab, name).slice(1, 3);
    expect(setting('Inside meeting days')).toEqual(['Mon-Thu', 'tab Settings']);
    expect(setting('Field meeting days')).toEqual(['Tue, Thu', 'default']);
    expect(setting('On pace from')).toEqual(['95 %', 'tab Settings']);
    expect(setting('Meeting hour')).toEqual(['8:30', 'tab Settings']);
    expect(setting('Week starts on')).toEqual(['Monday', 'default']);
    expect(setting('Default average deal')).toEqual(['–', 'default']);
  });

  test('runs: when the sheet was found changed, and how much of it', async () => {
    const figures = await figuresOf([row('2026-02-02', 'Ana', 'Acme', 'Follow-up', 'Spoke')], '2026-02-05 15:00');
    const [day, minute] = [serial('2026-02-05'), 15 * 60 + 4];
    const tab = healthTab({
      ...figures,
      runs: [
        [day, minute, 1, 0, 0],
        [day - 1, 1440, 1200, 31, 2],
      ],
    });
    expect(words({ ...figures, runs: [[day, minute, 1, 0, 0]] })).toContain(
      'Runs: the sheet last changed on Thu 5 Feb 2026, 15:04',
    );
    expect(rowOf(tab, 'Thu 5 Feb 2026, 15:04').slice(1, 5)).toEqual([
      ...[1, 0, 0, 'No row: another tab, or the spreadsheet itself'],
    ]);
    expect(rowOf(tab, 'Wed 4 Feb 2026, end of the day').slice(1, 5)).toEqual([1200, 31, 2, 'Rows on Activity']);
    // Loaded through ingest: noon UTC is 13:00 in Amsterdam.
    expect(rowOf(healthTab(figures), 'Thu 5 Feb 2026, 13:00').slice(1, 4)).toEqual([1, 1, 0]);
    const first = healthTab({ ...figures, runs: [[day, minute, 12, 12, 0]] });
    expect(rowOf(first, 'Thu 5 Feb 2026, 15:04')[4]).toBe('Rows on Activity: all of them are new');
    expect(words({ ...figures, runs: [] })).toContain('Runs: none noted yet');
  });

  test('open deals that were under way when the data began are counted', async () => {
    const figures = await figuresOf(
      [row('2026-02-02', 'Ana', 'Acme', 'Ask', 'Sent', { amount: 5 })],
      '2026-02-05 15:00',
    );
    expect(rowOf(healthTab(figures), 'Opening deals')[1]).toBe(1);
  });

  test('prospects that may be one: the first 50 groups, and how many more there are', async () => {
    const names = Array.from({ length: 52 }, (_, i) => `Firm ${String(i).padStart(2, '0')}`);
    const rows = names.flatMap((name) => [
      row('2026-02-02', 'Ana', name, 'Ask', 'Sent'),
      row('2026-02-02', 'Ana', `${name} Ltd`, 'Ask', 'Sent'),
    ]);
    const listed = words(await figuresOf(rows, '2026-02-05 15:00'));
    expect(listed).toContain('Firm 49  ·  Firm 49 Ltd');
    expect(listed).not.toContain('Firm 50  ·  Firm 50 Ltd');
    expect(listed).toContain('2 groups not listed here.');
  });

  test('a long list of rejected rows comes last', async () => {
    const bad = Array.from({ length: 31 }, (_, i) => row('2026-02-02', 'Ana', '', 'Ask', `Sent ${i}`));
    const order = async (rows: Cell[][]) => {
      const lines = words(await figuresOf(rows, '2026-02-05 15:00'));
      return lines.indexOf('Rejected rows, newest first') < lines.indexOf('What the words mean');
    };
    expect(await order(bad.slice(0, 30))).toBe(true);
    expect(await order(bad)).toBe(false);
  });
});
