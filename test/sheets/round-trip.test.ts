import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPlace } from '../../lambdas/ingest/input-tabs.ts';
import type { ColumnPlace } from '../../lambdas/ports.ts';
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

describe('write the Check column', () => {
  const place = async (workbook: string, column: number): Promise<ColumnPlace> => {
    const description = await trip.sheets.describe(workbook);
    return checkPlace(description.tabs[0]?.sheetId ?? -1, column, description);
  };
  const columnOf = async (workbook: string, column: number) => {
    const { sheetId } = await place(workbook, column);
    return (await trip.sheets.read(workbook, [sheetId])).grids()[0]?.map((row) => row[column]);
  };
  const move = (workbook: string, startIndex: number, destinationIndex: number, sheetId: number) => {
    const source = { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 };
    return fetch(`${trip.server.url}v4/spreadsheets/${workbook}:batchUpdate`, {
      method: 'POST',
      headers: { authorization: 'Bearer local-test', 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [{ moveDimension: { source, destinationIndex } }] }),
    });
  };

  test('writes text as text, clears, and leaves the other cells alone', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(3));
    const first = await place(workbook, 5);
    expect(first.range).toBe('none');
    await trip.sheets.writeColumn(workbook, first, new Map([...'123'].map((row) => [Number(row), `=1+${row}`])));
    const second = await place(workbook, 5);
    expect(second.range).toBe('there');
    const cells: [number, string][] = [
      [3, ''],
      [1, '✓ 14 today'],
    ];
    await trip.sheets.writeColumn(workbook, second, new Map(cells));
    expect(await columnOf(workbook, 5)).toEqual(['Check', '✓ 14 today', '=1+2', undefined]);
    expect((await columnOf(workbook, 4))?.[1]).toBe('Reached');
  });

  test('finds the column where somebody moved it since it was read', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(3));
    await trip.sheets.writeColumn(workbook, await place(workbook, 5), new Map([[1, 'first']]));
    const read = await place(workbook, 5);
    const others = [await columnOf(workbook, 4), await columnOf(workbook, 0)];
    expect((await move(workbook, 5, 0, read.sheetId)).status).toBe(200);
    await trip.sheets.writeColumn(workbook, read, new Map([[2, 'second']]));
    expect(await columnOf(workbook, 0)).toEqual(['Check', 'first', 'second', '']);
    expect([await columnOf(workbook, 5), await columnOf(workbook, 1)]).toEqual(others);
  });

  test('reaches the rows that were added since, also below the grid of before', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(3));
    const { sheetId, ...first } = await place(workbook, 5);
    await trip.sheets.writeColumn(workbook, { sheetId, ...first }, new Map([[1, 'first']]));
    trip.server.edit(workbook, [{ appendDimension: { sheetId, dimension: 'ROWS', length: 500 } }]);
    const last = trip.server.workbook(workbook).sheet(sheetId)?.state.rowCount ?? 0;
    await trip.sheets.writeColumn(workbook, await place(workbook, 5), new Map([[last - 1, 'last']]));
    expect((await columnOf(workbook, 5))?.[last - 1]).toBe('last');
  });

  test('stays beside its rows when a row is inserted above all of them', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(3));
    const { sheetId, ...first } = await place(workbook, 5);
    await trip.sheets.writeColumn(workbook, { sheetId, ...first }, new Map([[1, 'first']]));
    const range = { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    trip.server.edit(workbook, [{ insertDimension: { range } }]);
    await trip.sheets.writeColumn(workbook, await place(workbook, 5), new Map([[3, 'second']]));
    expect((await columnOf(workbook, 5))?.slice(1, 4)).toEqual(['Check', 'first', 'second']);
  });

  test('goes to another column when that is called Check now', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(3));
    await trip.sheets.writeColumn(workbook, await place(workbook, 5), new Map([[1, 'here']]));
    const other = await place(workbook, 6);
    expect(other.range).toBe('elsewhere');
    await trip.sheets.writeColumn(workbook, other, new Map([[1, 'there']]));
    expect((await columnOf(workbook, 6))?.[1]).toBeUndefined();
    const now = await place(workbook, 6);
    expect(now.range).toBe('there');
    await trip.sheets.writeColumn(workbook, now, new Map([[1, 'there']]));
    expect((await columnOf(workbook, 6))?.[1]).toBe('there');
  });

  test('made by another run meanwhile, or with an answer that was lost: the range stands, and the cells are written', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(3));
    const stale = await place(workbook, 5);
    await trip.sheets.writeColumn(workbook, stale, new Map([[1, 'a']]));
    trip.server.faults.next({ answer: 503, when: 'after' });
    await trip.sheets.writeColumn(workbook, stale, new Map([[2, 'b']]));
    expect(await columnOf(workbook, 5)).toEqual(['Check', 'a', 'b', undefined]);
  });

  test('of nothing sends nothing', async () => {
    const before = trip.server.calls.length;
    await trip.sheets.writeColumn('none', { sheetId: 0, column: 5, range: 'none' }, new Map());
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
