import { describe, expect, test } from 'vitest';
import { weekOf } from '../../../lambdas/domain/days/week.ts';
import { foldDeal } from '../../../lambdas/domain/deals/deal.ts';
import type { DealEvent } from '../../../lambdas/domain/deals/deal-event.ts';
import { addDealFigures } from '../../../lambdas/domain/deals/deal-figures.ts';
import { type DealLine, standingOf } from '../../../lambdas/domain/deals/deal-line.ts';
import { dealLinesOf } from '../../../lambdas/domain/deals/deal-lines.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { figuresBetween } from '../../../lambdas/domain/weeks/figures-between.ts';
import { cohortFigure, exitKey, type WeekRollup } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { day } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const on = (after: number, kind: DealEvent['kind'], more: Partial<DealEvent> = {}): DealEvent => ({
  ...{ day: MONDAY + after, kind, reps: ['r:ana'], prospect: 'Acme', deal: '' },
  ...more,
});
/** The weeks that one deal makes. */
function weeksOf(...events: readonly DealEvent[]): Map<number, WeekRollup> {
  const weeks = new Map<number, WeekRollup>();
  addDealFigures(foldDeal(events, 'First'), 1, { weeks, weekStartsOn: 1, revenueGoesTo: 'Booker', openingUntil: 0 });
  return weeks;
}

describe('what a deal adds to its weeks', () => {
  test('stands on its day, for the team and who is named', () => {
    const weeks = weeksOf(on(0, 'ask'), on(10, 'close', { close: 'booked', amount: 5, reps: ['r:ben'] }));
    const closesOn = (rep: string, after: number) =>
      figuresBetween(weeks, rep, MONDAY + after, MONDAY + after + 1, 1).closes;
    expect([9, 10, 11].map((after) => closesOn(TEAM, after))).toEqual([0, 1, 0]);
    expect([closesOn('r:ben', 10), closesOn('r:ana', 10)]).toEqual([1, 0]);
    expect([...weeks.keys()].sort()).toEqual([MONDAY, MONDAY + 7]);
  });

  test('of each rep’s own funnel: the steps from where the rep came in to where the deal is, and those that it left', () => {
    const weeks = weeksOf(on(0, 'attempt'), on(1, 'opportunity'), on(2, 'follow-up', { reps: ['r:ben'] }));
    const own = (rep: string) =>
      ['ownAttempts', 'ownAttemptsOn', 'ownOpportunities', 'ownOpportunitiesOn', 'ownAsks', 'received'].map(
        (figure) => cohortFigure(weeks.get(MONDAY), rep, figure as 'ownAsks'), // one of these names
      );
    expect(own('r:ana')).toEqual([1, 1, 1, 0, 0, 0]);
    expect(own('r:ben')).toEqual([0, 0, 1, 0, 0, 1]);
  });

  test('when it left which step, for the next one or lost, for who worked it last', () => {
    const weeks = weeksOf(on(0, 'attempt'), on(8, 'opportunity'), on(30, 'close', { close: 'lost', reps: ['r:ben'] }));
    const exits = (after: number, rep: string) => [...(weeks.get(weekOf(MONDAY + after, 1))?.exits.get(rep) ?? [])];
    expect(exits(8, TEAM)).toEqual([[exitKey(0, 'next', 1), 1]]);
    expect(exits(30, 'r:ben')).toEqual([[exitKey(1, 'lost', 3), 1]]);
    expect(exits(30, 'r:ana')).toEqual([]);
    const won = weeksOf(on(0, 'ask'), on(3, 'close', { close: 'booked' }));
    expect([...(won.get(MONDAY)?.exits.get(TEAM) ?? [])]).toEqual(
      [0, 1, 2].map((step) => [exitKey(step, 'next', 0), 1]),
    );
  });
});

describe('a deal as reports need it', () => {
  const linesOf = (...events: readonly DealEvent[]) => dealLinesOf(foldDeal(events, 'First'), 0);
  const next = { text: 'Call', due: MONDAY + 9 };

  test('open: with what is to be done next, and the amount that was asked for', () => {
    expect(linesOf(on(0, 'ask', { amount: 5, next }))).toStrictEqual([
      {
        ...{ prospect: 'Acme', deal: '', occurrence: 1, opening: false, closedFirst: false, state: 'open' },
        ...{
          reached: [MONDAY, MONDAY, MONDAY],
          firstReps: ['r:ana'],
          lastReps: ['r:ana'],
          lastMsi: MONDAY,
          decided: undefined,
        },
        ...{ msis: 1, slips: 0, amount: 5, nextStep: { ...next, on: MONDAY } },
      },
    ]);
    expect(linesOf(on(0, 'attempt'))[0]?.amount).toBeUndefined();
  });

  test('decided: on which day, and there is nothing more to be done', () => {
    const [won, again] = linesOf(
      ...[on(0, 'ask', { amount: 5, next }), on(2, 'close', { close: 'booked' })],
      ...[on(4, 'attempt', { next }), on(6, 'close', { close: 'lost', prospect: 'ACME' })],
    );
    expect(won).toMatchObject({ state: 'won', decided: MONDAY + 2, amount: 5, occurrence: 1 });
    expect(again).toMatchObject({ state: 'lost', decided: MONDAY + 6, prospect: 'ACME', occurrence: 2 });
    expect([won, again].map((line) => line?.nextStep)).toEqual([undefined, undefined]);
    // What it was booked for, where that is known.
    expect(linesOf(on(0, 'ask', { amount: 5 }), on(2, 'close', { close: 'booked', amount: 0 }))[0]?.amount).toBe(0);
  });
});

test.each([
  [[1], { step: 0, since: 1 }],
  [[1, 3], { step: 1, since: 3 }],
  [[1, 3, 7], { step: 2, since: 7 }],
  [[0, 0, 0], { step: 2, since: 0 }],
  [[0, 0], { step: 1, since: 0 }],
] as const)('a deal that reached its steps on %j stands there', (reached, standing) => {
  expect(standingOf({ reached } as unknown as DealLine)).toEqual(standing); // of a line it looks at these days alone
});
