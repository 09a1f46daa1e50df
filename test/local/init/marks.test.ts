import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MARK_FORMATS } from '../../../local/init/looks.ts';
import { emptyTemplate, planSetUp } from '../../../local/init/plan.ts';
import { TAB_SPECS } from '../../../local/init/tab-specs.ts';
import { cellLooks } from '../../../local/sheets-server/conditional-format/cell-looks.ts';
import { type SheetsServer, startSheetsServer } from '../../../local/sheets-server/start.ts';

let server: SheetsServer;
let books = 0;
beforeAll(async () => {
  server = await startSheetsServer();
});
afterAll(() => server.close());

/** Which cells catch the eye when people type these rows below the header: `bad date`, `caution rep`. */
function marked(tab: string, locale: string, rows: readonly Readonly<Record<string, string>>[]): string[][] {
  const id = `book-${++books}`;
  server.addWorkbook({
    id,
    title: 'Sales',
    locale,
    timeZone: 'Europe/London',
    tabs: [{ title: 'Activity', rows: [] }],
  });
  const sheetId = server.workbook(id).sheetByTitle('Activity')?.id ?? 0;
  const view = emptyTemplate('Sales');
  const tabs = view.tabs.map((one) => ({ ...one, sheetId }));
  server.edit(id, planSetUp({ ...view, tabs }, { examples: false }).requests as never);
  const spec = TAB_SPECS.find(({ name }) => name === tab);
  if (!spec) throw new Error(`no tab ${tab}`);
  server.typeInto(
    id,
    `${tab}!A2`,
    rows.map((row) => spec.columns.map(({ field }) => row[field] ?? null)),
  );
  const book = server.workbook(id);
  const sheet = book.sheetByTitle(tab);
  if (!sheet) throw new Error(`no tab ${tab}`);
  const looks = cellLooks(book, sheet);
  const lookOf = (row: number, column: number): string | undefined => {
    const colour = inkOf(looks.formatAt(row, column));
    return Object.entries(MARK_FORMATS).find(([, format]) => colour !== undefined && inkOf(format) === colour)?.[0];
  };
  return rows.map((_, row) =>
    spec.columns.flatMap(({ field }, column) => {
      const look = lookOf(row + 1, column);
      return look === undefined ? [] : [`${look} ${field}`];
    }),
  );
}

/** Colour of the text, to what 8 bits can tell: the server keeps colours as Google does, in 32 bits. */
const inkOf = (format: unknown): string | undefined => {
  const { textFormat } = (format ?? {}) as sheets_v4.Schema$CellFormat; // as the server keeps what was written
  const { red = 0, green = 0, blue = 0 } = textFormat?.foregroundColorStyle?.rgbColor ?? {};
  return textFormat && [red, green, blue].map((part) => Math.round((part ?? 0) * 255)).join();
};

const good = {
  date: '20/11/2026',
  rep: 'Ann',
  prospect: 'Acme',
  activity: 'Attempt to connect',
  outcome: 'Interested',
};

const CASES: readonly (readonly [string, Readonly<Record<string, string>>, string[]])[] = [
  ['a good row', good, []],
  ['an empty row', {}, []],
  ['a short form', { ...good, activity: 'FU' }, []],
  ['a spelling of its own', { ...good, activity: 'attempt-to  connect' }, []],
  ['no date', { ...good, date: '' }, ['bad date']],
  ['an ISO date as text', { ...good, date: "'2026-11-20" }, []],
  ['a date in figures as text', { ...good, date: "'03/04/2026" }, ['caution date']],
  ['a year of two figures', { ...good, date: "'3/4/26" }, ['bad date']],
  ['a word for a date', { ...good, date: 'yesterday' }, ['bad date']],
  ['a year that can not be', { ...good, date: '20/11/1926' }, ['bad date']],
  ['no rep', { ...good, rep: '' }, ['caution rep']],
  ['no prospect', { ...good, prospect: '' }, ['bad prospect']],
  ['no prospect for support', { ...good, prospect: '', activity: 'Admin', outcome: '' }, []],
  ['an unknown activity', { ...good, activity: 'dance' }, ['bad activity']],
  ['a number for an activity', { ...good, activity: '7' }, ['bad activity']],
  ['no activity', { ...good, activity: '' }, ['caution activity']],
  ['an attempt without outcome', { ...good, outcome: '' }, ['caution outcome']],
  ['an ask without amount', { ...good, activity: 'Ask' }, ['caution amount']],
  ['a close', { ...good, activity: 'Close', outcome: 'Won', amount: '100' }, []],
  ['a close of no known kind', { ...good, activity: 'Close', outcome: 'Wonn', amount: '100' }, ['bad outcome']],
  ['a lost deal', { ...good, activity: 'Close', outcome: 'Closed lost' }, []],
  ['a count of 0', { ...good, count: '0' }, ['bad count']],
  ['a verdict', { ...good, check: '✓ 1 today' }, ['good check']],
  ['a rejection', { ...good, check: 'rejected: no date' }, ['bad check']],
];

test.each(['en_GB', 'nl_NL'])('Activity in %s', (locale) => {
  const found = marked(
    'Activity',
    locale,
    CASES.map(([, row]) => row),
  );
  expect(Object.fromEntries(CASES.map(([name], at) => [name, found[at]]))).toEqual(
    Object.fromEntries(CASES.map(([name, , expected]) => [name, expected])),
  );
});

describe('the other tabs', () => {
  test('Team: a name twice, a segment that is none, an end before the start', () => {
    expect(
      marked('Team', 'en_GB', [
        { rep: 'Ann', segment: 'Inside', start: '01/11/2026', end: '30/11/2026' },
        { rep: 'ann', segment: 'inside' },
        { segment: 'Feild' },
        { rep: 'Bob', start: '02/11/2026', end: '01/11/2026' },
      ]),
    ).toEqual([[], ['bad rep'], ['bad rep', 'bad segment'], ['bad end']]);
  });

  test('Goals, Calendar and Meetings: what a row needs, and words that are unknown', () => {
    expect(marked('Goals', 'en_GB', [{ period: 'Week', revenue: '5' }, { start: '01/11/2026' }])).toEqual([
      ['bad start', 'bad period'],
      ['bad revenue'],
    ]);
    expect(marked('Calendar', 'en_GB', [{ who: 'Inside', kind: 'half-day' }])).toEqual([['bad date']]);
    expect(
      marked('Meetings', 'en_GB', [{ held: 'FALSE' }, { date: '01/11/2026', segment: 'All', minutes: '700' }]),
    ).toEqual([[], ['bad minutes']]);
  });
});
