import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import type { MemorySheet } from '../support/memory-sheets.ts';
import { NOON } from '../support/ports.ts';
import { tally } from '../support/tally.ts';
import { HEADER, row, serial } from '../support/trees.ts';

const BOOK = 'guarded';
const ROWS = someRows(140);
const BOOKS: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  Activity: [[...HEADER, 'Check'], ...ROWS],
  Team: [
    ['Rep', 'Aliases'],
    ['Anna', 'Ana'],
    ['Ben', ''],
    ['Cy', ''],
  ],
  Outcomes: [
    ['Outcome', 'Counts'],
    ['Spoke', 'Not meaningful'],
    ['Interested', 'Meaningful'],
    ['Left a message', 'Meaningful'],
  ],
  Settings: [
    ['Setting', 'Value'],
    ['Week starts on', 'Sunday'],
    ['Currency', 'EUR'],
    ['Cut-off hour', 10],
  ],
};

async function settled(rows: readonly (readonly Cell[])[] = ROWS): Promise<MemoryService> {
  const one = memoryService(NOON, { [BOOK]: { ...BOOKS, Activity: [[...HEADER, 'Check'], ...rows] } });
  await one.settle(BOOK);
  return one;
}

const headOf = (one: MemoryService) => one.store.table.heads.get(BOOK);
const activity = (sheet: MemorySheet) => sheet.tab('Activity');
const drop = (sheet: MemorySheet, title: string): void =>
  void sheet.tabs.splice(sheet.tabs.indexOf(sheet.tab(title)), 1);

/** The figures that managers read: every report tab below its title and "as of" line. Health alone says what is wrong. */
const figures = (one: MemoryService): unknown =>
  [...one.sheet(BOOK).reports.tabs]
    .filter(([name]) => name !== 'Health')
    .map(([name, { layout }]) => [name, layout.charts, layout.rows.slice(2)])
    .sort();

/** Another team's tab: the same header, none of our rows. */
const theirs = (): Cell[][] => [
  [...HEADER, 'Check'],
  ...Array.from({ length: 90 }, (_, i) => row('2026-01-28', 'Zoe', `Theirs ${i}`, 'Ask', 'Sent', { amount: 9 })),
];

const BROKEN: readonly (readonly [what: string, break_: (sheet: MemorySheet) => void, says: RegExp])[] = [
  ['the tab wiped', (sheet) => void activity(sheet).rows.splice(0), /Activity is empty/],
  ['the header gone', (sheet) => void activity(sheet).rows.splice(0, 1), /header|column/],
  ['a header cell overwritten', (sheet) => void (activity(sheet).rows[0] ?? []).splice(0, 1, 'oops'), /Date/],
  ['every row gone', (sheet) => void activity(sheet).rows.splice(1), /^All rows of the tab Activity are gone/],
  ['the tab deleted', (sheet) => drop(sheet, 'Activity'), /no tab named Activity/],
  ['half of the rows not read', (sheet) => void activity(sheet).rows.splice(70), /rows of the week of .* are gone/],
  ['the first half not read', (sheet) => void activity(sheet).rows.splice(1, 70), /rows of the week of .* are gone/],
  ['a week taken out', (sheet) => void activity(sheet).rows.splice(60, 30), /rows of the week of .* are gone/],
  ['another file pasted over it', (sheet) => Object.assign(activity(sheet), { rows: theirs() }), /are gone/],
  [
    'the tab replaced by that of another file',
    (sheet) => {
      drop(sheet, 'Activity');
      sheet.tabs.push({ sheetId: 4711, title: 'Activity', rows: theirs() });
    },
    /are gone/,
  ],
  [
    'a column taken for another',
    (sheet) => {
      for (const cells of activity(sheet).rows.slice(1)) [cells[1], cells[2]] = [cells[2], cells[1]];
      for (const cells of activity(sheet).rows.slice(1)) cells[4] = `?${cells[4]}`;
    },
    /are gone/,
  ],
  ['Team deleted', (sheet) => drop(sheet, 'Team'), /^The tab Team, which had 3 rows, is gone/],
  ['Outcomes wiped', (sheet) => void sheet.tab('Outcomes').rows.splice(0), /^The tab Outcomes, .* is empty/],
  [
    'Settings emptied',
    (sheet) => void sheet.tab('Settings').rows.splice(1),
    /^The tab Settings, .* has lost all its rows/,
  ],
];

