import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../lambdas/domain/inputs/goals.ts';
import type { Period } from '../../../lambdas/domain/targets/goal-period.ts';
import { teamGoalUntil } from '../../../lambdas/domain/targets/team-goal.ts';
import { serial } from '../../support/trees.ts';

const Q4: Period = { start: serial('2026-10-01'), end: serial('2027-01-01') };
const [OCTOBER, NOVEMBER, DECEMBER] = ['2026-10-01', '2026-11-01', '2026-12-01'].map(serial) as [
  number,
  number,
  number,
];
const goal = (start: number, revenue: number, period: Goal['period'] = 'Month'): Goal => ({ start, period, revenue });

/** Reps together have a goal of 10 a day, all days alike. */
const tenADay = ({ start }: Period, end: number): number => 10 * (end - start);
const noGoals = (): undefined => undefined;
const everyDay = (from: number, to: number): number => to - from;
const until = (typed: readonly Goal[], end: number, ofReps: typeof tenADay | typeof noGoals = tenADay) =>
  teamGoalUntil(typed, Q4, end, ofReps, everyDay);

describe("the team's goal until a day", () => {
  test('is that of the reps where none is typed, and nothing where they have none', () => {
    expect(until([], Q4.end)).toBe(920);
    expect(until([], OCTOBER + 5)).toBe(50);
    expect(until([], OCTOBER)).toBe(0);
    expect(until([], Q4.end, noGoals)).toBeUndefined();
  });

  test('is as typed at the end, whatever the reps have', () => {
    expect(until([goal(OCTOBER, 7_000, 'Quarter')], Q4.end)).toBe(7_000);
    expect(until([goal(OCTOBER, 7_000, 'Quarter')], Q4.end + 9)).toBe(7_000);
  });

  test('before that, the share that is then expected of the reps', () => {
    const front = ({ start }: Period, end: number): number => Math.min(10, end - start);
    const typed = [goal(OCTOBER, 1_000, 'Quarter')];
    expect(until(typed, OCTOBER + 5, front)).toBe(500);
    expect(until(typed, OCTOBER + 20, front)).toBe(1_000);
    expect(until(typed, OCTOBER, front)).toBe(0);
  });

  test('or the share of the days, for reps who have no goal', () => {
    const typed = [goal(OCTOBER, 920, 'Quarter')];
    expect(until(typed, OCTOBER + 23, noGoals)).toBe(230);
    expect(until(typed, OCTOBER + 23, () => 0)).toBe(230);
    expect(
      teamGoalUntil(
        typed,
        Q4,
        OCTOBER + 23,
        () => undefined,
        () => 0,
      ),
    ).toBe(0);
  });

  test('goals of months add up; days that none covers have the sum of the reps', () => {
    // October 31 days of 10; November as typed; December half gone.
    const typed = [goal(NOVEMBER, 6_000)];
    expect(until(typed, Q4.end)).toBe(310 + 6_000 + 310);
    expect(until(typed, NOVEMBER)).toBe(310);
    expect(until(typed, NOVEMBER + 15)).toBe(310 + 3_000);
    expect(until(typed, DECEMBER)).toBe(310 + 6_000);
    expect(until(typed, DECEMBER + 1)).toBe(310 + 6_000 + 10);
    const all = [goal(DECEMBER, 300), goal(OCTOBER, 100), goal(NOVEMBER, 200)];
    expect(until(all, Q4.end)).toBe(600);
    expect(until(all, Q4.end, noGoals)).toBe(600);
    expect(until(all, DECEMBER, noGoals)).toBe(300);
  });

  test('of goals that overlap the longest counts, and what reaches out of the period does not', () => {
    expect(until([goal(NOVEMBER, 200), goal(OCTOBER, 7_000, 'Quarter')], Q4.end)).toBe(7_000);
    expect(until([goal(OCTOBER, 90_000, 'Year')], Q4.end)).toBe(920);
    expect(until([goal(NOVEMBER, 90_000, 'Quarter')], Q4.end)).toBe(920);
    expect(until([goal(serial('2026-09-01'), 90_000, 'Quarter')], Q4.end)).toBe(920);
    // Of two as long as each other the one that is typed first.
    expect(until([goal(OCTOBER, 100), goal(OCTOBER + 14, 400)], DECEMBER)).toBe(100 + 300);
    expect(until([goal(OCTOBER + 14, 400), goal(OCTOBER, 100)], DECEMBER)).toBe(140 + 400 + 160);
  });
});
