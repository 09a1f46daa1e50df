import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../lambdas/domain/rows/snapshot.ts';
import type { FileCell } from '../../local/sheets-server/workbook-file.ts';
import { activityRow, COLUMNS, type Rows, type WeirdService, weirdService } from '../support/weird-workbook.ts';

let service: WeirdService;
beforeAll(async () => {
  service = await weirdService();
});
afterAll(() => service.close());

const dated = (...dates: readonly FileCell[]): Rows => [
  COLUMNS,
  ...dates.map((date) => activityRow({ Date: date, Notes: String(date) })),
];
const DATES: readonly (readonly [
  what: string,
  locale: string,
  dates: readonly FileCell[],
  days: readonly (string | undefined)[],
  told: RegExp | undefined,
])[] = [
  ['one notation of the locale', 'en_GB', ['3/4/2026', '4/4/2026'], ['2026-04-03', '2026-04-04'], undefined],
  [
    'that can only be read against the locale',
    'en_US',
    ['3/4/2026', '13/4/2026'],
    ['2026-04-03', '2026-04-13'],
    /Dates \| day first \| Text dates on Activity can only be read so/,
  ],
  [
    'month first in a sheet of day first',
    'nl_NL',
    ['3/4/2026', '4/13/2026'],
    ['2026-03-04', '2026-04-13'],
    /Dates \| month first/,
  ],
  [
    'three notations of one meaning',
    'en_GB',
    ['2026-04-03', '3 April 2026', '3.4.2026', 46_115],
    Array(4).fill('2026-04-03'),
    undefined,
  ],
  [
    'both orders: what has two readings is refused, never guessed',
    'en_GB',
    ['3/4/2026', '13/4/2026', '4/13/2026', '2026-04-05', '5/5/2026'],
    [undefined, '2026-04-13', '2026-04-13', '2026-04-05', '2026-05-05'],
    /Dates \| mixed \| .*those with two readings are rejected/,
  ],
  [
    'figures where the locale writes the year first',
    'ja_JP',
    ['3/4/2026', '2026/4/3', '13/4/2026'],
    ['2026-04-03', '2026-04-03', '2026-04-13'],
    /day first/,
  ],
  [
    'figures where the locale writes the year first, and nothing tells the order',
    'ja_JP',
    ['3/4/2026', '2026/4/3'],
    [undefined, '2026-04-03'],
    undefined,
  ],
];

describe('text dates in', () => {
  test.each(DATES)('%s (%s)', async (_, locale, dates, days, told) => {
    const outcome = await service.run({ Activity: dated(...dates) }, { locale });
    const read =
      outcome.snapshot && rowsOf(outcome.snapshot).map(({ kind, repDay }) => (kind ? isoOf(repDay.day) : undefined));
    expect(read).toEqual(days);
    const health = outcome.text('Health');
    if (told) expect(health).toMatch(told);
    else expect(health).not.toMatch(/^Dates \|/m);
  });
});

/** By the runtime's calendar, not by ours. */
const isoOf = (serial: number | undefined): string | undefined =>
  serial === undefined ? undefined : new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
