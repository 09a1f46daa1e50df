import { describe, expect, test } from 'vitest';
import { extentAfter, type PublishedTabs, publishedItem, tabDigest } from '../../lambdas/report/published-tabs.ts';
import { standingTabs } from '../../lambdas/report/standing-tabs.ts';
import { tabsAfter, tabsToWrite } from '../../lambdas/report/tabs-to-write.ts';
import { text, wide } from '../../lambdas/tabs/cells.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import { TAB_SHEET_IDS, type TabName } from '../../lambdas/tabs/tab-names.ts';

const layout = (name: TabName, says: string, stamp = 'as of noon'): TabLayout => ({
  name,
  frozenRows: 1,
  frozenColumns: 0,
  widths: [100, 100],
  rows: [wide([text(stamp, 'stamp')], 2), wide([text(says)], 2)],
  charts: [],
});
const LAYOUTS = [layout('Week', 'a'), layout('Deals', 'b'), layout('Health', 'c')];
const extent = { rows: 9, columns: 3, gridRows: 20, gridColumns: 5, charts: 1 };
const known: PublishedTabs = {
  fenceKey: 'k',
  workbook: 'book',
  tabs: Object.fromEntries(LAYOUTS.map((each) => [each.name, { digest: tabDigest(each), extent }])),
};
const names = (publications: readonly { layout: TabLayout }[]) => publications.map((each) => each.layout.name);
const onSheet = (tabs: readonly TabName[], namedRanges: readonly string[] = []) => ({
  ...{ title: 'Sales', locale: 'en_GB', timeZone: 'Etc/UTC' },
  namedRanges: namedRanges.map((name) => ({ id: name, name })),
  tabs: tabs.map((name) => ({
    ...{ sheetId: TAB_SHEET_IDS[name], title: `My ${name}`, rowCount: 50, columnCount: 12 },
    ...{ chartIds: [7], protectedRangeIds: [] },
  })),
});

describe('tabs to write', () => {
  test('are none while all say the same, whatever the minute', () => {
    expect(tabsToWrite(LAYOUTS, known, undefined)).toEqual([]);
    const later = LAYOUTS.map(({ name, rows }) => layout(name, String(rows[1]?.[0]?.value), 'as of one'));
    expect(tabsToWrite(later, known, undefined)).toEqual([]);
    expect(names(tabsToWrite(later, known, undefined, true))).toEqual(['Health']);
  });

  test('are those that say something else, and Health with its time', () => {
    const now = [layout('Week', 'new'), ...LAYOUTS.slice(1)];
    const publications = tabsToWrite(now, known, undefined);
    expect(names(publications)).toEqual(['Week', 'Health']);
    expect(publications.map(({ previous }) => previous)).toEqual([extent, extent]);
  });

  test('are all where nothing is known, without a previous one', () => {
    const publications = tabsToWrite(LAYOUTS, undefined, undefined);
    expect(names(publications)).toEqual(['Week', 'Deals', 'Health']);
    expect(publications.some((each) => 'previous' in each)).toBe(false);
  });

  test('are all after a look at the sheet, over what stands there', () => {
    const standing = standingTabs(onSheet(['Week']), LAYOUTS, known);
    const publications = tabsToWrite(LAYOUTS, known, standing);
    expect(names(publications)).toEqual(['Week', 'Deals', 'Health']);
    expect(publications.map(({ previous }) => previous?.gridRows)).toEqual([50, undefined, undefined]);
  });

  test('that were written are known after it; the others as before', () => {
    const now = [layout('Week', 'new'), ...LAYOUTS.slice(1)];
    const after = tabsAfter(now, tabsToWrite(now, known, undefined), known);
    expect(after.Deals).toBe(known.tabs.Deals);
    expect(after.Week?.digest).toBe(tabDigest(layout('Week', 'new')));
    expect(after.Week?.digest).not.toBe(known.tabs.Week?.digest);
    expect(after.Week?.extent).toEqual({
      ...{ rows: 2, columns: 2, gridRows: 20, gridColumns: 5 },
      charts: 0,
      chartAnchors: [],
    });
    expect(tabsToWrite(now, { ...known, tabs: after }, undefined)).toEqual([]);
  });
});

test('a tab never gets a smaller grid than it had, and remembers that it was hidden', () => {
  const hidden = { ...layout('Time', 'x'), hidden: true };
  const before = { ...extent, gridRows: 3, gridColumns: 30 };
  expect(extentAfter(hidden, { rows: 8, columns: 4 }, before)).toMatchObject({
    gridRows: 8,
    gridColumns: 30,
    hidden: true,
  });
  const fresh = extentAfter(layout('Time', 'x'), { rows: 8, columns: 4 }, undefined);
  expect(fresh).toMatchObject({ rows: 2, columns: 2, gridRows: 8, gridColumns: 4 });
  expect('hidden' in fresh).toBe(false);
});

test('what is published is an item by its content', () => {
  const item = publishedItem(known);
  expect(item).toMatchObject({ area: 'published', body: JSON.stringify(known) });
  expect(publishedItem({ ...known, views: 'v' }).digest).not.toBe(item.digest);
});

describe('a look at the sheet', () => {
  test('finds our tabs by their ids, as far as we remember and people let us', () => {
    const anchors = [{ row: 1, column: 1 }];
    const remembered = {
      ...known,
      tabs: { Week: { digest: '', extent: { ...extent, hidden: true, chartAnchors: anchors } } },
    };
    const { extents, titles } = standingTabs(onSheet(['Week', 'Health', 'Trend']), LAYOUTS, remembered);
    expect(extents).toEqual({
      Week: {
        ...{ rows: 50, columns: 3, gridRows: 50, gridColumns: 12, hidden: true },
        ...{ charts: 1, chartIds: [7], chartAnchors: anchors },
      },
      Health: { rows: 50, columns: 2, gridRows: 50, gridColumns: 12, charts: 1, chartIds: [7] },
    });
    expect(titles).toEqual(['My Week', 'My Health', 'My Trend']);
    const wide = { ...known, tabs: { Week: { digest: '', extent: { ...extent, columns: 99 } } } };
    expect(standingTabs(onSheet(['Week']), LAYOUTS, wide).extents.Week?.columns).toBe(12);
  });

  test.each<[string[], object | undefined, boolean]>([
    [[], undefined, false],
    [['leadsheet_as_of'], undefined, true],
    [['leadsheet_gen_7_abc'], { generation: 7, key: 'abc' }, false],
    [['leadsheet_gen_7_abc', 'leadsheet_gen_12_x_y', 'leadsheet_gen_9_z'], { generation: 12, key: 'x_y' }, false],
    [['my_leadsheet_gen_7_abc', 'leadsheet_gen_x_abc', 'leadsheet_gen_7_'], undefined, false],
    [['leadsheet_as_of2', 'Prices'], undefined, false],
  ])('of the named ranges %j: %j', (ranges, fence, hasAsOfRange) => {
    const standing = standingTabs(onSheet(['Health'], ranges), LAYOUTS, undefined);
    expect([standing.fence, standing.hasAsOfRange]).toEqual([fence, hasAsOfRange]);
  });
});
