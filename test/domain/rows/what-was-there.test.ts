import { expect, test } from 'vitest';
import { rowReader } from '../../../lambdas/domain/rows/activity-row.ts';
import { type Cells, cellsInOrder, day, rules } from '../../support/rows.ts';

const TEAM = rules({
  tabs: {
    Team: [
      ['Rep', 'Start date'],
      ['Jane', day('2026-11-10')],
    ],
  },
});
const good: Cells = { date: day('2026-11-16'), rep: 'Jane', prospect: 'Acme', activity: 'Follow-up', outcome: 'Busy' };

test.each<[string, Cells, string, string]>([
  ['a date', { date: 46065 }, 'outside start and end date', '2026-02-12'],
  ['a date with a time', { date: 46065 + 0.604167 }, 'outside start and end date', '2026-02-12 14:30'],
  ['a time of few minutes', { date: 46065 + 65 / 1440 }, 'outside start and end date', '2026-02-12 01:05'],
  ['the first date of the sheet', { date: 1 }, 'date out of range', '1899-12-31'],
  ['its last', { date: 2_958_465 }, 'date out of range', '9999-12-31'],
  ['text', { date: '12 Feb 2026' }, 'outside start and end date', '12 Feb 2026'],
  ['a date of long ago', { date: 2 }, 'date out of range', '1900-01-01'],
  ['a number that is no date of the sheet', { date: 1e9 }, 'date out of range', '1000000000'],
  ['a number below the first date', { date: -3 }, 'date out of range', '-3'],
  ['a next step date', { nextStepDate: 12345 }, 'next step date unreadable', '1933-10-18'],
  ['a number elsewhere', { count: 46065 }, 'count unreadable', '46065'],
])('what a problem says was there: %s', (_, cells, kind, got) => {
  expect(rowReader(TEAM).read(cellsInOrder({ ...good, ...cells })).problems).toEqual([{ kind, got }]);
});
