import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TAB_NAMES, TAB_SHEET_IDS, type TabName } from '../../lambdas/tabs/tab-names.ts';
import type { CellValue } from '../../local/sheets-server/model/cell.ts';
import { MID_AFTERNOON, smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf, columnOf, hasTab, reports, sheetOf, shown, tabsThatDiffer, writesIn } from '../support/e2e-tabs.ts';
import { visible, visibleOfTwin } from '../support/e2e-twin.ts';
import { DISCOVERY_MISSING, discoveryIsHere, requestFaults } from '../support/sheets-discovery.ts';

let service: TestService;
beforeEach(async () => {
  service = await testService({ book: smallSample(2) });
  await service.settle();
});
afterEach(() => service.close());

const edit = (...requests: Parameters<TestService['server']['edit']>[1]) => service.server.edit(WORKBOOK, requests);
const rename = (name: TabName, title: string) =>
  edit({ updateSheetProperties: { properties: { sheetId: TAB_SHEET_IDS[name], title }, fields: 'title' } });
const titles = () => service.server.workbook(WORKBOOK).sheets.map(({ title }) => title);
/** Text in cells of a row, never parsed: as somebody who types an apostrophe first. */
function putText(row: number, texts: readonly string[]): void {
  const { id } = sheetOf(service.server, 'Activity');
  const values = texts.map((stringValue) => ({ userEnteredValue: { stringValue } }));
  edit({
    updateCells: {
      start: { sheetId: id, rowIndex: row, columnIndex: 1 },
      rows: [{ values }],
      fields: 'userEnteredValue',
    },
  });
}
/** One more ask of today, which every tab but none of the settings notices. */
function ask(prospect = 'Northgate Bakery', rep = 'Jane'): number {
  const at = cellsOf(service.server, 'Activity').length + 1;
  service.server.typeInto(WORKBOOK, `Activity!A${at}:F${at}`, [
    ['20/11/2026', rep, prospect, '', 'Ask', 'Proposal sent'],
  ]);
  return at - 1;
}

describe('report tabs that people touched', () => {
  test('stay renamed and moved, and are found again', async () => {
    for (const name of TAB_NAMES) rename(name, `${name} of ours`);
    edit({ updateSheetProperties: { properties: { sheetId: TAB_SHEET_IDS.Week, index: 0 }, fields: 'index' } });
    const before = { titles: titles(), reports: structuredClone(reports(service.server)) };
    expect(before.titles[0]).toBe('Week of ours');
    ask();
    service.now += 60_000;
    const run = await service.run();
    expect(run.report.status).toBe('published');
    expect(writesIn(run.calls)).toHaveLength(2);
    expect(titles()).toEqual(before.titles);
    expect(tabsThatDiffer(before.reports, reports(service.server))).toContain('Week');
    expect(await visible(service)).toEqual(await visibleOfTwin(service));
  });

  test.each(TAB_NAMES)('%s comes back at the next change when somebody deleted it', async (name) => {
    edit({ deleteSheet: { sheetId: TAB_SHEET_IDS[name] } });
    ask();
    service.now += 60_000;
    expect((await service.run()).report).toMatchObject({ status: 'published', written: [...TAB_NAMES] });
    expect(TAB_NAMES.filter((tab) => !hasTab(service.server, TAB_SHEET_IDS[tab]))).toEqual([]);
    expect(await visible(service)).toEqual(await visibleOfTwin(service));
    expect(shown(service.server, TAB_SHEET_IDS.Week, 1, 0)).toBe('As of Fri 20 Nov 2026, 15:01 (Europe/London)');
  });

  test('all of them come back, beside a tab of a person that has the name of one', async () => {
    edit(...TAB_NAMES.map((name) => ({ deleteSheet: { sheetId: TAB_SHEET_IDS[name] } })));
    edit({ addSheet: { properties: { title: 'Trend' } } });
    ask();
    await service.run();
    expect(titles().filter((title) => /^Trend/.test(title))).toHaveLength(2);
    expect(await visible(service)).toEqual(await visibleOfTwin(service));
  });

  test('keep what people typed to the right of ours, also when a tab is written anew', async () => {
    const notes: [TabName, number, number][] = TAB_NAMES.map((name) => {
      const width = Math.max(...cellsOf(service.server, TAB_SHEET_IDS[name]).map((row) => row.length));
      return [name, 4, width + 1];
    });
    for (const [name, row, column] of notes) {
      const sheet = sheetOf(service.server, TAB_SHEET_IDS[name]);
      const missing = column + 1 - sheet.state.columnCount;
      if (missing > 0) edit({ appendDimension: { sheetId: sheet.id, dimension: 'COLUMNS', length: missing } });
      const values = [{ userEnteredValue: { stringValue: `ours: ${name}` } }];
      edit({
        updateCells: {
          start: { sheetId: sheet.id, rowIndex: row, columnIndex: column },
          rows: [{ values }],
          fields: 'userEnteredValue',
        },
      });
    }
    const kept = () => notes.map(([name, row, column]) => shown(service.server, TAB_SHEET_IDS[name], row, column));
    for (const look of [false, true]) {
      // The second time something is gone, so that everything is looked at and written anew.
      if (look)
        edit({
          deleteNamedRange: {
            namedRangeId: String(
              service.server
                .workbook(WORKBOOK)
                .state.namedRanges.find(({ name }) => /^leadsheet_gen/.test(String(name)))?.namedRangeId,
            ),
          },
        });
      ask();
      service.now += 60_000;
      expect((await service.run()).report.status).toBe('published');
      expect(kept()).toEqual(TAB_NAMES.map((name) => `ours: ${name}`));
    }
  });

  test('are protected as a whole, and Activity is not', () => {
    for (const name of TAB_NAMES) {
      const ranges = sheetOf(service.server, TAB_SHEET_IDS[name]).list('protectedRanges');
      expect(ranges).toHaveLength(1);
      // Nothing but the id: the whole tab.
      expect(ranges[0]?.range).toEqual({ sheetId: TAB_SHEET_IDS[name] });
      expect(ranges[0]?.warningOnly ?? false).toBe(false);
    }
    expect(sheetOf(service.server, 'Activity').list('protectedRanges')).toEqual([]);
  });
});

