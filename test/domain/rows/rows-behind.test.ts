import { describe, expect, test } from 'vitest';
import { dealEventOf, encodeEvent } from '../../../lambdas/domain/deals/deal-event.ts';
import { rowReader } from '../../../lambdas/domain/rows/activity-row.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { cellsOf } from '../../../lambdas/domain/rows/row-line.ts';
import { dealsOf, rowsBehind } from '../../../lambdas/domain/rows/rows-behind.ts';
import type { Figure } from '../../../lambdas/domain/weeks/figures.ts';
import { type Cells, day, line, rules } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const RULES = rules();
const typed = (date: number | string, activity: string, outcome = '', more: Cells = {}) =>
  line({ date, rep: 'Jane', prospect: 'Acme', activity, outcome, ...more });
const close = (date: number, outcome: string, more: Cells = {}) => typed(date, 'Close', outcome, more);
const eventOf = (text: string): string => {
  const { row } = rowReader(RULES).read(cellsOf(text));
  const event = row && dealEventOf(row, 'Apart');
  return event ? encodeEvent(event) : expect.unreachable();
};
/** [the day after Monday, what it adds] of each row, in order. */
const behind = (
  lines: readonly string[],
  figure: Figure,
  rep = TEAM,
  events = lines.filter((of) => of.includes('Close')),
) =>
  rowsBehind(lines, RULES, new Map([['acme', events.map(eventOf)]]), { rep, figure }).map(({ row, adds }) => [
    row.day - MONDAY,
    adds,
  ]);

describe('deals whose history decides what rows add', () => {
  test('are those of Close rows, each once', () => {
    const lines = [
      typed(MONDAY, 'Ask', 'Sent'),
      close(MONDAY, 'Booked', { prospect: 'Bolt', deal: 'Pumps' }),
      close(MONDAY + 1, 'Cancelled', { prospect: 'BOLT', deal: 'pumps' }),
      close(MONDAY, 'Booked', { prospect: 'Crane' }),
      typed('soon', 'Close', 'Booked', { prospect: 'Dune' }),
    ];
    expect([...dealsOf(lines, RULES)]).toEqual(['bolt\u001fpumps', 'crane\u001f']);
    expect([...dealsOf([], RULES)]).toEqual([]);
  });
});

describe('rows behind a figure', () => {
  test('stand by day, then by minute, those without a time first', () => {
    const [late, noon, early, plain, tuesday] = [
      typed(MONDAY + 0.75, 'Follow-up'),
      typed(MONDAY + 0.5, 'Follow-up'),
      typed(MONDAY + 0.25, 'Follow-up'),
      typed(MONDAY, 'Follow-up', '', { notes: 'plain' }),
      typed(MONDAY + 1, 'Follow-up'),
    ];
    const found = rowsBehind([tuesday, late, noon, plain, early], RULES, new Map(), { rep: 'r:jane', figure: 'msis' });
    expect(found.map(({ row }) => [row.day - MONDAY, row.minute])).toEqual([
      [0, undefined],
      [0, 360],
      [0, 720],
      [0, 1080],
      [1, undefined],
    ]);
    expect(found[0]?.cells).toEqual(cellsOf(plain));
  });

  test('are those that count, for whom they count', () => {
    const lines = [
      typed(MONDAY, 'Follow-up', '', { count: 3 }),
      typed(MONDAY + 1, 'Follow-up', '', { rep: 'Fred' }),
      typed(MONDAY + 2, 'Follow-up', '', { rep: 'Fred; Jane', count: 2 }),
      typed('soon', 'Follow-up'),
      typed(MONDAY + 3, 'Attempt', 'Busy'),
    ];
    expect(behind(lines, 'msis', 'r:jane')).toEqual([
      [0, 3],
      [2, 2],
    ]);
    expect(behind(lines, 'msis', 'r:fred')).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(behind(lines, 'msis').map(([, adds]) => adds)).toEqual([3, 1, 2]);
    expect(behind(lines, 'closes')).toEqual([]);
  });

  test('a Close row counts by what came before it, in whichever order its events are stored', () => {
    const lines = [close(MONDAY, 'Booked', { amount: 5 }), close(MONDAY + 1, 'Invoiced', { amount: 7 })];
    for (const events of [lines, lines.toReversed()]) {
      expect(behind(lines, 'closes', TEAM, events)).toEqual([[0, 1]]);
      expect(behind(lines, 'closeAmount', 'r:jane', events)).toEqual([[0, 500]]);
      expect(behind(lines, 'closes', 'r:fred', events)).toEqual([]);
    }
  });

  test('of two equal rows one is behind what happens once', () => {
    const twice = [close(MONDAY, 'Lost'), close(MONDAY, 'Lost')];
    expect(behind(twice, 'lost')).toEqual([[0, 1]]);
    expect(behind(twice, 'lostForGood')).toEqual([[0, 1]]);
    // Of events in another week, no row here is the one.
    expect(behind([], 'lost', TEAM, twice)).toEqual([]);
  });
});
