import { beforeEach, describe, expect, test } from 'vitest';
import type { Publication } from '../../lambdas/ports.ts';
import type { FilterViewLayout } from '../../lambdas/tabs/filter-view.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import { NOON } from '../support/ports.ts';
import { HEADER, row } from '../support/trees.ts';

/** What is handed to the spreadsheet, word by word. */
const BOOK = 'book';
const ALL = ['Week', 'WIP meeting', 'Deals', 'Targets', 'Closing ratio', 'Trend', 'Time', 'Health'];

let one: MemoryService;
let publications: Publication[];
let views: (readonly FilterViewLayout[])[];
beforeEach(() => {
  one = memoryService(NOON, { [BOOK]: { Activity: [[...HEADER, 'Check'], ...someRows(20)] } });
  const sheet = one.sheet(BOOK);
  const { publish, putFilterViews } = sheet;
  [publications, views] = [[], []];
  sheet.publish = (workbook, publication) => {
    publications.push(publication);
    return publish(workbook, publication);
  };
  sheet.putFilterViews = (workbook, place, layouts) => {
    views.push(layouts);
    return putFilterViews(workbook, place, layouts);
  };
});

const published = () => one.store.table.heads.get(BOOK)?.published;
const names = ({ tabs }: Publication) => tabs.map(({ layout }) => layout.name);

describe('a publication', () => {
  test('the first time: every tab, no fence before it, the range of the "as of" line', async () => {
    await one.settle(BOOK);
    const [first] = publications;
    if (!first) throw new Error('nothing was published');
    expect(names(first)).toEqual(ALL);
    expect(first).toMatchObject({ addAsOfRange: true, takenTitles: ['Activity'] });
    expect(first.to.generation).toBe(1);
    expect(first.to.key).toMatch(/^.{8}$/);
    expect(first).not.toHaveProperty('from');
    expect(published()).toMatchObject({ at: NOON, fence: publications.at(-1)?.to.generation });
    expect(published()?.key.slice(0, 8)).toBe(publications.at(-1)?.to.key);
  });

  test('after an edit: the tabs that differ, from the fence that stands, beside those that stay', async () => {
    await one.settle(BOOK);
    const last = publications.at(-1);
    one.now += 60_000;
    one
      .sheet(BOOK)
      .tab('Activity')
      .rows.push(row('2026-02-02', 'Ana', '', 'Ask', 'Sent'));
    await one.settle(BOOK);
    const [next, ...more] = publications.slice(publications.indexOf(last as Publication) + 1);
    if (!next) throw new Error('nothing was published');
    expect(more).toEqual([]);
    expect(next).toMatchObject({ from: last?.to, addAsOfRange: false });
    expect(next.to.generation).toBe((last?.to.generation ?? 0) + 1);
    expect(names(next)).toContain('Health');
    expect(names(next).length).toBeLessThan(ALL.length);
    expect([...names(next), ...(next.standing ?? [])].sort()).toEqual([...ALL].sort());
    expect(next).not.toHaveProperty('takenTitles');
    expect(next.tabs.every(({ previous }) => previous !== undefined)).toBe(true);
    expect(published()).toMatchObject({ at: NOON + 60_000, fence: next.to.generation });
  });

  test('of an hour later says when alone: Health, and when it was written', async () => {
    await one.settle(BOOK);
    const before = published();
    one.now += 3_600_000 - 1;
    expect(await one.run('report', BOOK)).toMatchObject({ status: 'unchanged', written: [] });
    expect(published()).toEqual(before);
    one.now += 1;
    expect(await one.run('report', BOOK)).toMatchObject({ status: 'published', written: ['Health'] });
    expect(published()).toMatchObject({ at: one.now, key: before?.key, fence: (before?.fence ?? 0) + 1 });
  });

  test('of the same figures under another key writes nothing, and notes the key', async () => {
    await one.settle(BOOK);
    const [count, before] = [publications.length, published()];
    const head = one.store.table.heads.get(BOOK);
    if (!head?.published) throw new Error('nothing is published');
    one.store.table.heads.set(BOOK, { ...head, published: { ...head.published, key: 'another' } });
    one.now += 1000;
    expect(await one.run('report', BOOK)).toMatchObject({ status: 'unchanged', written: [] });
    expect(publications).toHaveLength(count);
    expect(published()).toEqual(before);
  });

  test('of a sheet that is refused tells the generation of the figures that stay', async () => {
    await one.settle(BOOK);
    one.sheet(BOOK).tab('Activity').rows.splice(1);
    await one.settle(BOOK);
    const head = one.store.table.heads.get(BOOK);
    expect(head?.stop).toBeDefined();
    expect(published()?.generation).toBe(head?.derived?.generation);
    const said = one
      .sheet(BOOK)
      .reports.tabs.get('Health')
      ?.layout.rows.map(([cell]) => String(cell?.value));
    expect(said?.join('\n')).toContain(head?.stop?.message);
  });
});

describe('filter views', () => {
  test('are put once, and again when somebody joins, or nothing is trusted', async () => {
    await one.settle(BOOK);
    expect(views).toHaveLength(1);
    one
      .sheet(BOOK)
      .tab('Activity')
      .rows.push(row('2026-02-02', 'Ana', 'Another', 'Ask', 'Sent'));
    await one.settle(BOOK);
    expect(views).toHaveLength(1);
    one
      .sheet(BOOK)
      .tab('Activity')
      .rows.push(row('2026-02-02', 'A newcomer', 'Another', 'Ask', 'Sent'));
    await one.settle(BOOK);
    expect(views).toHaveLength(2);
    expect(views[1]?.length).toBeGreaterThan(views[0]?.length ?? 0);
  });
});
