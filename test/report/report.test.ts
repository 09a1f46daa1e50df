import { describe, expect, test } from 'vitest';
import { report } from '../../lambdas/report/report.ts';
import type { TabName } from '../../lambdas/tabs/tab-names.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type Around, counting, intercepted } from '../support/intercept.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import { NOON, TODAY } from '../support/ports.ts';
import { HEADER, row } from '../support/trees.ts';

const BOOK = 'book';
const ALL = ['Week', 'WIP meeting', 'Deals', 'Targets', 'Closing ratio', 'Trend', 'Time', 'Health'];

function book(tabs: Parameters<typeof memoryService>[1][string] = {}): MemoryService {
  return memoryService(NOON, { [BOOK]: { Activity: [[...HEADER, 'Check'], ...someRows(20)], ...tabs } });
}
async function settled(tabs = {}): Promise<MemoryService> {
  const one = book(tabs);
  await one.settle(BOOK);
  return one;
}
function reported(one: MemoryService, request: Partial<Parameters<typeof report>[1]> = {}, around: Around = {}) {
  const clock = () => one.now;
  const sheets = intercepted(one.sheet(BOOK), around);
  return report(
    { sheets, store: intercepted(one.store.open({ clock }), around), clock },
    { workbook: BOOK, ...request },
  );
}
const published = (one: MemoryService) => one.store.table.heads.get(BOOK)?.published;
const said = (one: MemoryService, tab: TabName) => JSON.stringify(one.sheet(BOOK).reports.tabs.get(tab)?.layout.rows);

