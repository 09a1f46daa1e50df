import { read } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headerKey } from '../../lambdas/domain/cells/phrase.ts';
import type { FileCell } from '../../local/sheets-server/workbook-file.ts';
import { tally } from '../support/tally.ts';
import {
  activityRow,
  COLUMNS,
  type Outcome,
  type WeirdService,
  weirdService,
  YESTERDAY,
} from '../support/weird-workbook.ts';

/** What a spreadsheet would run, fetch or open, typed by a person as text. */
const FORMULAS = [
  ...[
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1+1',
    '－1+1',
    '＠SUM(A1)',
    "'=1+1",
    '==1',
  ],
  ...[
    '=HYPERLINK("http://127.0.0.1/","Acme")',
    '=IMPORTDATA("http://127.0.0.1/"&A1)',
    '=IMPORTXML("http://127.0.0.1/","//a")',
  ],
  ...[
    '=IMAGE("http://127.0.0.1/"&A1)',
    '=WEBSERVICE("http://127.0.0.1/")',
    "=cmd|' /C calc'!A0",
    '{=1+1}',
    '=Activity!A1:Z',
  ],
  ...['"&A1&"', '")&IMPORTDATA("http://127.0.0.1/")&("', '\u200b=1+1', ' =1+1', '-2+3', '=#REF!'],
];

/** Names that programs, scripts and people stumble over. */
const NAMES = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    'null',
    'true',
    'u',
    't',
    'r:ann',
  ],
  ...['مرحبا بك', 'שלום', 'עברית (abc) 123', '田中 太郎', 'Ñandú', 'Zoë', 'Z̵͇̈́a̸̳͘l̷͔̈g̶̢̉o̴̝͌', 'ﬁne', 'ǅ', 'İstanbul', 'ẞ'],
  ...['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 flag', '🇳🇱', '(╯°□°)╯︵ ┻━┻', '\ud83d half', 'nul\u0000l', 'tab\tbed', 'two\nlines'],
  ...[
    '.*',
    '|',
    '\\E',
    '(?i)x',
    '$1',
    '%s',
    '{{x}}',
    '$' + '{x}',
    '<b>x</b>',
    '<script>x</script>',
    "O'Brien",
    'O’Brien',
    '"quoted"',
    '/',
    '#',
    'a#b',
    'W#x#HEAD',
  ],
  ...[
    "'; DROP TABLE x; --",
    '../../etc/passwd',
    '1e3',
    '007',
    '0',
    '-0',
    '2026-11-19',
    'Week',
    'Activity!A1',
    'x'.repeat(300),
  ],
];
/** Unseen characters, and what they are pasted around: one and the same name. */
const SAME = [
  'Same Name',
  'Same\u200b Name',
  '\u202eSame Name\u202c',
  '\ufeffSame Name',
  'same\u00a0name',
  'Same\u00ad Name',
  'Ｓａｍｅ Name',
  '\u2066Same  Name\u2069',
];

let service: WeirdService;
beforeAll(async () => {
  service = await weirdService();
});
afterAll(() => service.close());

describe('text that would be a formula', () => {
  test('stays text in every column, on every tab, in Check and in the .xlsx', async () => {
    const rows = FORMULAS.flatMap((typed) => [
      activityRow({
        Rep: typed,
        Prospect: typed,
        Deal: typed,
        Outcome: typed,
        'Next step': typed,
        Notes: typed,
        Channel: typed,
      }),
      activityRow({ Rep: typed, Prospect: typed, Deal: typed, Activity: 'Close', Outcome: 'Booked' }),
      activityRow({ Rep: `Ann;${typed}`, Activity: 'Attempt', Outcome: 'Left a message', Prospect: typed }),
      activityRow({ Activity: typed, Notes: typed }),
      activityRow({ Date: typed, Prospect: typed }),
    ]);
    const tabs = settingsTabs(FORMULAS);
    // Opened in the file, so that nothing is parsed on the way in: as if typed after an apostrophe.
    const outcome = await service.run(
      { Activity: [COLUMNS, ...rows], ...tabs },
      { title: '=IMPORTDATA("http://127.0.0.1/")' },
    );
    expect([outcome.stop, outcome.read, outcome.rejected]).toEqual([undefined, rows.length, FORMULAS.length * 2]);
    const week = outcome.tab('Week').map(([name]) => name);
    for (const shown of ['=1+1', '＝1+1', '=HYPERLINK("http://127.0.0.1/","Acme")'].map((text) =>
      text.normalize('NFKC'),
    ))
      expect(week).toContain(shown);
    expect(outcome.checks().filter((check) => typeof check !== 'string' || /^[\s=+\-@]/.test(check))).toEqual([]);
    const { url } = service.local.sheets;
    const id = service.local.sheets.workbooks()[0]?.id ?? '';
    const address = `${url}drive/v3/files/${id}/export?mimeType=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`;
    const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
    expect(formulasIn(bytes)).toEqual([]);
    tally('bad inputs', FORMULAS.length);
  });
});