describe('a sheet that is broken', () => {
  test.each(BROKEN)('%s: the reports stay, say so, and are as before once it is mended', async (_, breakIt, says) => {
    const one = await settled();
    const [good, shown] = [headOf(one), figures(one)];
    const tabs = structuredClone(one.sheet(BOOK).tabs);
    breakIt(one.sheet(BOOK));
    one.now += 60_000;
    await one.settle(BOOK);
    expect(headOf(one)?.stop?.message).toMatch(says);
    expect(headOf(one)).toMatchObject({ source: good?.source, derived: { root: good?.derived?.root } });
    expect(figures(one)).toEqual(shown);
    const health = JSON.stringify(one.sheet(BOOK).reports.tabs.get('Health')?.layout.rows);
    expect(health).toContain(JSON.stringify(headOf(one)?.stop?.message).slice(1, -1));
    one.sheet(BOOK).tabs = tabs;
    one.now += 60_000;
    await one.settle(BOOK);
    expect(headOf(one)?.stop).toBeUndefined();
    expect(headOf(one)).toMatchObject({ source: good?.source });
    expect(figures(one)).toEqual(shown);
    tally('guards', 1);
  });
});

test('rows that are archived off the sheet are counted on Health, and the other tabs say what they said', async () => {
  const one = await settled();
  const shown = figures(one);
  one.sheet(BOOK).tab('Settings').rows.push(['Archived before', '2026-02-01']);
  await one.settle(BOOK);
  const { rows } = activity(one.sheet(BOOK));
  const old = rows.slice(1).filter(([date]) => Number(date) < serial('2026-02-01')).length;
  activity(one.sheet(BOOK)).rows = rows.filter(([date], at) => at === 0 || Number(date) >= serial('2026-02-01'));
  await one.settle(BOOK);
  expect(headOf(one)?.stop).toBeUndefined();
  expect(figures(one)).toEqual(shown);
  const health = one.sheet(BOOK).reports.tabs.get('Health')?.layout.rows ?? [];
  expect(health.find(([name]) => name?.value === 'Archived')?.[1]?.value).toBe(old);
  tally('guards', 1);
});

describe('a date that is far off', () => {
  test.each(['1926-01-28', '2126-01-28', '0026-01-28', '9999-12-31'])(
    '%s is refused, and only that row',
    async (date) => {
      const one = await settled([...ROWS, row(date, 'Ana', 'Rogue', 'Close', 'Booked', { amount: 5 })]);
      const twin = await settled();
      expect(headOf(one)?.derived?.root).toBe(headOf(twin)?.derived?.root);
      expect(JSON.stringify(one.sheet(BOOK).reports.tabs.get('Health')?.layout.rows)).toContain('Check the year');
      tally('guards', 1);
    },
  );

  test.each(['1996-01-28', '2062-01-28'])(
    '%s can be meant: it is counted on its day, and the tabs of today are those without it',
    async (date) => {
      const rogue = row(date, 'Ana', 'Rogue', 'Ask', 'Sent', { amount: 5 });
      const one = await settled([...ROWS, rogue]);
      const twin = await settled();
      const week = (each: MemoryService) => each.sheet(BOOK).reports.tabs.get('Week')?.layout.rows.slice(2);
      expect(JSON.stringify(week(one))).toBe(JSON.stringify(week(twin)));
      tally('guards', 1);
    },
  );
});
