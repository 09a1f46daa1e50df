import { describe, expect, test } from 'vitest';
import { catchUpMsis, periodNeed } from '../../../lambdas/domain/targets/period-need.ts';
import { periodToDate } from '../../../lambdas/domain/targets/period-to-date.ts';
import { requiredRunRate } from '../../../lambdas/domain/targets/run-rate.ts';
import { targetBasis } from '../../../lambdas/domain/targets/target-basis.ts';
import { weekPlan } from '../../../lambdas/domain/targets/week-targets.ts';
import { serial } from '../../support/trees.ts';
import { Rollups, rulesWith, teamTab } from '../../support/week-rollups.ts';

const FOUR = ['Ana', 'Ben', 'Cy', 'Di'];
const MONDAY = serial('2026-11-16');
const WEEK = { attempts: 40, followUps: 20, opportunities: 10, asks: 5, closes: 1, closeAmount: 100_000 };
const rollups = () => FOUR.reduce((all, rep) => all.weekly('2026-05-18', '2026-11-09', rep, WEEK), new Rollups());
const rules = rulesWith([['Ana', '2026-10-01', 'Quarter', 13_200]], { Team: teamTab(...FOUR) });

describe('what is left of a period', () => {
  const given = (from: number, outlook = { closes: 0, revenue: 0 }, rep = 'r:ana', { weeks } = rollups()) => {
    const basis = targetBasis(weeks, rules, MONDAY);
    const goal = basis.goals.goalOn('r:ana', MONDAY);
    if (!goal) throw new Error('no goal');
    return periodNeed(basis, weeks, rep, { goal, closedBefore: from, left: from, outlook, weekStartsOn: 1 });
  };

  test('by hand: 13 200 less 6 closed on Mondays since 5 October and 1.2 expected leaves 6 closes in 34 days', () => {
    expect(given(MONDAY, { closes: 1.2, revenue: 120_000 })).toEqual({
      goal: 1_320_000,
      net: 600_000,
      expected: 120_000,
      missing: 600_000,
      // 6 closes at 0.2, 0.5, 0.25; half a follow-up for each attempt. Own ratios are those of the others.
      needed: { closes: 6, asks: 30, opportunities: 60, attempts: 240, followUps: 120, msis: 450 },
      daysLeft: 34,
    });
  });

  test('what is closed when it is over is none of it, and then there is nothing to catch up', () => {
    const later = rollups().on('2027-01-04', 'Ana', { closes: 1, closeAmount: 777 });
    const need = given(serial('2027-01-11'), undefined, 'r:ana', later);
    expect(need).toMatchObject({ net: 600_000, daysLeft: 0 });
    if (need) expect(catchUpMsis(need, { ...need.needed, msis: 1 }, 5)).toBe(0);
  });

  test('of who is not on the team nothing is said', () => {
    expect(given(MONDAY, undefined, 'r:nobody')).toBeUndefined();
  });

  test('a goal that is reached needs nothing', () => {
    expect(given(MONDAY, { closes: 9, revenue: 900_000 })).toMatchObject({ missing: -180_000, needed: { msis: 0 } });
  });

  test('catch-up stands beside the target: what the week would need beyond it', () => {
    const need = given(MONDAY);
    const { weeks } = rollups();
    const target = weekPlan(targetBasis(weeks, rules, MONDAY), 'r:ana')?.target;
    if (!need || !target) throw new Error('no goal');
    // 7200 missing in 34 days: 288 attempts, 144 follow-ups, 72, 36 = 540 MSIs, 5/34 of them = 79.4; the target is 75.
    expect([need.needed.msis, target.msis, catchUpMsis(need, target, 5)]).toEqual([540, 75, 5]);
    expect(catchUpMsis({ ...need, needed: { ...need.needed, msis: 0 } }, target, 5)).toBe(0);
  });
});

describe('period to date', () => {
  test('by hand: closed less cancelled plus renewed, through a month that begins in the middle of a week', () => {
    const { weeks } = new Rollups()
      .on('2026-10-31', 'Ana', { closeAmount: 999, bookedAmount: 999 })
      .on('2026-11-01', 'Ana', { closeAmount: 500, bookedAmount: 500 })
      .on('2026-11-04', 'Ana', { closeAmount: 300, bookedAmount: 300, invoicedAmount: 500, renewedAmount: 70 })
      .on('2026-11-09', 'Ana', { cancelledAmount: 200, paidAmount: 500 })
      .on('2026-11-10', 'Ana', { closeAmount: 10_000 });
    const { goals } = targetBasis(
      weeks,
      rulesWith([['Ana', '2026-11-01', 'Month', 21]], { Team: teamTab('Ana') }),
      MONDAY,
    );
    const period = { start: serial('2026-11-01'), end: serial('2026-12-01') };
    const day = serial('2026-11-09');
    const ana = periodToDate(weeks, goals, 'r:ana', { period, through: day, elapsedTo: day, weekStartsOn: 1 });
    expect([ana.net, ana.goal, ana.expected]).toEqual([670, 2100, 500]);
    expect(ana.figures).toMatchObject({
      bookedAmount: 800,
      invoicedAmount: 500,
      paidAmount: 500,
      cancelledAmount: 200,
    });
    expect(
      periodToDate(weeks, goals, 't', { period, through: day, elapsedTo: day + 1, weekStartsOn: 1 }),
    ).toMatchObject({
      net: 670,
      goal: 2100,
      expected: 600,
    });
  });

  test('a booking cancelled in the next quarter: its own quarter stays, the next one is below 0', () => {
    const { weeks } = new Rollups()
      .on('2026-09-30', 'Ana', { closes: 1, closeAmount: 1000 })
      .on('2026-10-02', 'Ana', { cancelled: 1, cancelledAmount: 1000 });
    const { goals } = targetBasis(weeks, rulesWith([]), MONDAY);
    const net = (start: string, end: string) =>
      periodToDate(weeks, goals, 'r:ana', {
        period: { start: serial(start), end: serial(end) },
        through: serial('2026-11-16'),
        elapsedTo: serial('2026-11-17'),
        weekStartsOn: 1,
      }).net;
    expect(net('2026-07-01', '2026-10-01')).toBe(1000);
    expect(net('2026-10-01', '2027-01-01')).toBe(-1000);
  });
});

test.each([
  [100, 40, 3, 20],
  [100, 120, 3, 0],
  [100, 40, 0, undefined],
  [100, 40, 0.5, 120],
])('required run rate of %d with %d done and %d days left', (target, actual, daysLeft, rate) => {
  expect(requiredRunRate(target, actual, daysLeft)).toBe(rate);
});
