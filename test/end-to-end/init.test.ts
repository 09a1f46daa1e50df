import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INPUT_SHEET_IDS, INPUT_TABS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import { HOW_TO } from '../../local/init/how-to.ts';
import { type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf, columnOf, writesIn } from '../support/e2e-tabs.ts';
import { emptyBook, everythingIn, faultsIn, initialise } from '../support/init.ts';
import { DISCOVERY_MISSING, discoveryIsHere } from '../support/sheets-discovery.ts';

const header = (service: TestService, tab: string): unknown[] => [...(cellsOf(service.server, tab)[0] ?? [])];

describe('init on an empty spreadsheet', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await testService({ book: emptyBook() });
    await initialise(service);
  });
  afterAll(() => service.close());

  test('makes every input tab, and none of the report tabs', () => {
    const titles = service.server.workbook(WORKBOOK).sheets.map(({ title }) => title);
    expect(titles).toEqual([...INPUT_TABS, HOW_TO.title, 'Sheet1']);
    expect(header(service, 'Activity').slice(0, 7)).toEqual([
      ...['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Amount', 'Check'],
    ]);
    expect(cellsOf(service.server, 'Activity')).toHaveLength(1);
  });

  test.skipIf(!discoveryIsHere)(`asks only for what Google knows (${DISCOVERY_MISSING})`, () => {
    expect(service.server.calls.map(({ operation }) => operation)).toEqual([
      'spreadsheets.get',
      'spreadsheets.getByDataFilter',
      'spreadsheets.batchUpdate',
    ]);
    expect(faultsIn(service)).toEqual([]);
  });

  test('writes nothing the second time', async () => {
    const from = service.server.calls.length;
    const before = everythingIn(service);
    expect(await initialise(service)).toEqual({ requests: [], steps: [], attention: [], title: 'Sales' });
    expect(writesIn(service.server.calls.slice(from))).toEqual([]);
    expect(everythingIn(service)).toEqual(before);
  });

  test('is ready for rows: they count, and the lists and examples that it brought count for nothing', async () => {
    const { server } = service;
    const first = await service.run();
    expect(first.ingest.stop).toBeUndefined();
    server.typeInto(WORKBOOK, 'Team!A2', [
      ['Ann', 'ann@example.com', '', 'Inside'],
      ['Bob', '', 'Bobby', 'Field'],
    ]);
    server.typeInto(WORKBOOK, 'Settings!B2', [['Europe/Amsterdam'], ['Monday'], ['GBP']]);
    server.typeInto(WORKBOOK, 'Activity!A2', [
      ['20/11/2026', 'Ann', 'Acme', 'Attempt to connect', 'Interested'],
      ['20/11/2026', 'Ann', 'Acme', 'Attempt to connect', 'left a message'],
      ['20/11/2026', 'bobby', 'Bolt', 'Ask', 'Needs time', '900'],
      ['20/11/2026', 'Bob', 'Bolt', 'Close', 'Booked', '£ 900'],
      ['', 'Bob', 'Crux', 'Ask', 'Needs time', '1'],
    ]);
    await service.settle();
    const activity = cellsOf(server, 'Activity');
    const check = columnOf(activity, 'Check');
    expect(activity.slice(1).map((row) => row[check])).toEqual([
      '✓ 1 today',
      'not an MSI: left a message',
      '✓ 2 today',
      '✓ 2 today',
      'rejected: no date',
    ]);
    const health = cellsOf(server, 'Health').flat().map(String);
    expect(health.filter((text) => text.includes('Settings!') || text.includes('Outcomes!'))).toEqual([]);
    expect((await service.head()).tabs).toEqual(INPUT_SHEET_IDS);
  });

  test('leaves what people made of it', async () => {
    const { server } = service;
    const { Activity, Team, Drills, Goals } = INPUT_SHEET_IDS;
    const column = (sheetId: number, at: number) => ({ sheetId, startColumnIndex: at, endColumnIndex: at + 1 });
    server.edit(WORKBOOK, [
      {
        updateSheetProperties: { properties: { sheetId: Activity, title: 'Our log', index: 4 }, fields: 'title,index' },
      },
      { updateSheetProperties: { properties: { sheetId: Team, title: 'Reps' }, fields: 'title' } },
      { insertDimension: { range: { sheetId: Activity, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } } },
      {
        moveDimension: {
          source: { sheetId: Activity, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          destinationIndex: 6,
        },
      },
      // A dropdown taken away, one replaced, a mark, drills and the explanation thrown away.
      { setDataValidation: { range: { ...column(Team, 3), startRowIndex: 1 } } },
      { setDataValidation: { range: column(Goals, 2), rule: { condition: { type: 'NOT_BLANK' } } } },
      { deleteConditionalFormatRule: { sheetId: Activity, index: 0 } },
      { deleteDimension: { range: { sheetId: Drills, dimension: 'ROWS', startIndex: 1, endIndex: 9 } } },
      { deleteSheet: { sheetId: HOW_TO.sheetId } },
      {
        repeatCell: { range: { sheetId: Team, endRowIndex: 1 }, cell: { note: '' }, fields: 'note,userEnteredFormat' },
      },
    ]);
    server.typeInto(WORKBOOK, "'Our log'!B1", [['Ours', 'Client']]);
    const before = everythingIn(service);
    const from = server.calls.length;
    expect(await initialise(service)).toMatchObject({ steps: [], attention: [] });
    expect(writesIn(server.calls.slice(from))).toEqual([]);
    expect(everythingIn(service)).toEqual(before);
    expect((await service.run()).ingest.stop).toBeUndefined();
  });

  test('brings back a tab and a column that are gone, and nothing else', async () => {
    const { server } = service;
    const { Team, Goals } = INPUT_SHEET_IDS;
    server.edit(WORKBOOK, [
      { deleteSheet: { sheetId: Goals } },
      { deleteDimension: { range: { sheetId: Team, dimension: 'COLUMNS', startIndex: 4, endIndex: 5 } } },
    ]);
    const { steps } = await initialise(service);
    expect(steps).toEqual([
      'Reps: add the column Manager.',
      'Add the tab Goals: Rep, Period start, Period, Revenue goal.',
    ]);
    expect(header(service, 'Reps').at(-1)).toBe('Manager');
    expect(cellsOf(server, 'Reps')[2]?.slice(0, 4)).toEqual(['Bob', null, 'Bobby', 'Field']);
    expect((await initialise(service)).requests).toEqual([]);
    if (discoveryIsHere) expect(faultsIn(service)).toEqual([]);
  });
});
