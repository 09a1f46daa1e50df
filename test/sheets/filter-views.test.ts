import { sheets as googleSheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActivityPlace } from '../../lambdas/domain/trees/head.ts';
import { localToken } from '../../lambdas/google/auth.ts';
import { openSheets } from '../../lambdas/sheets/open-sheets.ts';
import type { FilterViewLayout } from '../../lambdas/tabs/filter-view.ts';
import { hiddenRows } from '../../local/sheets-server/filter/hidden-rows.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { salesWorkbook } from '../support/sheets-round-trip.ts';
import { serial } from '../support/trees.ts';

let server: SheetsServer;
let book: string;
let place: ActivityPlace;

const VIEW: FilterViewLayout = {
  id: 1_740_000_100,
  title: 'This week: Ana "A" Smith',
  criteria: [
    { column: 'date', from: serial('2026-02-02'), to: serial('2026-02-09') },
    { column: 'rep', names: ['ana "a" smith', 'a.smith@example.com'] },
  ],
};
const REJECTED: FilterViewLayout = {
  id: 1_740_000_000,
  title: 'Rejected rows',
  criteria: [{ column: 'check', startsWith: 'rejected' }],
};

beforeAll(async () => {
  server = await startSheetsServer();
  book = server.addWorkbook(salesWorkbook(3));
  const sheetId = server.workbook(book).sheetByTitle('Activity')?.id ?? -1;
  place = { sheetId, row: 0, date: 0, rep: 1, check: 5 };
  server.edit(book, [{ addFilterView: { filter: { filterViewId: 12, title: 'Of a rep', range: { sheetId } } } }]);
});
afterAll(() => server.close());

const put = (views: readonly FilterViewLayout[]) =>
  openSheets({ auth: localToken('any'), rootUrl: server.url }).putFilterViews(book, place, views);

async function standing() {
  const api = googleSheets({ version: 'v4', rootUrl: server.url, auth: 'any' });
  const { data } = await api.spreadsheets.get({ spreadsheetId: book });
  return data.sheets?.[0]?.filterViews ?? [];
}

function fail(): never {
  throw new Error('neither tab nor view');
}

describe('filter views', () => {
  test('are added, changed and deleted to be those that are wanted; those of people stay', async () => {
    await put([VIEW, REJECTED]);
    expect((await standing()).map(({ filterViewId }) => filterViewId)).toEqual([12, VIEW.id, REJECTED.id]);
    await put([{ ...VIEW, title: 'This week: Bea' }]);
    expect((await standing()).map(({ title }) => title)).toEqual(['Of a rep', 'This week: Bea']);
  });

  test('written twice are written once; one that somebody deleted comes back', async () => {
    await put([VIEW]);
    server.edit(book, [{ deleteFilterView: { filterId: VIEW.id } }]);
    await put([VIEW]);
    await put([VIEW]);
    expect(await standing()).toHaveLength(2);
  });

  test('a name in a formula stays a name', async () => {
    await put([VIEW, REJECTED, { ...VIEW, id: VIEW.id + 1, criteria: [{ column: 'rep', names: [] }] }]);
    const views = (await standing()).slice(1);
    expect(views[0]).toMatchObject({ title: VIEW.title, range: { startRowIndex: 0 } });
    const formulas = views.flatMap(({ filterSpecs }) =>
      (filterSpecs ?? []).map((spec) => spec.filterCriteria?.condition?.values?.[0]?.userEnteredValue),
    );
    expect(formulas).toEqual([
      '=IFERROR(AND(INT(IF(ISNUMBER($A2);$A2;DATEVALUE($A2)))>=46055;INT(IF(ISNUMBER($A2);$A2;DATEVALUE($A2)))<46062);FALSE)',
      String.raw`=REGEXMATCH(LOWER($B2);"(^|;)\s*(ana \""a\"" smith|a\.smith\@example\.com)\s*(;|$)")`,
      '=LEFT($F2;8)="rejected"',
      '=TRIM($B2)=""',
    ]);
  });

  test.each(['en_US', 'nl_NL', 'de_CH', 'ja_JP'])('in %s they are taken, and show the same rows', async (locale) => {
    const dates = ['2026-02-01', '2026-02-02', '2026-02-08', '2026-02-09'].map((date) => [serial(date), 'Bea', 'P']);
    const id = server.addWorkbook({
      ...{ title: 'Sales', locale, timeZone: 'Etc/GMT' },
      tabs: [{ title: 'Activity', rows: [['Date', 'Rep', 'Prospect'], ...dates, [serial('2026-02-03'), 'Ana']] }],
    });
    const activity = () => server.workbook(id).sheetByTitle('Activity') ?? fail();
    const criteria = [...VIEW.criteria.slice(0, 1), { column: 'rep', names: ['bea', 'b, "c"'] } as const];
    const sheets = openSheets({ auth: localToken('any'), rootUrl: server.url });
    await sheets.putFilterViews(id, { sheetId: activity().id, row: 0, date: 0, rep: 1 }, [{ ...VIEW, criteria }]);
    const [view] = activity().list('filterViews');
    const hidden = hiddenRows(server.workbook(id), activity(), view ?? fail());
    expect([...hidden].filter((row) => row < 6)).toEqual([1, 4, 5]);
  });
});
