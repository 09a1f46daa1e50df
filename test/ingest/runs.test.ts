import { describe, expect, test } from 'vitest';
import { seenKey } from '../../lambdas/domain/source/first-seen.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { RUNS_KEPT, RUNS_KEPT_STOPPED, type Run } from '../../lambdas/domain/trees/runs.ts';
import { someRows } from '../support/ingest-rows.ts';
import { counting } from '../support/intercept.ts';
import { NOON, type Service, service, TODAY, WORKBOOK } from '../support/ports.ts';
import { row } from '../support/trees.ts';

const MINUTE = 60_000;
const headOf = ({ store }: Service): Head | undefined => store.table.heads.get(WORKBOOK);
const settings = (...rows: readonly (readonly [string, string])[]) => ({ Settings: [['Setting', 'Value'], ...rows] });

test('the head notes when the sheet was found changed, newest first, in the swap that moves the source', async () => {
  const one = service(someRows(70), settings());
  await one.settle();
  expect(headOf(one)?.runs).toEqual([[TODAY, 720, 70, 70, 0]]);

  const { rows } = one.sheet.tab('Activity');
  one.now = NOON + 5 * MINUTE;
  (rows[1] ?? [])[12] = 'edited';
  rows.push([...row('2026-02-02', 'Ana', 'New', 'Ask', 'Sent')]);
  const calls = counting();
  expect(await one.ingest({}, calls)).toMatchObject({ status: 'changed' });
  expect(calls.of('swapHead')).toBe(1);
  expect(headOf(one)?.runs?.[0]).toEqual([TODAY, 725, 71, 2, 1]);

  one.now = NOON + 6 * MINUTE;
  one.sheet.tab('Settings').rows.push(['On pace from', '95 %']);
  await one.settle();
  expect(headOf(one)?.runs?.map(([, ...rest]) => rest)).toEqual([
    [726, 71, 0, 0],
    [725, 71, 2, 1],
    [720, 70, 70, 0],
  ]);
});

test('what changes no row and no setting is no run: sorts, our own verdicts, a new day, a snapshot that is refused', async () => {
  const one = service(someRows(70));
  await one.settle();
  const { runs } = headOf(one) ?? {};
  const tab = one.sheet.tab('Activity');
  const [header = [], ...rows] = tab.rows;
  tab.rows = [header, ...rows.toReversed()];
  expect(await one.ingest()).toMatchObject({ status: 'noted' });
  one.now = NOON + 1440 * MINUTE;
  await one.settle();
  await one.ingest({ full: true });
  tab.rows = [header];
  expect(await one.ingest()).toMatchObject({ status: 'stopped' });
  expect(headOf(one)?.runs).toEqual(runs);
});

test('a fixed as-of is the time of the run', async () => {
  const one = service(someRows(7));
  await one.ingest({ asOf: { day: TODAY + 3, minute: 1440 } });
  expect(headOf(one)?.runs).toEqual([[TODAY + 3, 1440, 7, 7, 0]]);
});

test('a fixed as-of is the time at which rows are first seen and a stop begins, in the zone of the workbook', async () => {
  const one = service([row('2026-01-30', 'Ana', 'Acme', 'Ask', 'Sent')], settings(['Time zone', 'America/New_York']));
  await one.ingest({ asOf: { day: TODAY - 3, minute: 1440 } });
  one.now = NOON + 30 * 1440 * MINUTE;
  one.sheet.tab('Activity').rows.push([...row('2026-02-02', 'Ben', 'Bolt', 'Ask', 'Sent')]);
  await one.ingest({ asOf: { day: TODAY, minute: 1440 } });
  const seen = one.store.table.seen.get(WORKBOOK)?.get(seenKey(TODAY, 'Ben'));
  expect([...(seen?.values() ?? [])]).toEqual([Date.parse('2026-02-03T04:59:00Z')]);

  one.sheet.tab('Activity').rows.splice(1);
  await one.ingest({ asOf: { day: TODAY + 1, minute: 600 } });
  expect(headOf(one)?.stop?.since).toBe(Date.parse('2026-02-03T15:00:00Z'));
  one.sheet.tab('Activity').rows.splice(0);
  Object.assign(one.sheet, { timeZone: 'Mars/Phobos' });
  await one.ingest({ asOf: { day: TODAY + 2, minute: 600 } });
  expect(headOf(one)?.stop?.since).toBe(Date.parse('2026-02-04T10:00:00Z'));
});