describe('a name that is unusual', () => {
  test('counts as a rep, a prospect, a deal and an outcome, like every name', async () => {
    const rows = NAMES.flatMap((name) => [
      activityRow({ Rep: name, Prospect: name, Deal: name, Outcome: name, Amount: 7 }),
      activityRow({ Rep: name, Prospect: `${name} 2`, Deal: name, Activity: 'Close', Outcome: 'Booked', Amount: 5 }),
      activityRow({ Rep: `Ann;${name}`, Prospect: name, Activity: 'Attempt', Outcome: 'Spoke', Count: 3 }),
    ]);
    const tabs = settingsTabs(NAMES);
    const outcome = await service.run({ Activity: [[...COLUMNS, '__proto__', 'constructor'], ...rows], ...tabs });
    expect([outcome.stop, outcome.read, outcome.rejected]).toEqual([undefined, rows.length, 0]);
    const lines = weekLines(outcome);
    const wanted = { attempts: 3, asks: 1, closes: 1 };
    const named = NAMES.map((name) => [name, lines.find(({ rep }) => shownAs(name) === rep)]);
    expect(named).toEqual(NAMES.map((name) => [name, { rep: shownAs(name), ...wanted }]));
    expect(lines.find(({ rep }) => rep === 'Ann')).toMatchObject({ attempts: 3 * NAMES.length, asks: 0, closes: 0 });
    expect(Object.prototype).not.toHaveProperty('polluted');
    tally('bad inputs', NAMES.length);
  });

  test('is one name, whatever unseen characters come along with it', async () => {
    const rows = SAME.map((name, at) => activityRow({ Rep: name, Prospect: name, Deal: `${at}`, Outcome: name }));
    const outcome = await service.run({ Activity: [COLUMNS, ...rows], Team: [['Rep'], ['Same Name']] });
    expect(weekLines(outcome)).toEqual([{ rep: 'Same Name', attempts: 0, asks: SAME.length, closes: 0 }]);
    expect(outcome.problems).toEqual({ 'outcome unknown': SAME.length });
    expect(outcome.text('Health')).not.toContain('Prospects that may be the same');
    tally('bad inputs', SAME.length);
  });
});

/** Each text in every cell of every other input tab. */
function settingsTabs(texts: readonly string[]): Record<string, FileCell[][]> {
  // Two columns of one rep would stop the sync, with a message.
  const heads = [...new Map(texts.map((text) => [headerKey(text), text])).values()];
  return {
    Team: [['Rep', 'Aliases', 'Manager', ...texts], ...texts.map((text) => [text, `alias of ${text}`, text])],
    Goals: [['Rep', 'Period start', 'Revenue goal'], ...texts.map((text) => [text, YESTERDAY, text])],
    Outcomes: [['Outcome', 'Counts', 'From'], ...texts.map((text) => [text, text, text])],
    Calendar: [['Date', 'Rep or Segment', 'Kind'], ...texts.map((text) => [YESTERDAY, text, text])],
    Drills: [['Drill', 'Trains', 'Script'], ...texts.map((text) => [text, 'Ask', text])],
    Meetings: [
      ['Date', 'Held', 'Drill', ...heads],
      [YESTERDAY, true, texts[0] ?? '', ...heads.map(() => 3)],
    ],
    Settings: [['Setting', 'Value'], ...texts.map((text) => [text, text]), ...texts.map((text) => ['Currency', text])],
  };
}

/** Tells 300 x from 301: kept, since it stands in stored names. */
const LONG_MARK = 'du4sqenl';

/** As people see it: long ones are cut. */
function shownAs(name: string): string {
  if (name.length > 200) return `${'x'.repeat(180)}... #${LONG_MARK}`;
  return name
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\s\u0000]+/gu, ' ')
    .trim();
}

/** What Week says of each rep. */
function weekLines(outcome: Outcome): { rep: unknown; attempts: unknown; asks: unknown; closes: unknown }[] {
  const week = outcome.tab('Week');
  const head = week.findIndex((row) => row.includes('Asks'));
  const at = (name: string) => week[head]?.indexOf(name) ?? -1;
  const below = week.slice(head + 1);
  const end = below.findIndex(([rep]) => rep === null || rep === undefined || rep === 'Team');
  return below.slice(0, end < 0 ? undefined : end).map((row) => ({
    rep: row[0],
    attempts: row[at('Attempts')],
    asks: row[at('Asks')],
    closes: row[at('Closes')],
  }));
}

/** What an .xlsx computes, but for what Leadsheet itself wrote. */
function formulasIn(bytes: Buffer): string[] {
  const { Sheets } = read(bytes, { cellFormula: true, dense: true });
  const cells = Object.values(Sheets).flatMap((sheet) => sheet['!data']?.flat() ?? []);
  expect(cells.filter((cell) => cell?.t === 's').length).toBeGreaterThan(500);
  return cells.flatMap((cell) => (cell?.f === undefined || /^leadsheet_\w+$/.test(cell.f) ? [] : [cell.f]));
}
