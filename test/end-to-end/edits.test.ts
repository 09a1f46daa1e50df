import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import type { FileCell } from '../../local/sheets-server/workbook-file.ts';
import { MID_AFTERNOON, smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { storedKeys, storedKilobytes } from '../support/e2e-store.ts';
import { cellsOf, columnOf, reports, tabsThatDiffer, tabsWritten, writesIn } from '../support/e2e-tabs.ts';

let service: TestService;
beforeEach(async () => {
  service = await testService();
  await service.settle();
});
afterEach(() => service.close());

const state = () => structuredClone(reports(service.server));
const activity = () => cellsOf(service.server, 'Activity').map((row) => [...row] as FileCell[]); // no formulas in the sample

describe('the same rows in another order, in other columns, with blank rows between them', () => {
  test.each([
    { where: 'the header where it was', above: [], moved: false, writes: [], units: 1 },
    // The filter views ask what stands in which column.
    {
      ...{ where: 'the header further down, its columns in another order', above: [[], [null, ''], []], moved: true },
      ...{ writes: ['spreadsheets.batchUpdate'], units: 3 },
    },
  ])('give the same figures, and nothing is written but the note of the new payload: $where', async (given) => {
    const before = { reports: state(), head: await service.head(), keys: await storedKeys(service.store()) };
    const [header = [], ...rows] = activity();
    const columns = header.map((_, i) => i);
    if (given.moved) columns.sort((a, b) => ((a * 7) % 14) - ((b * 7 + 3) % 14));
    const moved = [header, ...shuffled(rows)].map((row) => columns.map((column) => row[column] ?? null));
    const [movedHeader = [], ...movedRows] = moved;
    expect(movedHeader.join() !== header.join()).toBe(given.moved);
    const spaced = movedRows.flatMap((row, i) => (i % 97 === 0 ? [[], row, [], []] : [row]));
    service.server.replaceTab(WORKBOOK, 'Activity', [...given.above, movedHeader, ...spaced]);

    const run = await service.run();
    expect(run.ingest).toMatchObject({
      status: 'noted',
      itemsWritten: 0,
      checksWritten: 0,
      rowsAdded: 0,
      rowsRemoved: 0,
    });
    expect([run.rollup.status, run.report.status]).toEqual(['unchanged', 'unchanged']);
    expect(writesIn(run.calls)).toEqual(given.writes);
    expect(run.total('dynamodb.writeUnits')).toBe(given.units);
    expect(tabsThatDiffer(before.reports, state())).toEqual([]);
    const { source, derived } = await service.head();
    expect({ source, root: derived?.root }).toEqual({ source: before.head.source, root: before.head.derived?.root });
    // What is published names the filter views.
    const kept = (keys: readonly string[]) => keys.filter((key) => !given.moved || !key.startsWith('published#'));
    expect(kept(await storedKeys(service.store()))).toEqual(kept(before.keys));
  });

  test('but a row that loses its Check cell on the way gets it back', async () => {
    const [header = [], ...rows] = activity();
    const check = header.indexOf('Check');
    const bare = rows.map((row, i) => (i < 3 ? row.filter((_, at) => at !== check) : row));
    const lost = bare.slice(0, 3).filter((row) => row.length > 0).length;
    service.server.replaceTab(WORKBOOK, 'Activity', [header, ...bare]);
    const run = await service.run();
    expect(run.ingest).toMatchObject({ status: 'noted', itemsWritten: 0, checksWritten: lost });
    expect(run.report.status).toBe('unchanged');
    expect(activity()).toEqual([header, ...rows]);
  });
});

describe('ten rows edited', () => {
  test('write the items and the tabs whose content changed, and nothing else', async () => {
    const before = { reports: state(), keys: await storedKeys(service.store()), head: await service.head() };
    const rows = activity();
    const outcome = columnOf(rows, 'Outcome');
    const kind = columnOf(rows, 'Activity');
    const voicemails = rows.flatMap((row, at) =>
      row[kind] === 'Attempt to connect' && row[outcome] === 'Voicemail' ? [at] : [],
    );
    const edited = voicemails.slice(-10);
    expect(edited).toHaveLength(10);
    service.now = MID_AFTERNOON + 60_000;
    for (const at of edited) service.server.typeInto(WORKBOOK, `Activity!F${at + 1}`, [['Spoke to the buyer']]);

    const run = await service.run();
    expect(run.ingest).toMatchObject({ status: 'changed', rowsAdded: 10, rowsRemoved: 10 });
    const now = state();
    expect(tabsWritten(run.calls)).toEqual(tabsThatDiffer(before.reports, now));
    expect(run.report.written).toEqual(tabsWritten(run.calls));
    expect(writesIn(run.calls)).toEqual(['values.batchUpdate', 'spreadsheets.batchUpdate']);
    expect(run.calls).toHaveLength(4);

    const head = await service.head();
    expect(head.published?.fence).toBe((before.head.published?.fence ?? Number.NaN) + 1);
    const keys = await storedKeys(service.store());
    const added = keys.filter((key) => !before.keys.includes(key));
    const published = 1;
    expect(run.ingest.itemsWritten + run.rollup.itemsWritten + published).toBe(added.length);
    // Ten rows of ten rep-days at most, their days, one month or two, and what was derived from them.
    expect(added.length).toBeLessThan(70);
    const seenAndHeads = 10 + 3;
    const kilobytes = await storedKilobytes(service.store(), added);
    expect(run.total('dynamodb.writeUnits')).toBeLessThanOrEqual(kilobytes + seenAndHeads);
  });

  test('cost the same when the sheet is twice as long', async () => {
    const cost = async (weeks: number) => {
      const other = await testService({ book: smallSample(weeks) });
      try {
        await other.settle();
        const rows = cellsOf(other.server, 'Activity');
        const freds = rows.flatMap((row, at) => (row[columnOf(rows, 'Rep')] === 'Fred' ? [at] : [])).slice(-8, -5);
        for (const at of freds) other.server.typeInto(WORKBOOK, `Activity!M${at + 1}`, [[`note ${at}`]]);
        return (await other.run()).total('dynamodb.writeUnits');
      } finally {
        await other.close();
      }
    };
    const [short, long] = [await cost(3), await cost(6)];
    expect(short).toBeLessThan(12);
    // The node of a month may need a further KB.
    expect(long).toBeLessThanOrEqual(short + 1);
  });

  test('move the "as of" line of every tab', async () => {
    service.now = MID_AFTERNOON + 60 * 60_000;
    const rows = activity();
    const at = rows.findLastIndex((row) => row[columnOf(rows, 'Outcome')] === 'Voicemail');
    service.server.typeInto(WORKBOOK, `Activity!F${at + 1}`, [['Spoke to the buyer']]);
    await service.run();
    expect(cellsOf(service.server, TAB_SHEET_IDS.Health)[1]?.[0]).toBe('As of Fri 20 Nov 2026, 16:00 (Europe/London)');
  });
});

/** Always the same shuffle. */
function shuffled<T>(items: readonly T[]): T[] {
  let state = 42;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
