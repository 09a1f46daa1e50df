import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { readDate } from '../../../lambdas/domain/cells/date-cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { isoOf } from '../../../lambdas/domain/days/day.ts';
import { dateOrderOf } from '../../../lambdas/domain/rows/snapshot.ts';
import { importFile } from '../../../local/import/import-file.ts';
import { snapshotOf } from '../../support/rows.ts';
import { temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();
const HEADER = ['Date', 'Rep', 'Prospect', 'Activity', 'Next step date'];

async function imported(rows: readonly (readonly string[])[], locale: string): Promise<Cell[][]> {
  const csv = [HEADER, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const { tabs } = await importFile(folder.write('dates.csv', csv), { locale });
  return tabs[0]?.rows ?? [];
}

const row = (date: string, next = ''): string[] => [date, 'Ana', 'Acme', 'Ask', next];

/** Date and next step date of each row, as the domain reads them off a sheet. */
function read(grid: readonly (readonly Cell[])[], locale: string): string[][] {
  const rules = localeRules(locale);
  const order = dateOrderOf(snapshotOf(grid), rules.dateOrder);
  return grid.slice(1).map((cells) =>
    [cells[0], cells[4]].map((cell) => {
      const reading = readDate(cell, order, rules.monthNames);
      return 'day' in reading ? isoOf(reading.day) : reading.problem;
    }),
  );
}

describe('dates of a CSV end as the same cells typed as text', () => {
  it.each([
    ['day first, against the locale', 'en_US', [row('13/4/2026'), row('3/4/2026', '5/4/2026'), row('27/3/2026')]],
    ['month first, against the locale', 'nl_NL', [row('4/13/2026'), row('3/4/2026', '5/4/2026'), row('3/27/2026')]],
    ['both orders', 'en_US', [row('3/4/2026'), row('13/4/2026'), row('4/14/2026'), row('5/5/2026')]],
    ['both orders, in a locale that has days first', 'nl_NL', [row('3-4-2026'), row('13-4-2026'), row('4-14-2026')]],
    ['the order of the locale', 'en_US', [row('4/13/2026'), row('3/4/2026', '5/4/2026')]],
    ['a year of two figures', 'en_GB', [row('5/5/26'), row('14/4/26'), row('14/4/2026')]],
    ['no year', 'en_US', [row('May 5'), row('2026-05-05')]],
    ['ISO beside both orders', 'en_US', [row('2026-04-03'), row('3/4/2026'), row('13/4/2026'), row('4/14/2026')]],
    ['years first in the locale', 'ja_JP', [row('3/4/2026'), row('2026/4/3')]],
    ['times', 'en_US', [row('13/4/2026 14:30'), row('3/4/2026 2:30 PM'), row('2026-04-03 09:00')]],
    ['days that are no days', 'en_US', [row('2/30/2026'), row('soon')]],
  ])('%s', async (_, locale, rows) => {
    expect(read(await imported(rows, locale), locale)).toEqual(read([HEADER, ...rows], locale));
  });
});

it('rejects what can be read in two ways where both orders occur, and reads a column by what it shows', async () => {
  expect(read(await imported([row('3/4/2026'), row('13/4/2026'), row('4/14/2026')], 'en_US'), 'en_US')).toEqual([
    ['ambiguous', 'blank'],
    ['2026-04-13', 'blank'],
    ['2026-04-14', 'blank'],
  ]);
  expect(read(await imported([row('13/4/2026'), row('3/4/2026', '5/4/2026')], 'en_US'), 'en_US')).toEqual([
    ['2026-04-13', 'blank'],
    ['2026-04-03', '2026-04-05'],
  ]);
});

it('leaves cells that have one reading dates, and a column whose dates fit the locale', async () => {
  const mixed = await imported([row('2026-04-03'), row('3/3/2026'), row('13/4/2026'), row('4/14/2026')], 'en_US');
  expect(mixed.slice(1).map(([date]) => date)).toEqual([46115, 46084, '13/4/2026', '4/14/2026']);
  const fitting = await imported([row('4/13/2026'), row('3/4/2026', '5/4/2026')], 'en_US');
  expect(fitting.slice(1).map((cells) => [cells[0], cells[4]])).toEqual([
    [46125, undefined],
    [46085, 46146],
  ]);
});
