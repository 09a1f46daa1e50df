import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf as cellsOfLine } from '../../lambdas/domain/rows/row-line.ts';
import type { StorePort } from '../../lambdas/ports.ts';
import { eraseAt } from '../../local/commands/erase.ts';
import { restoreAt } from '../../local/commands/restore.ts';
import { personOf } from '../../local/erase/person.ts';
import { progress } from '../../local/progress.ts';
import { leadsheetIn } from '../support/e2e-command.ts';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf, sheetOf } from '../support/e2e-tabs.ts';
import { storedRowsOf } from '../support/remembering-service.ts';
import { type Said, said } from '../support/said.ts';

const HOUR = 3_600_000;
const CANARY = 'Zyxwick Canary Ltd';
const QUIET = progress({ quiet: true });
const FRIDAY = 46_346;
let service: TestService;
/** What the rows without the canary give. */
let twin: TestService;

/** A deal with everything: asked, due, closed; a row that is rejected; a bulk of rows of the same rep-day. */
const OF_CANARY = [
  [FRIDAY, 'Jane', CANARY, '', 'Attempt to connect', 'Needs a quote'],
  [FRIDAY, 'Jane', 'ZYXWICK  canary ltd', 'Lamps', 'Ask', 'Proposal sent', '', 90_000, '', '', 'Call', FRIDAY + 3],
  [FRIDAY - 1, 'Jane', CANARY, '', 'Close', 'Booked', '', 12_000],
  [FRIDAY, 'Jane', CANARY, '', 'Juggling', ''],
];
const OF_OTHERS = [[FRIDAY, 'Jane', 'Acme', '', 'Ask', 'Proposal sent', '', 500]];

beforeAll(async () => {
  service = await testService({ book: smallSample(1) });
  twin = await testService({ book: smallSample(1) });
  append(service, OF_CANARY);
  await service.settle();
  await twin.settle();
  service.now += HOUR;
  append(service, OF_OTHERS);
  append(twin, OF_OTHERS);
  await service.settle();
});
afterAll(async () => {
  await service.close();
  await twin.close();
});

function append({ server }: TestService, rows: readonly (readonly (string | number)[])[]): void {
  const cell = (value: string | number) =>
    value === ''
      ? {}
      : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };
  server.edit(WORKBOOK, [
    { appendCells: { sheetId: 0, rows: rows.map((row) => ({ values: row.map(cell) })), fields: '*' } },
  ]);
}

function takeOut({ server }: TestService, named: RegExp): void {
  const rows = cellsOf(server, 'Activity').flatMap((row, at) => (named.test(String(row[2])) ? [at] : []));
  const requests = rows.reverse().map((at) => ({
    deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: at, endIndex: at + 1 } },
  }));
  server.edit(WORKBOOK, requests);
}

const erase = (options: { yes?: boolean; dryRun?: boolean } = { yes: true }): Promise<Said> =>
  said(() => eraseAt(service.composed(), WORKBOOK, personOf(CANARY), options, QUIET));

/** Everything that a workbook and its store hold, as text. */
async function everything(): Promise<string> {
  const store: StorePort = service.store();
  const bodies: string[] = [];
  for await (const ref of store.listItems(WORKBOOK)) bodies.push(...(await store.getItems(WORKBOOK, [ref])).values());
  const tabs = inspect(service.server.workbook(WORKBOOK), { depth: 30, maxArrayLength: null, maxStringLength: null });
  return [...bodies, JSON.stringify(await service.head()), tabs].join('\n');
}
const NAMED = /zyxwick/i;

describe('erase', () => {
  test('while the sheet holds the prospect it refuses, lists the rows and writes nothing', async () => {
    const head = await service.head();
    const refused = await erase();
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('still holds 4 rows');
    expect(refused.stderr).toMatch(/row \d+: 2026-11-20 \| Jane \| ZYXWICK canary ltd \| Lamps \| Ask/);
    expect(await service.head()).toEqual(head);
  });

  test('a dry run says what would go and writes nothing; without --yes it does the same', async () => {
    takeOut(service, NAMED);
    append(service, [[FRIDAY, 'Jane', 'Other', '', 'Follow-up', '', '', '', '', '', '', '', `met at ${CANARY}`]]);
    append(service, [[FRIDAY, 'Jane', 'Zyxwick Canary', '', 'Follow-up', '']]);
    const before = await everything();
    const dry = await erase({ dryRun: true });
    expect(dry).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Would erase .+: 4 rows .*Nothing was written/s),
    });
    expect(dry.stderr).toMatch(/Other spellings.*Zyxwick Canary \(1 row\).*1 row of other prospects.*Other/s);
    expect(await erase({})).toMatchObject({ code: 2 });
    expect(await everything()).toBe(before);
    takeOut(service, /^(Other|Zyxwick Canary)$/);
  });

  test('afterwards no item and no tab has the name, and all else is as if it had never been there', async () => {
    const months = (await storedRowsOf(service)).root.months.length;
    expect(await everything()).toMatch(NAMED);
    const done = await erase();
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/Erased .+: 4 rows .*: 0 name /s) });
    expect(done.stdout).toContain('point-in-time');
    expect(await everything()).not.toMatch(NAMED);
    twin.now = service.now;
    await twin.settle();
    const [left, right] = [await storedRowsOf(service), await storedRowsOf(twin)];
    expect(left.repDays).toEqual(right.repDays);
    expect((await service.head()).derived?.root).toBe((await twin.head()).derived?.root);
    expect(left.root.months.length).toBe(months);
  });

  test('the past can still be restored, without these rows alone', async () => {
    const at = { composed: service.composed(), env: service.env, account: undefined, workbook: WORKBOOK };
    const restored = await said(() => restoreAt(at, { at: '2026-11-20 15:30' }, QUIET));
    expect(restored.code).toBe(0);
    const rows = cellsOf(service.server, 'Restored 2026-11-20 15:30');
    const others = (await storedRowsOf(twin)).repDays.flatMap(({ lines }) => lines);
    expect(rows).toHaveLength(1 + others.length - OF_OTHERS.length);
    const prospects = new Set(rows.slice(1).map((row) => row[2]));
    for (const line of others) if (!line.includes('Acme')) expect(prospects).toContain(cellsOfLine(line)[2] ?? null);
    expect(JSON.stringify(rows)).not.toMatch(NAMED);
    expect(JSON.stringify(rows)).toContain('Jane');
    service.server.edit(WORKBOOK, [
      { deleteSheet: { sheetId: sheetOf(service.server, 'Restored 2026-11-20 15:30').id } },
    ]);
  });

  test('again finds nothing to do; everything goes on as before', async () => {
    const head = await service.head();
    expect(await erase()).toMatchObject({ code: 0, stdout: expect.stringMatching(/: 0 rows from 0 stored days/) });
    expect((await service.head()).source).toBe(head.source);
    append(service, OF_CANARY);
    await service.settle();
    expect(
      (await storedRowsOf(service)).repDays.flatMap(({ lines }) => lines).filter((line) => NAMED.test(line)),
    ).toHaveLength(4);
    expect((await service.run()).ingest.stop).toBeUndefined();
  });

  test('by the command line', async () => {
    expect(await leadsheetIn(service.env, 'erase', WORKBOOK, '--prospect', CANARY, '--yes')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('still holds 4 rows'),
    });
    expect(await leadsheetIn(service.env, 'erase', WORKBOOK, '--prospect', ' ')).toMatchObject({ code: 1 });
  });
});
