import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RestoreOptions, restoreAt } from '../../local/commands/restore.ts';
import { progress } from '../../local/progress.ts';
import type { FileCell } from '../../local/sheets-server/workbook-file.ts';
import { leadsheetIn } from '../support/e2e-command.ts';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { type Cells, cellsOf, sheetOf } from '../support/e2e-tabs.ts';
import { storedRowsOf } from '../support/remembering-service.ts';
import { type Said, said } from '../support/said.ts';

const HALF_AN_HOUR = 1_800_000;
const AT = '2026-11-20 15:45';
const WRITES = 'values.batchUpdateByDataFilter';
const BATCH = 'spreadsheets.batchUpdate';
let service: TestService;
let good: Awaited<ReturnType<typeof storedRowsOf>>;

/** 15:00 first read, 15:30 the good rows, 16:30 one of them is lost and Team is another. London, in winter. */
beforeAll(async () => {
  service = await testService({ book: smallSample(1) });
  await service.settle();
  typeRow('=1+1', '00123', "'t Ask");
  service.now += HALF_AN_HOUR;
  await service.settle();
  good = await storedRowsOf(service);
  service.server.edit(WORKBOOK, [
    { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 } } },
  ]);
  service.server.typeInto(WORKBOOK, 'Team!A20', [['Newcomer']]);
  service.now += 2 * HALF_AN_HOUR;
  await service.settle();
});
afterAll(() => service.close());

function typeRow(prospect: string, deal: string, notes: string): void {
  const cells = [46_346, 'Jane', prospect, deal, 'Ask', 'Proposal sent', 2, 0.1, '', '', '', 46_350, notes];
  const values = cells.map((cell) =>
    cell === '' ? {} : { userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { stringValue: cell } },
  );
  service.server.edit(WORKBOOK, [{ appendCells: { sheetId: 0, rows: [{ values }], fields: '*' } }]);
}

const run = (options: Omit<RestoreOptions, 'data'>): Promise<Said> =>
  said(() => {
    const at = { composed: service.composed(), env: service.env, account: undefined, workbook: WORKBOOK };
    return restoreAt(at, options, progress({ quiet: true }));
  });
const titles = (): string[] => service.server.workbook(WORKBOOK).sheets.map((sheet) => sheet.state.title);
const sorted = (rows: Cells): string[] =>
  rows.map((row) => JSON.stringify(row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))).sort();
const discard = (title: string): void =>
  service.server.edit(WORKBOOK, [{ deleteSheet: { sheetId: sheetOf(service.server, title).id } }]);

