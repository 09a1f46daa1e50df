import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartId } from '../../lambdas/sheets/ids.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { DISCOVERY_MISSING, discoveryIsHere } from '../support/sheets-discovery.ts';
import { first } from '../support/sheets-publications.ts';
import { faultsIn, type RoundTrip, salesWorkbook, startRoundTrip } from '../support/sheets-round-trip.ts';

let trip: RoundTrip;
beforeAll(async () => {
  trip = await startRoundTrip();
});
afterAll(() => trip.server.close());

describe('describe', () => {
  test('tells what the workbook is and what stands on it', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(2));
    await trip.sheets.publish(workbook, first);
    const now = await trip.sheets.describe(workbook);
    expect(now).toMatchObject({ title: 'Sales', locale: 'nl_NL', timeZone: 'Europe/Amsterdam' });
    expect(now.tabs.map(({ title }) => title)).toEqual(['Activity', 'Team', 'Week', 'Health']);
    expect(now.tabs[2]).toEqual({
      sheetId: TAB_SHEET_IDS.Week,
      title: 'Week',
      rowCount: 15,
      columnCount: 8,
      chartIds: [chartId(TAB_SHEET_IDS.Week, 0)],
      protectedRangeIds: [TAB_SHEET_IDS.Week],
    });
    expect(now.namedRanges.map(({ name }) => name).sort()).toEqual(['leadsheet_as_of', 'leadsheet_gen_1_k_1']);
  });
});

describe('read', () => {
  test('gives the tabs asked for in that order, numbers as numbers and dates as serial numbers', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(2));
    const [activity, team] = (await trip.sheets.describe(workbook)).tabs.map(({ sheetId }) => sheetId);
    const read = await trip.sheets.read(workbook, [team ?? -1, activity ?? -1]);
    expect(read.grids()).toEqual([
      [['Rep', 'Email']],
      [
        ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Check'],
        [45_000, 'Rep 0', 'Prospect 0', 'Ask', 'Reached'],
        [45_001, 'Rep 1', 'Prospect 1', 'Ask', 'Reached'],
      ],
    ]);
  });

  test('has the same digest while no cell changes, also when a tab is renamed, and another one then', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(2));
    const sheetId = (await trip.sheets.describe(workbook)).tabs[0]?.sheetId ?? -1;
    const digest = async () => (await trip.sheets.read(workbook, [sheetId])).digest;
    const before = await digest();
    trip.server.edit(workbook, [
      { updateSheetProperties: { properties: { sheetId, title: 'Our work' }, fields: 'title' } },
      { appendDimension: { sheetId, dimension: 'ROWS', length: 100 } },
    ]);
    expect(await digest()).toBe(before);
    trip.server.typeInto(workbook, "'Our work'!B2", [['Ann']]);
    expect(await digest()).not.toBe(before);
  });

  test('is refused when a tab is not there', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(2));
    await expect(trip.sheets.read(workbook, [424_242])).rejects.toMatchObject({ kind: 'refused' });
  });

  test('of 100,000 rows takes seconds at most', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(100_000));
    const sheetId = (await trip.sheets.describe(workbook)).tabs[0]?.sheetId ?? -1;
    const read = await trip.sheets.read(workbook, [sheetId]);
    expect(read.grids()[0]).toHaveLength(100_001);
  });
});

describe('write a column', () => {
  test('writes text as text, clears, and leaves the other cells alone', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(3));
    const sheetId = (await trip.sheets.describe(workbook)).tabs[0]?.sheetId ?? -1;
    await trip.sheets.writeColumn(
      workbook,
      sheetId,
      5,
      new Map([
        [1, '=1+1'],
        [2, '14'],
        [3, 'x'],
      ]),
    );
    await trip.sheets.writeColumn(
      workbook,
      sheetId,
      5,
      new Map([
        [3, ''],
        [1, '✓ 14 today'],
      ]),
    );
    const rows = (await trip.sheets.read(workbook, [sheetId])).grids()[0];
    expect(rows?.map((row) => row[5])).toEqual(['Check', '✓ 14 today', '14', undefined]);
    expect(rows?.[1]?.[4]).toBe('Reached');
  });

  test('of nothing sends nothing', async () => {
    const before = trip.server.calls.length;
    await trip.sheets.writeColumn('none', 0, 5, new Map());
    expect(trip.server.calls).toHaveLength(before);
  });
});

describe('a read of the server', () => {
  test.each([429, 500, 503, 'cut'] as const)('comes through %s', async (answer) => {
    const workbook = trip.server.addWorkbook(salesWorkbook(200));
    trip.server.faults.next({ answer, when: 'after', times: 2 });
    expect((await trip.sheets.describe(workbook)).title).toBe('Sales');
  });

  test('says what to do about a wrong id and a wrong token', async () => {
    await expect(trip.sheets.describe('no-such-workbook')).rejects.toMatchObject({ kind: 'not-found' });
    const stranger = trip.open({
      auth: async () => new (await import('google-auth-library')).OAuth2Client({ credentials: { access_token: 'x' } }),
    });
    await expect(stranger.describe('any')).rejects.toMatchObject({ kind: 'credentials' });
  });
});

describe.skipIf(!discoveryIsHere)(`by Google's discovery document (skipped when ${DISCOVERY_MISSING})`, () => {
  test('every request of this file was valid', () => {
    expect(trip.server.calls.length).toBeGreaterThan(20);
    expect(faultsIn(trip)).toEqual([]);
  });
});