describe('text that people typed', () => {
  const EVIL = ['=1+1', '=IMPORTDATA("http://127.0.0.1/x")', '+49 30', '-1', '@SUM(1)', "'=2", '=HYPERLINK("x","y")'];
  /** Formulas that the product composes. */
  const OURS = /^=(SPARKLINE\([A-Z]+\d+:[A-Z]+\d+\)|leadsheet_as_of)$/;

  test('stays text in every tab and beside its row, whatever it begins with', async () => {
    for (const text of EVIL) {
      putText(ask('x', 'x'), [text, text]);
      // Rejected, so listed on Health with what was typed; and an outcome that is on no list.
      putText(ask('x', 'x'), [text, text, '', text]);
      putText(ask('x', 'x'), ['Jane', text, '', 'Ask', text]);
    }
    service.now += 60_000;
    await service.run();
    await service.settle();
    const cells: (CellValue | null)[] = TAB_NAMES.flatMap((name) =>
      cellsOf(service.server, TAB_SHEET_IDS[name]).flat(),
    );
    const formulas = cells.flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.formula] : []));
    expect(formulas.length).toBeGreaterThan(8);
    expect(formulas.filter((formula) => !OURS.test(formula))).toEqual([]);
    for (const name of TAB_NAMES) expect(cellsOf(service.server, TAB_SHEET_IDS[name]).length).toBeGreaterThan(5);
    // Each stands somewhere as the very text that was typed.
    for (const text of EVIL) expect(cells).toContain(text.normalize('NFKC'));

    const rows = cellsOf(service.server, 'Activity');
    const check = columnOf(rows, 'Check');
    expect(rows.flat().filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
    for (const row of rows.slice(-3 * EVIL.length)) expect(row[check]).toMatch(/^(✓|rejected: )/);
  });
});

describe.skipIf(!discoveryIsHere)(`what is sent to Sheets (skipped when ${DISCOVERY_MISSING})`, () => {
  test('is known to the discovery document, from the first load to a repair', async () => {
    const { server } = service;
    ask();
    await service.run();
    edit({ deleteSheet: { sheetId: TAB_SHEET_IDS.Health } });
    ask();
    await service.run();
    server.typeInto(WORKBOOK, 'Activity!C1', [['']]);
    await service.run();
    server.typeInto(WORKBOOK, 'Activity!C1', [['Prospect']]);
    service.now = MID_AFTERNOON + 86_400_000;
    await service.run();

    expect(new Set(server.calls.map(({ operation }) => operation))).toEqual(
      new Set(['spreadsheets.get', 'values.batchGetByDataFilter', 'values.batchUpdate', 'spreadsheets.batchUpdate']),
    );
    for (const { method, path, query, body } of server.calls) {
      const url = new URL(path, server.url);
      for (const [name, values] of Object.entries(query))
        for (const value of values) url.searchParams.append(name, value);
      expect(requestFaults(method, url, method === 'GET' ? undefined : body)).toEqual([]);
    }
    const kinds = new Set(server.calls.flatMap((call) => call.kinds));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'addSheet',
        'updateCells',
        'addChart',
        'updateChartSpec',
        'addNamedRange',
        'deleteNamedRange',
        'addProtectedRange',
      ]),
    );
  });
});
