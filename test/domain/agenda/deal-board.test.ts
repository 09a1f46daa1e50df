import { describe, expect, test } from 'vitest';
import { dealBoard, LISTED } from '../../../lambdas/domain/agenda/deal-board.ts';
import { lastMeetingOf } from '../../../lambdas/domain/agenda/meeting-days.ts';
import { firstByScore, scoredDeal } from '../../../lambdas/domain/agenda/notable-deals.ts';
import type { DealLine } from '../../../lambdas/domain/deals/deal-line.ts';
import { agendaFigures, deal, type InputTabs, silent, TODAY } from '../../support/agendas.ts';

const attempt: Partial<DealLine> = { reached: [TODAY - 30] };
const opportunity: Partial<DealLine> = { reached: [TODAY - 30, TODAY - 25] };

function boardOf(deals: readonly DealLine[], tabs: InputTabs = {}) {
  const { rules, standards, openDeals } = agendaFigures(deals, tabs);
  return dealBoard({ rules, standards, openDeals, asOf: { day: TODAY, minute: 600 } });
}

describe('the board of open deals', () => {
  const deals = [
    deal('Attempt', { ...attempt, ...silent(20), amount: 100 }),
    deal('Opportunity', { ...opportunity, ...silent(20), amount: 200 }),
    deal('Another', { ...opportunity, amount: 300 }),
    deal('Ask', { amount: 1_000 }),
    deal('Ask that stalls', { ...silent(20), amount: 5_000, slips: 1 }),
    deal('Ask without an amount'),
  ];

  test('counts deals and money by step, and what of it stalls', () => {
    const { open, steps, pursued } = boardOf(deals);
    expect(open).toBe(6);
    expect(steps).toEqual([
      { open: 1, stalled: 1, amount: 100, stalledAmount: 100 },
      { open: 2, stalled: 1, amount: 500, stalledAmount: 200 },
      { open: 3, stalled: 1, amount: 6_000, stalledAmount: 5_000 },
    ]);
    expect(pursued).toEqual({ open: 5, stalled: 2, amount: 6_500, stalledAmount: 5_200 });
  });

  test('counts signals of opportunities and asks alone', () => {
    const { signals } = boardOf(deals);
    expect(Object.fromEntries(signals)).toMatchObject({ stale: 2, slipped: 1, overdue: 0 });
  });

  test('lists the first ones by score', () => {
    const { listed } = boardOf(deals);
    expect(listed.map(({ line }) => line.prospect)).toEqual([
      ...['Ask that stalls', 'Opportunity', 'Ask', 'Ask without an amount', 'Another', 'Attempt'],
    ]);
    const many = Array.from({ length: LISTED + 5 }, (_, i) => deal(`Many ${i}`, { amount: i }));
    const first = boardOf(many);
    expect([first.open, first.listed.length]).toEqual([LISTED + 5, LISTED]);
    expect(first.listed.at(-1)?.line.amount).toBe(5);
  });

  test('is empty without deals', () => {
    const none = { open: 0, stalled: 0, amount: 0, stalledAmount: 0 };
    expect(boardOf([])).toMatchObject({ open: 0, listed: [], steps: [none, none, none], pursued: none });
  });

  test('newly asked since the last meeting of its own reps', () => {
    // Tuesday: Inside met on Monday, Field on Thursday before.
    const asked = (rep: string, ago: number) =>
      deal(rep, { lastReps: [rep], reached: [TODAY - 30, TODAY - 25, TODAY - ago] });
    const { listed } = boardOf([asked('r:ana', 1), asked('r:ben', 2), asked('r:cas', 5), asked('r:cy', 6)]);
    const fresh = listed.filter(({ signals }) => signals.includes('newly asked')).map(({ line }) => line.prospect);
    expect(fresh.sort()).toEqual(['r:ana', 'r:cas']);
  });
});

test('the day of the last meeting is that of the first owner; who is on no team meets with Inside', () => {
  const last = lastMeetingOf(agendaFigures([]).rules, TODAY);
  expect([last(['r:ana']), last(['r:cas', 'r:ana']), last(['r:nobody']), last([])]).toEqual(
    [TODAY - 1, TODAY - 5, TODAY - 1, TODAY - 1], // Monday, and Thursday of the week before
  );
  const together = lastMeetingOf(agendaFigures([], { Team: [['Rep'], ['Ana']] }).rules, TODAY);
  expect(together(['r:ana'])).toBe(TODAY - 1);
});

describe('the first by score', () => {
  const standards = { ...agendaFigures([]).standards, lastMeeting: () => TODAY };
  const scored = (name: string, other: Partial<DealLine> = {}) => scoredDeal(deal(name, other), standards);
  const names = (most: number, ...deals: ReturnType<typeof scored>[]) =>
    firstByScore(deals, most).map(({ line }) => line.prospect);

  test('then by amount, then by name, whatever the order of rows', () => {
    const deals = [
      scored('Birch'),
      scored('Acme'),
      scored('Cedar', { amount: 5 }),
      scored('Dune', { slips: 1 }),
      scored('Elm', { amount: 0 }),
    ];
    const order = ['Dune', 'Cedar', 'Elm', 'Acme', 'Birch'];
    expect(names(5, ...deals)).toEqual(order);
    expect(names(9, ...deals.toReversed())).toEqual(order);
  });

  test('so many and no more, those of equal scores by name too', () => {
    const deals = ['Dune', 'Acme', 'Cedar', 'Birch'].map((name) => scored(name));
    expect(names(2, ...deals)).toEqual(['Acme', 'Birch']);
    expect(names(1, ...deals, scored('Zed', { slips: 1 }))).toEqual(['Zed']);
    expect(names(3)).toEqual([]);
  });
});
