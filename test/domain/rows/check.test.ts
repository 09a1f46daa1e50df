import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import type { Settings } from '../../../lambdas/domain/inputs/settings.ts';
import { checkCells, msisOfToday } from '../../../lambdas/domain/rows/check.ts';
import { day, rules, snapshotOf } from '../../support/rows.ts';

const TODAY = day('2026-11-16');
const HEADER = ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Count', 'Amount', 'Check'];
const TEAM = rules({ tabs: { Team: [['Rep', 'End date'], ['Jane'], ['Fred', '2026-11-15']] } });

function verdicts(rows: readonly (readonly Cell[])[], unconfirmed: Settings['unconfirmed'] = 'Apart'): string[] {
  const grid = [HEADER, ...rows];
  const cells = checkCells(snapshotOf(grid, TEAM), TODAY, unconfirmed);
  return rows.map((_, i) => cells.get(i + 1) ?? '(as it is)');
}

describe('the verdict beside a row', () => {
  test.each<[string, readonly Cell[], string]>([
    ['counts today', [TODAY, 'Jane', 'Acme', 'Follow-up'], '✓ 1 today'],
    ['counts as often as its count says', [TODAY, 'Jane', 'Acme', 'Follow-up', '', 14], '✓ 14 today'],
    ['counted on another day', [TODAY - 1, 'Jane', 'Acme', 'Follow-up'], '✓'],
    ['is on the exclusion list', [TODAY, 'Jane', 'Acme', 'Ask', 'Left a Message', '', 5], 'not an MSI: left a message'],
    ['is support', [TODAY, 'Jane', '', 'Admin'], '✓ not selling'],
    ['has no date', ['', 'Jane', 'Acme', 'Ask'], 'rejected: no date'],
    ['has nothing right', ['', 'Jane', '', 'Ask'], 'rejected: no date, no prospect'],
    ['has a date of two readings', ['3/4/26', 'Jane', 'Acme', 'Ask'], 'rejected: date ambiguous'],
    ['has an unknown activity', [TODAY, 'Jane', 'Acme', 'Lunch'], 'rejected: activity unknown'],
    ['lies ahead', [TODAY + 1, 'Jane', 'Acme', 'Follow-up'], 'held: counts on 2026-11-17'],
    ['lies ahead and is flagged', [TODAY + 1, '', 'Acme', 'Follow-up'], 'held: counts on 2026-11-17 · no rep'],
    ['names nobody', [TODAY, '', 'Acme', 'Follow-up'], '✓ · no rep'],
    ['names somebody off Team', [TODAY, 'Sam', 'Acme', 'Follow-up'], '✓ 1 today · rep not on Team'],
    ['is of one who has left', [TODAY, 'Fred', 'Acme', 'Follow-up'], '✓ 1 today · outside start and end date'],
    ['is an ask without amount', [TODAY, 'Jane', 'Acme', 'Ask'], '✓ 1 today · no amount'],
    ['names two reps', [TODAY, 'Jane; Sam', 'Acme', 'Follow-up'], '✓ Jane 1, Sam 1 today · rep not on Team'],
    ['is a booking', [TODAY, 'Jane', 'Acme', 'Close', 'Won', '', 5], '✓ 1 today'],
    ['is a close that comes later', [TODAY, 'Jane', 'Acme', 'Close', 'Invoiced', '', 5], '✓ 0 today'],
    ['is a lost deal', [TODAY, 'Jane', 'Acme', 'Close', 'Lost'], '✓ 1 today'],
    ['is blank', ['', '', '', ''], '(as it is)'],
  ])('of a row that %s', (_, row, expected) => {
    expect(verdicts([row])).toEqual([expected]);
  });

  test('asks for the outcome of an attempt, which counts meanwhile unless the settings drop it', () => {
    const row = [TODAY, 'Jane', 'Acme', 'Attempt'];
    expect(verdicts([row], 'Apart')).toEqual(['✓ 1 today · type the outcome']);
    expect(verdicts([row], 'Count')).toEqual(['✓ 1 today · type the outcome']);
    expect(verdicts([row], 'Drop')).toEqual(['not an MSI: no outcome']);
  });

  test("tells the rep's number of today, the same on every row of today", () => {
    expect(
      verdicts([
        [TODAY, 'Jane', 'Acme', 'Attempt', 'spoke', 3],
        [TODAY + 0.9, 'jane', 'Beta', 'Follow-up'],
        [TODAY, 'JANE', 'Beta', 'Attempt', 'busy', 9],
        [TODAY, 'Jane', '', 'Admin', '', 9],
        [TODAY, 'Jane', '', 'Ask'],
        [TODAY + 1, 'Jane', 'Beta', 'Follow-up'],
        [TODAY - 1, 'Jane', 'Beta', 'Follow-up'],
      ]),
    ).toEqual([
      '✓ 4 today',
      '✓ 4 today',
      'not an MSI: busy',
      '✓ not selling',
      'rejected: no prospect',
      'held: counts on 2026-11-17',
      '✓',
    ]);
  });

  test('flags identical rows, which both count', () => {
    const row = [TODAY, 'Jane', 'Acme', 'Follow-up'];
    expect(verdicts([row, row])).toEqual(['✓ 2 today · possible duplicate', '✓ 2 today · possible duplicate']);
  });

  // "Later rows of a closed deal (Invoiced, Paid, Cancelled, Refunded, Renewed) are no touches."
  test('does not count what happens to a deal after its booking', () => {
    const grid = [
      HEADER,
      ...['Booked', 'Invoiced', 'Paid', 'Cancelled', 'Refunded', 'Renewed', 'Lost'].map((outcome) => [
        ...[TODAY, 'Jane', 'Acme', 'Close', outcome, 2, 5],
      ]),
    ];
    expect(msisOfToday(snapshotOf(grid, TEAM), TODAY, 'Apart')).toEqual(new Map([['r:jane', 4]]));
  });
});

