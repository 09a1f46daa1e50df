import { beforeEach, describe, expect, test } from 'vitest';
import { counting } from '../support/intercept.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import { activityOf, NAMES } from '../support/rep-edits.ts';
import { row } from '../support/trees.ts';

/** A sweep after every kind of thing that a head leads to, with time in between. */
const BOOK = 'book';
const DAY = 86_400_000;

let one: MemoryService;
beforeEach(async () => {
  const rows = ['Acme', 'Bolt', 'Crane'].map((prospect) => row('2026-02-02', 'Ana', prospect, 'Ask', 'Sent'));
  const now = Date.parse('2026-02-02T11:00:00Z');
  one = memoryService(now, { [BOOK]: { Activity: [[...NAMES, 'Check'], ...rows] } });
  await one.settle(BOOK);
});

const type = (prospect: string): void =>
  void activityOf(one.sheet(BOOK)).rows.push(row('2026-02-02', 'Ben', prospect, 'Ask', 'Sent'));
const head = () => one.store.table.heads.get(BOOK);
const keys = (area = ''): string[] =>
  [...(one.store.table.items.get(BOOK)?.keys() ?? [])].filter((key) => key.startsWith(area)).sort();
const swept = () => one.run('sweep', BOOK);

/** Another row every hour, read, rolled up and reported. */
async function hours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour++) {
    one.now += DAY / 24;
    type(`Typed ${hour}, ${one.now}`);
    await one.settle(BOOK);
  }
}

describe('the sweep', () => {
  test('keeps what the reports were written from, and what replaced it within the last day', async () => {
    await hours(3);
    const published = keys('published#');
    const facts = keys('facts#');
    expect(published.length).toBeGreaterThan(3);
    await swept();
    expect([keys('published#'), keys('facts#')]).toEqual([published, facts]);
    one.now += 2 * DAY;
    await swept();
    expect(keys('published#')).toEqual([`published#${head()?.published?.tabs}`]);
    expect(keys('facts#')).toEqual([`facts#${head()?.facts}`]);
    expect(await one.run('report', BOOK)).toMatchObject({ status: 'published' }); // another day
  });

  test('takes, of what was put before that, only what was replaced before that too', async () => {
    one.now += 3 * DAY;
    type('Later');
    await one.settle(BOOK);
    const replaced = keys('published#');
    expect(replaced).toHaveLength(2);
    one.now += DAY / 2;
    await swept();
    expect(keys('published#')).toEqual(replaced);
  });

  test('keeps closed weeks as they were reported', async () => {
    one.now += 30 * DAY;
    await one.settle(BOOK);
    const frozen = keys('frozen');
    expect(frozen.length).toBeGreaterThan(0);
    one.now += 200 * DAY;
    await swept();
    expect(keys('frozen')).toEqual(frozen);
    await one.settle(BOOK);
  });

  test('keeps the rows that a rollup was last computed from, however long ago', async () => {
    one.now += DAY;
    type('Never rolled up');
    await one.run('ingest', BOOK);
    one.now += 200 * DAY;
    await swept();
    const calls = counting();
    expect(await one.run('rollup', BOOK, calls)).toMatchObject({ status: 'changed', fromScratch: false });
    await one.settle(BOOK);
  });

  test('keeps the snapshots in force within 90 days with their times, and none before', async () => {
    const times = () => keys('history#').length;
    for (const prospect of ['Second', 'Third', 'Fourth']) {
      one.now += 40 * DAY;
      type(prospect);
      await one.settle(BOOK);
    }
    expect([times(), keys('source#').length]).toEqual([4, 4]);
    // In force: the first until 120 days ago but 40, and so on.
    one.now += 49 * DAY;
    await swept();
    expect([times(), keys('source#').length]).toEqual([3, 3]);
    one.now += 42 * DAY;
    await swept();
    expect([times(), keys('source#').length]).toEqual([1, 1]);
  });

  test('a snapshot that was put again in vain is no reason to keep one that is past', async () => {
    const before = activityOf(one.sheet(BOOK)).rows.map((cells) => [...cells]);
    one.now += DAY;
    type('For a day');
    await one.settle(BOOK);
    one.now += DAY;
    activityOf(one.sheet(BOOK)).rows.splice(0, 99, ...before);
    await one.settle(BOOK);
    expect(keys('source#')).toHaveLength(2);
    one.now += 100 * DAY;
    await swept();
    expect(keys('source#')).toEqual([`source#${head()?.source}`]);
  });

  /** The snapshot of the beginning was put again after the one that replaced it; 60 days later came a third. */
  async function putAgainLate(): Promise<readonly [first: string, second: string, third: string]> {
    const root = (): string => head()?.source ?? '';
    const first = root();
    one.now += DAY;
    type('Second');
    await one.settle(BOOK);
    const second = root();
    one.now += DAY;
    const body = one.store.table.items.get(BOOK)?.get(`source#${first}`)?.body ?? '';
    await one.store.open({ clock: () => one.now }).putItems(BOOK, [{ area: 'source', digest: first, body }]);
    one.now += 60 * DAY;
    type('Third');
    await one.settle(BOOK);
    one.now += 60 * DAY;
    return [first, second, root()];
  }

  test('goes by what was in force, not by what was put: a run that was overtaken puts its snapshot late', async () => {
    const [, second, third] = await putAgainLate();
    await swept();
    expect(keys('source#')).toEqual(expect.arrayContaining([`source#${second}`, `source#${third}`]));
    const month = [...(one.store.table.items.get(BOOK)?.keys() ?? [])].filter((key) => key.startsWith('month/'));
    expect(month.length).toBeGreaterThan(1);
  });

  test('goes by what was put where the times in force were not noted yet', async () => {
    const [first, , third] = await putAgainLate();
    const { moment: _, ...without } = one.store.table.heads.get(BOOK) ?? { revision: 0, generation: 0, tabs: {} };
    one.store.table.heads.set(BOOK, without);
    await swept();
    expect(keys('source#')).toEqual([`source#${first}`, `source#${third}`].sort());
  });

  test('of a snapshot that was in force nothing may be missing', async () => {
    const [, second] = await putAgainLate();
    const items = one.store.table.items.get(BOOK);
    const { months } = JSON.parse(items?.get(`source#${second}`)?.body ?? '') as { months: [string, string][] };
    for (const [, node] of months) items?.delete(keys('month/').find((key) => key.endsWith(node)) ?? '');
    await expect(swept()).rejects.toThrow('is not in the table');
  });

  test('of the figures in force nothing may be missing', async () => {
    const items = one.store.table.items.get(BOOK);
    for (const key of keys('week/')) items?.delete(key);
    for (const key of keys('quarter')) items?.delete(key);
    await expect(swept()).rejects.toThrow('is not in the table');
  });

  test('what was put a day ago to the millisecond is no longer young', async () => {
    const item = { area: 'rows/2026-02', digest: 'abcdefghijklmnopqrstuv', body: 'half of a put' };
    await one.store.open({ clock: () => one.now }).putItems(BOOK, [item]);
    one.now += DAY;
    await swept();
    expect(keys('rows/2026-02#abc')).toHaveLength(1);
    one.now += 1;
    await swept();
    expect(keys('rows/2026-02#abc')).toEqual([]);
  });
});