describe('a report', () => {
  test('of a workbook that was never read is nothing; it is looked at again at midnight', async () => {
    const one = book();
    const calls = counting();
    expect(await reported(one, {}, calls)).toMatchObject({ status: 'nothing', written: [] });
    expect(calls.of('publish', 'describe', 'swapHead')).toBe(0);
    const { dueAt } = await reported(one);
    expect(dueAt).toBeGreaterThan(NOON);
  });

  test('of a workbook that can not be read says on Health what to do, and nothing else', async () => {
    const one = memoryService(NOON, { [BOOK]: { Activity: [['Date', 'Rep', 'Activity']] } });
    await one.run('ingest', BOOK);
    expect(await reported(one)).toMatchObject({ status: 'published', written: ['Health'] });
    expect(said(one, 'Health')).toContain('no column \\"Prospect\\"');
    expect(said(one, 'Health')).toContain('needs your attention');
    expect(await reported(one)).toMatchObject({ status: 'unchanged', written: [] });
  });

  test('writes all tabs once, and then those that say something else', async () => {
    const one = book();
    for (const stage of ['ingest', 'rollup'] as const) await one.run(stage, BOOK);
    expect(await reported(one)).toMatchObject({ status: 'published', written: ALL });
    expect(published(one)).toMatchObject({ fence: 1, at: NOON });
    const calls = counting();
    expect(await reported(one, {}, calls)).toMatchObject({ status: 'unchanged', written: [] });
    expect(calls.of('publish', 'describe', 'putItems', 'swapHead')).toBe(0);
    one
      .sheet(BOOK)
      .tab('Activity')
      .rows.push([...row('2026-02-02', 'Ana', 'Brand new', 'Ask', 'Sent')]);
    for (const stage of ['ingest', 'rollup'] as const) await one.run(stage, BOOK);
    const { status, written } = await reported(one);
    expect([status, written.includes('Week'), written.at(-1)]).toEqual(['published', true, 'Health']);
    expect(written.length).toBeLessThan(ALL.length);
    expect(published(one)?.fence).toBe(2);
  });

  test('in full looks at the sheet and writes every tab again', async () => {
    const one = await settled();
    const calls = counting();
    const before = published(one)?.fence ?? 0;
    expect(await reported(one, { full: true }, calls)).toMatchObject({ status: 'published', written: ALL });
    expect([calls.of('describe'), calls.of('publish'), calls.of('putFilterViews')]).toEqual([1, 1, 1]);
    expect(published(one)?.fence).toBe(before + 1);
  });

  test('as of a day states that day, and is due by the clock', async () => {
    const one = await settled();
    const { dueAt } = await reported(one);
    const asOf = { day: TODAY + 1, minute: 60 };
    expect(await reported(one, { asOf })).toMatchObject({ status: 'published', dueAt });
    expect(said(one, 'Health')).toContain('3 Feb 2026');
  });

  test('goes to the workbook of the settings, where all is new', async () => {
    const other = 'another-workbook-of-the-managers';
    const one = await settled();
    const calls: string[] = [];
    const sheets = new Proxy(one.sheet(BOOK), {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (name !== 'publish' && name !== 'describe' && name !== 'putFilterViews') return value;
        return (workbook: string, ...rest: unknown[]) => {
          calls.push(`${name} ${workbook}`);
          return Reflect.apply(value as (...given: unknown[]) => unknown, target, [workbook, ...rest]); // a method of the port
        };
      },
    });
    one.sheet(BOOK).tabs.push({
      ...{ sheetId: 900, title: 'Settings' },
      rows: [
        ['Setting', 'Value'],
        ['Report workbook', other],
      ],
    });
    for (const stage of ['ingest', 'rollup'] as const) await one.run(stage, BOOK);
    const clock = () => one.now;
    const result = await report({ sheets, store: one.store.open({ clock }), clock }, { workbook: BOOK });
    expect(result).toMatchObject({ status: 'published', written: ALL });
    expect(calls.filter((call) => !call.startsWith('putFilterViews'))).toEqual([
      `describe ${other}`,
      `publish ${other}`,
    ]);
    for (const call of calls) if (call.startsWith('putFilterViews')) expect(call).toBe(`putFilterViews ${BOOK}`);
  });

  test('that finds the sheet otherwise than it thought looks at it, and goes on from there', async () => {
    const one = await settled();
    one.sheet(BOOK).reports.tabs.delete('Week');
    one
      .sheet(BOOK)
      .tab('Activity')
      .rows.push([...row('2026-02-02', 'Ana', 'Brand new', 'Ask', 'Sent')]);
    for (const stage of ['ingest', 'rollup'] as const) await one.run(stage, BOOK);
    const calls = counting();
    expect(await reported(one, {}, calls)).toMatchObject({ status: 'published', written: ALL });
    expect([calls.of('publish'), calls.of('describe')]).toEqual([2, 1]);
    expect(one.sheet(BOOK).reports.tabs.has('Week')).toBe(true);
  });

  test('that is overtaken each time gives up after eight tries, and says so', async () => {
    const one = await settled();
    let looks = 0;
    const moved: Around = {
      async after(method) {
        if (method !== 'describe') return;
        looks += 1;
        const store = one.store.open({ clock: () => one.now });
        const head = await store.readHead(BOOK);
        const stop = { message: `refused ${looks} times`, digest: '', since: one.now };
        if (head) await store.swapHead(BOOK, head, { ...head, revision: head.revision + 1, stop });
      },
    };
    await expect(reported(one, { full: true }, moved)).rejects.toThrow(
      'the report of book was overtaken 8 times in a row',
    );
    expect(looks).toBe(8);
  });

  test('leaves what a later one published', async () => {
    const one = await settled();
    const later = { ...published(one), fence: 99 };
    const overtake: Around = {
      async after(method) {
        if (method !== 'publish') return;
        const store = one.store.open({ clock: () => one.now });
        const head = await store.readHead(BOOK);
        if (head) await store.swapHead(BOOK, head, { ...head, revision: head.revision + 1, published: later as never }); // as it was, but for the fence
      },
    };
    await reported(one, { full: true }, overtake);
    expect(published(one)?.fence).toBe(99);
  });

  test('after an hour without news writes Health alone', async () => {
    const one = await settled();
    one.now += 3_599_999;
    expect(await reported(one)).toMatchObject({ status: 'unchanged' });
    one.now += 1;
    expect(await reported(one)).toMatchObject({ status: 'published', written: ['Health'] });
    expect(published(one)?.at).toBe(one.now);
  });
});
