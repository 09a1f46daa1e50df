import { describe, expect, test } from 'vitest';
import { ratesOf } from '../../../lambdas/domain/targets/activity-needed.ts';
import { expectedCloses } from '../../../lambdas/domain/targets/expected-closes.ts';
import { repTargets } from '../../../lambdas/domain/targets/rep-targets.ts';
import { reportTargets } from '../../../lambdas/domain/targets/report-targets.ts';
import type { FixedTargets } from '../../../lambdas/domain/weeks/facts.ts';
import { serial } from '../../support/trees.ts';
import { Rollups, rulesWith, teamTab } from '../../support/week-rollups.ts';

const WEEK = serial('2026-11-16');
const FOUR = ['Ana', 'Ben', 'Cy', 'Di'];
const A_WEEK = { attempts: 40, opportunities: 10, asks: 5, closes: 1, closeAmount: 100_000 };
const rollups = () => FOUR.reduce((all, rep) => all.weekly('2026-05-18', '2026-11-09', rep, A_WEEK), new Rollups());
const GOALS = [
  ['Ana', '2026-10-01', 'Quarter', 13_200],
  ['Ben', '2026-10-01', 'Quarter', 26_400],
] as const;
const targets = (of: Rollups, fixed: readonly FixedTargets[] = [], team = FOUR) =>
  repTargets({ weeks: of.weeks, rules: rulesWith(GOALS, { Team: teamTab(...team) }), facts: { targets: fixed } }, WEEK);
const target = (n: number) => ({
  ...{ attempts: 4 * n, followUps: 3 * n, opportunities: 2 * n, asks: n, closes: n, msis: 10 * n },
});

describe('targets that are fixed', () => {
  test('stay as they were, for as long as nobody lacks one', () => {
    const both: FixedTargets = { week: WEEK, reps: { 'r:ana': target(1), 'r:ben': target(2), t: target(3) } };
    const { fixed, target: of } = targets(rollups(), [{ week: WEEK - 7, reps: {} }, both]);
    expect(fixed).toBe(both);
    expect([of('r:ana'), of('t'), of('r:cy')]).toEqual([target(1), target(3), undefined]);
  });

  test('of a rep who got a goal since are added, and the team is their sum', () => {
    const one: FixedTargets = { week: WEEK, reps: { 'r:ana': target(1), t: target(1) } };
    const { fixed, plan } = targets(rollups(), [one]);
    const ben = plan('r:ben')?.target;
    expect(ben?.closes).toBe(2);
    expect(fixed.reps).toMatchObject({ 'r:ana': target(1), 'r:ben': ben });
    expect(fixed.reps.t).toMatchObject({
      closes: 1 + 2,
      attempts: 4 + (ben?.attempts ?? 0),
      msis: 10 + (ben?.msis ?? 0),
    });
    expect(Object.keys(fixed.reps).sort()).toEqual(['r:ana', 'r:ben', 't']);
  });

  test('of another week are those of that week', () => {
    const other: FixedTargets = { week: WEEK - 7, reps: { 'r:ana': target(1), 'r:ben': target(2), t: target(3) } };
    expect(targets(rollups(), [other]).fixed).toMatchObject({ week: WEEK, reps: { 'r:ana': { closes: 1 } } });
  });
});

describe('closes a week to expect from what was done', () => {
  test('in the last four complete weeks, by the own ratios', () => {
    const more = rollups()
      .weekly('2026-10-19', '2026-11-09', 'Ana', { attempts: 40, opportunities: 10, asks: 5 })
      .on('2026-11-16', 'Ana', { attempts: 4000 });
    const { closesAWeek, basis } = targets(more);
    const ana = basis.reps.get('r:ana');
    const expected =
      ana &&
      expectedCloses({ ...A_WEEK, attempts: 80, opportunities: 20, asks: 10, followUps: 0 }, ratesOf(ana.ratios));
    expect(closesAWeek('r:ana')).toBeCloseTo(expected ?? Number.NaN, 10);
    expect(closesAWeek('r:ben')).toBeLessThan(closesAWeek('r:ana') ?? 0);
    expect([closesAWeek('t'), closesAWeek('r:nobody')]).toEqual([undefined, undefined]);
  });

  test('of two weeks, where there are no more', () => {
    const two = targets(new Rollups().weekly('2026-11-02', '2026-11-09', 'Ana', A_WEEK));
    const ana = two.basis.reps.get('r:ana');
    const expected = ana && expectedCloses({ ...A_WEEK, followUps: 0 }, ratesOf(ana.ratios));
    expect(two.closesAWeek('r:ana')).toBeCloseTo(expected ?? Number.NaN, 10);
  });

  test('in a rep’s first week from that week, and of one without rows none', () => {
    const { closesAWeek } = targets(rollups().on('2026-11-17', 'New', { asks: 10 }), [], [...FOUR, 'New', 'Idle']);
    // One close in ten asks, shrunk from none of ten toward one of five; attempts and opportunities foretell none.
    expect(closesAWeek('r:new')).toBeCloseTo(1 / 3, 10);
    expect(closesAWeek('r:idle')).toBe(0);
  });
});

test('the range of attempts for one close, which is the same each time; none from one week', () => {
  const uneven = rollups().weekly('2026-06-01', '2026-08-03', 'Ana', { attempts: 60, asks: 9 });
  const range = targets(uneven).startsPerClose('r:ana');
  expect(range?.low).toBeGreaterThan(10);
  expect(range?.high).toBeGreaterThan(range?.low ?? 0);
  expect(targets(uneven).startsPerClose('r:ana')).toEqual(range);
  expect(targets(new Rollups().on('2026-11-09', 'Ana', A_WEEK)).startsPerClose('r:ana')).toBeUndefined();
  expect(targets(uneven).startsPerClose('r:nobody')).toBeUndefined();
});

test('a report has the targets of three weeks, one that is asked for twice made once', () => {
  const sums = { weeks: rollups().weeks, rules: rulesWith(GOALS, { Team: teamTab(...FOUR) }), facts: { targets: [] } };
  const { current, shown, complete } = reportTargets(sums, { current: WEEK, shown: WEEK - 7, complete: WEEK - 7 });
  expect([current.basis.week, shown.basis.week]).toEqual([WEEK, WEEK - 7]);
  expect(complete).toBe(shown);
});
