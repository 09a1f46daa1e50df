import { describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../lambdas/domain/cells/cell.ts';
import { type TabRows, tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import type { LastReading } from '../../lambdas/domain/rows/last-readings.ts';
import { rowsOf } from '../../lambdas/domain/rows/snapshot.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { type ReadWorkbook, readWorkbook } from '../../lambdas/ingest/read-workbook.ts';

const BRITISH = { title: 'Sales', locale: 'en_GB', timeZone: 'Europe/London' };
const HEADER = ['Date', 'Rep', 'Prospect', 'Activity'];
const dated = (...dates: readonly Cell[]): Grid => [
  HEADER,
  ...dates.map((date) => [date, 'Ana', 'Acme', 'Follow-up'] as const),
];
const tabs = (grids: Partial<Record<InputTab, Grid>>): Partial<Record<InputTab, TabRows>> =>
  Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, tabOf(grid)]));

function read(grids: Partial<Record<InputTab, Grid>>, more: Partial<typeof BRITISH> = {}): ReadWorkbook {
  const found = readWorkbook({ ...BRITISH, ...more }, tabs(grids));
  if ('message' in found) throw new Error(found.message);
  return found;
}
const message = (grids: Partial<Record<InputTab, Grid>>, more: Partial<typeof BRITISH> = {}) => {
  const found = readWorkbook({ ...BRITISH, ...more }, tabs(grids));
  return 'message' in found ? found.message : undefined;
};

describe('why a workbook can not be read, and what to do', () => {
  test.each([
    ['no Activity', {}, /^There is no tab named Activity\. Name the tab .* "Activity", or restore it from File > Ver/],
    ['an empty one', { Activity: [] }, /^The tab Activity is empty\. Restore its rows .* header row: Date, Rep, /],
    ['rows without a cell', { Activity: [[], [], []] }, /^The tab Activity is empty\./],
    ['no header', { Activity: [[], ['']] }, /^The tab Activity has no header row/],
    ['a setting that stops', { Activity: dated(46_000), Team: [['Rep', 'rep'], ['Ana']] }, /^The tab Team has 2 col/],
  ] as const)('%s', (_, grids, says) => {
    expect(message(grids)).toMatch(says);
  });

  test('a setting that stops, behind one that is only noted', () => {
    const Settings = [
      ['Setting', 'Value'],
      ['On pace from', 'soon'],
    ];
    expect(read({ Activity: dated(46_000), Settings }).rules.problems).toHaveLength(1);
    const Team = [['Rep', 'rep'], ['Ana']];
    expect(message({ Activity: dated(46_000), Settings, Team })).toMatch(/^The tab Team has 2 columns/);
  });

  test('a locale that nobody knows', () => {
    const how = 'Choose another under File > Settings.';
    expect(message({ Activity: dated(46_000) }, { locale: 'xx_!!' })).toBe(
      `The locale "xx_!!" of the spreadsheet is unknown. ${how}`,
    );
  });

  test('a zone that nobody knows, unless the settings name another', () => {
    const mars = { timeZone: 'Mars/Phobos' };
    const how = 'Choose another under File > Settings.';
    expect(message({ Activity: dated(46_000) }, mars)).toBe(
      `The time zone "Mars/Phobos" of the spreadsheet is unknown. ${how}`,
    );
    const Settings = [
      ['Setting', 'Value'],
      ['Time zone', 'Europe/Paris'],
    ];
    expect(read({ Activity: dated(46_000), Settings }, mars).rules.timeZone).toBe('Europe/Paris');
  });
});

describe('what is read', () => {
  test('the settings tabs as typed, without Activity and without blank rows at the end', () => {
    const Team = [['Rep', 'Aliases'], [], ['Ana', 0], ['', null, undefined], []];
    const { inputs, rules, header, snapshot } = read({ Activity: dated(46_000, 46_001), Team, Goals: [[''], []] });
    expect(inputs).toEqual({ ...BRITISH, dateOrder: 'dmy', tabs: { Team: Team.slice(0, 3), Goals: [] } });
    expect(rules.team.members.map(({ name }) => name)).toEqual(['Ana']);
    expect(header.row).toBe(0);
    expect(rowsOf(snapshot)).toHaveLength(2);
  });

  test.each<readonly [string, string, readonly Cell[], 'dmy' | 'mdy' | undefined]>([
    ['as the locale writes it', 'en_GB', ['3/4/2026'], 'dmy'],
    ['as another locale writes it', 'en_US', ['3/4/2026'], 'mdy'],
    ['as the column shows', 'en_GB', ['3/4/2026', '12/25/2025'], 'mdy'],
    ['in no order, where the column has both', 'en_GB', ['25/12/2025', '12/25/2025'], undefined],
  ])('dates that are text: %s', (_, locale, dates, order) => {
    const { inputs, rules, reading, snapshot } = read({ Activity: dated(...dates) }, { locale });
    expect([inputs.dateOrder, rules.dateOrder, reading.dateOrder]).toEqual([order, order, order]);
    expect('dateOrder' in inputs).toBe(order !== undefined);
    // 3 April, or 4 March.
    const first = rowsOf(snapshot)[0]?.repDay.day;
    if (dates[0] === '3/4/2026') expect(first).toBe(order === 'dmy' ? 46_115 : 46_085);
  });
});

describe('a second reading', () => {
  /** Tells which earlier readings it was compared with. */
  const noting = (grid: Grid, compared: TabRows[]): TabRows => ({
    ...tabOf(grid),
    rowsIn(earlier) {
      compared.push(earlier);
      return Int32Array.from(grid, (_, at) => at);
    },
  });
  const again = (grid: Grid, before: LastReading, more: Partial<typeof BRITISH> = {}) => {
    const compared: TabRows[] = [];
    const found = readWorkbook({ ...BRITISH, ...more }, { Activity: noting(grid, compared) }, before);
    return { found, compared };
  };

  test('under the same rules takes over what was read, at once in the order that the column has', () => {
    const Activity = dated('3/4/2026', '12/25/2025');
    const first = read({ Activity });
    const { found, compared } = again(Activity, first.reading);
    expect(compared).toEqual([first.reading.read.tab]);
    expect(found).toMatchObject({ inputs: first.inputs, reading: { under: first.reading.under, dateOrder: 'mdy' } });
  });

  test('takes nothing over under other rules, and finds a new order of dates', () => {
    const Activity = dated('3/4/2026', '12/25/2025');
    const first = read({ Activity });
    expect(again(Activity, first.reading, { title: 'Other' }).compared).toEqual([]);
    const { found } = again(dated('3/4/2026', '25/12/2025'), { ...first.reading, under: 'others' });
    expect(found).toMatchObject({ inputs: { dateOrder: 'dmy' }, reading: { dateOrder: 'dmy' } });
  });
});