describe('restore', () => {
  test('the rows of that time on a tab of their own, typed as they were; no other tab changes', async () => {
    const others = titles().map((title) => cellsOf(service.server, title));
    expect(await run({ at: AT })).toMatchObject({ code: 0, stdout: expect.stringContaining('Team') });
    expect(titles().at(-1)).toBe(`Restored ${AT}`);
    expect(
      titles()
        .slice(0, -1)
        .map((title) => cellsOf(service.server, title)),
    ).toEqual(others);
    const restored = cellsOf(service.server, `Restored ${AT}`);
    expect(restored).toHaveLength(good.repDays.reduce((sum, { lines }) => sum + lines.length, 1));
    const typed = restored.find((row) => row[2] === '=1+1');
    expect(typed).toEqual([
      46_346,
      'Jane',
      '=1+1',
      '00123',
      'Ask',
      'Proposal sent',
      2,
      0.1,
      null,
      null,
      null,
      46_350,
      "'t Ask",
    ]);
    const { cells } = sheetOf(service.server, `Restored ${AT}`);
    for (const column of [0, 11]) expect(cells.format(1, column)).toMatchObject({ numberFormat: { type: /^DATE/ } });
  });

  test('as Activity again, it gives the very rows of then', async () => {
    const restored = cellsOf(service.server, `Restored ${AT}`).map((row) => [...row]);
    const tabs = [{ title: 'Activity', rows: restored as string[][] }];
    const twin = await testService({ book: { ...smallSample(1), tabs } });
    await twin.run();
    expect((await storedRowsOf(twin)).root.months).toEqual(good.root.months);
    await twin.close();
  });

  test('again writes nothing; a tab that was deleted comes back', async () => {
    const calls = service.server.calls.length;
    expect(await run({ at: AT })).toMatchObject({ code: 0 });
    expect(service.server.calls.slice(calls).map(({ operation }) => operation)).toEqual([
      ...['spreadsheets.get', 'values.batchGetByDataFilter', 'spreadsheets.get'],
    ]);
    const before = sorted(cellsOf(service.server, `Restored ${AT}`));
    discard(`Restored ${AT}`);
    expect(await run({ at: AT })).toMatchObject({ code: 0 });
    expect(sorted(cellsOf(service.server, `Restored ${AT}`))).toEqual(before);
  });

  test.each([
    ['the new tab, applied', BATCH, 'after'],
    ['the new tab, not applied', BATCH, 'before'],
    ['the rows', WRITES, 'after'],
  ] as const)('a lost answer to %s: one tab, complete', async (_, operation, when) => {
    const before = sorted(cellsOf(service.server, `Restored ${AT}`));
    discard(`Restored ${AT}`);
    service.server.faults.next({ answer: 503, when, match: (call) => call.operation === operation });
    expect(await run({ at: AT })).toMatchObject({ code: 0 });
    expect(titles().filter((title) => /^Restor/.test(title))).toEqual([`Restored ${AT}`]);
    expect(sorted(cellsOf(service.server, `Restored ${AT}`))).toEqual(before);
  });

  test('broken off before the rows were written, it is taken up by the next run', async () => {
    const before = sorted(cellsOf(service.server, `Restored ${AT}`));
    discard(`Restored ${AT}`);
    service.server.faults.next({ answer: 403, match: (call) => call.operation === WRITES });
    await expect(run({ at: AT })).rejects.toThrow();
    expect(titles().at(-1)).toBe(`Restoring ${AT}`);
    expect(await run({ at: AT })).toMatchObject({ code: 0 });
    expect(titles().filter((title) => /^Restor/.test(title))).toEqual([`Restored ${AT}`]);
    expect(sorted(cellsOf(service.server, `Restored ${AT}`))).toEqual(before);
  });

  test('--settings adds the tabs that were other then', async () => {
    expect(await run({ at: AT, settings: true })).toMatchObject({ code: 0 });
    const team = cellsOf(service.server, `Restored ${AT} Team`);
    expect(team.flat()).not.toContain('Newcomer');
    expect(team[0]).toEqual(cellsOf(service.server, 'Team')[0]);
    expect(titles().filter((title) => /^Restored/.test(title))).toHaveLength(2);
  });

  test('--settings gives back a tab that was just wiped, while the sync is stopped for it', async () => {
    const wiped = cellsOf(service.server, 'Goals');
    service.server.replaceTab(WORKBOOK, 'Goals', []);
    expect((await service.run()).ingest.status).toBe('stopped');
    discard(`Restored ${AT}`);
    const { stdout } = await run({ at: AT, settings: true });
    expect(stdout).toMatch(/were other then: .*Goals/);
    expect(cellsOf(service.server, `Restored ${AT} Goals`)).toEqual(wiped);
    discard(`Restored ${AT} Goals`);
    service.server.replaceTab(WORKBOOK, 'Goals', wiped as FileCell[][]);
    await service.settle();
  });

  test('--list tells the times; a time of before says from when on', async () => {
    const { stdout } = await run({ list: true });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^2026-11-20 16:30:00 {2}\d+ rows$/),
      expect.stringMatching(/^2026-11-20 15:30:00 {2}\d+ rows$/),
      expect.stringMatching(/^2026-11-20 15:00:00 {2}\d+ rows$/),
    ]);
    expect(await run({ at: '2026-11-20 14:59' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('from 2026-11-20 15:00:00 on'),
    });
    await expect(run({ at: 'yesterday' })).rejects.toThrow(/write 2026-11-20 14:00/);
  });

  test('by the command line', async () => {
    expect(await leadsheetIn(service.env, 'restore', WORKBOOK)).toMatchObject({ code: 2 });
    expect(await leadsheetIn(service.env, 'restore', WORKBOOK, '--at', AT)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('is there already'),
    });
  });
});