describe('the Check cells to write', () => {
  test('are only those that differ', () => {
    const grid = [
      HEADER,
      [TODAY - 1, 'Jane', 'Acme', 'Follow-up', '', '', '', '✓'],
      [TODAY - 1, 'Jane', 'Beta', 'Follow-up', '', '', '', 'rejected: no date'],
      ['', '', '', '', '', '', '', '✓ 3 today'],
      [],
      HEADER,
      [null, null, null, null, null, null, null, ''],
      [TODAY - 1, 'Jane', 'Gamma', 'Follow-up'],
    ];
    expect(checkCells(snapshotOf(grid, TEAM), TODAY, 'Apart')).toEqual(
      new Map([
        [2, '✓'],
        [3, ''],
        [7, '✓'],
      ]),
    );
  });

  test.each([
    ['check', false],
    [' Check ', false],
    ['Check this', true],
    ['To check', true],
    [5, true],
    [true, true],
  ])('%o beside no row: cleared is %s', (shown, cleared) => {
    const grid = [
      HEADER,
      [TODAY - 1, 'Jane', 'Acme', 'Follow-up', '', '', '', '✓'],
      ['', '', '', '', '', '', '', shown],
    ];
    expect(checkCells(snapshotOf(grid, TEAM), TODAY, 'Apart')).toEqual(new Map(cleared ? [[2, '']] : []));
  });

  test('are none without a Check column', () => {
    const grid = [HEADER.slice(0, -1), [TODAY, 'Jane', 'Acme', 'Ask']];
    expect(checkCells(snapshotOf(grid, TEAM), TODAY, 'Apart').size).toBe(0);
  });

  test('are right at once: writing them leaves nothing to write', () => {
    const rows: Cell[][] = [[TODAY, 'Jane', 'Acme', 'Ask'], ['x'], [TODAY, '__proto__', 'constructor', 'fu'], []];
    const grid: Cell[][] = [[...HEADER], ...rows];
    for (const [at, text] of checkCells(snapshotOf(grid, TEAM), TODAY, 'Apart')) {
      const row = grid[at] ?? [];
      while (row.length < 7) row.push(null);
      row[7] = text;
    }
    expect(checkCells(snapshotOf(grid, TEAM), TODAY, 'Apart').size).toBe(0);
  });
});