test('a head from before is read, and gets its first', async () => {
  const one = service(someRows(7));
  await one.settle();
  const { runs: _, ...before } = headOf(one) ?? { revision: 0, generation: 0, tabs: {} };
  one.store.table.heads.set(WORKBOOK, before);
  expect(await one.ingest()).toMatchObject({ status: 'unchanged' });
  one.sheet.tab('Activity').rows.push([...row('2026-02-02', 'Ana', 'New', 'Ask', 'Sent')]);
  await one.settle();
  expect(headOf(one)?.runs).toEqual([[TODAY, 720, 8, 1, 0]]);
});

test('eight are kept, one while the sync is stopped', async () => {
  const one = service(someRows(7));
  for (let nth = 0; nth < 10; nth++) {
    one.sheet.tab('Activity').rows.push([...row('2026-02-02', 'Ana', `New ${nth}`, 'Ask', 'Sent')]);
    await one.settle();
  }
  expect(headOf(one)?.runs?.map(([, , rows]) => rows)).toEqual([17, 16, 15, 14, 13, 12, 11, 10]);
  const tab = one.sheet.tab('Activity');
  tab.rows = tab.rows.slice(0, 1);
  expect(await one.ingest()).toMatchObject({ status: 'stopped' });
  expect(headOf(one)?.runs?.map(([, , rows]) => rows)).toEqual([17]);
});

describe('the head is below 1 KB', () => {
  const digest = 'd'.repeat(22);
  const sheetId = 1_234_567_891;
  const names = ['Activity', 'Team', 'Goals', 'Outcomes', 'Calendar', 'Drills', 'Meetings', 'Settings'];
  const count = 123_456;
  const run: Run = [46_055, 1439, count, count, count];
  const full: Head = {
    ...{ revision: count, generation: count, payload: digest, source: digest, moment: digest, facts: digest },
    tabs: Object.fromEntries(names.map((name) => [name, sheetId])),
    activity: { sheetId, row: 11, date: 11, rep: 12, check: 13 },
    derived: { root: digest, source: digest, generation: count },
    published: { key: digest, fence: count, tabs: digest, generation: count, at: NOON },
    checked: { day: 46_055, timeZone: 'America/Argentina/Buenos_Aires' },
  };
  const runs = (kept: number): Run[] => Array.from({ length: kept }, () => run);
  const stop = { message: 'm'.repeat(240), digest, since: NOON };

  test.each([
    ['with all that it can hold', { ...full, runs: runs(RUNS_KEPT) }],
    ['and when the sync is stopped', { ...full, runs: runs(RUNS_KEPT_STOPPED), stop }],
  ])('%s', (_, head) => {
    const id = 'w'.repeat(44);
    const item = { pk: `W#${id}#HEAD`, sk: 'HEAD', head, revision: count, swap: 's'.repeat(36), at: NOON };
    expect(bytes(item) - 3 - Object.keys(item).length).toBeLessThan(1024);
  });

  /** As DynamoDB counts: 3 for a list or map and 1 for each thing in it; a number is half of its digits and one. */
  function bytes(value: unknown): number {
    if (typeof value === 'string') return value.length;
    if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
    const parts = Array.isArray(value) ? value : Object.entries(value ?? {}).flat();
    const things = Array.isArray(value) ? parts.length : parts.length / 2;
    return 3 + things + parts.reduce((sum: number, part: unknown) => sum + bytes(part), 0);
  }
});
