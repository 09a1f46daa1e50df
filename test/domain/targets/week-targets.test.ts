import { describe, expect, test } from 'vitest';
import { repTargets, type TargetSums } from '../../../lambdas/domain/targets/rep-targets.ts';
import { targetBasis } from '../../../lambdas/domain/targets/target-basis.ts';
import { weekPlan } from '../../../lambdas/domain/targets/week-targets.ts';
import { serial } from '../../support/trees.ts';
import { Rollups, rulesWith, teamTab } from '../../support/week-rollups.ts';

const WEEK = serial('2026-11-16');
/** As they are fixed when nothing is fixed yet. */
const weekTargets = (weeks: TargetSums['weeks'], rules: TargetSums['rules'], week: number) =>
  repTargets({ weeks, rules, facts: { targets: [] } }, week).fixed;
/** 26 weeks to 15 November: 40 attempts, 10 opportunities, 5 asks, 1 close of 1000.00 a week; 20 follow-ups. */
const history = (...reps: readonly string[]): Rollups =>
  reps.reduce(
    (rollups, rep) =>
      rollups.weekly('2026-05-18', '2026-11-09', rep, {
        rows: 76,
        msis: 76,
        attempts: 40,
        followUps: 20,
        opportunities: 10,
        asks: 5,
        closes: 1,
        closeAmount: 100_000,
      }),
    new Rollups(),
  );
const FOUR = ['Ana', 'Ben', 'Cy', 'Di'];
// Four alike are each other's prior, so that shrinking changes nothing: 0.25, 0.5, 0.2; follow-ups 0.5 an attempt.
const Team = teamTab(...FOUR);

describe("the week's target", () => {
  test('by hand: a goal of 13 200 for 66 days is 200 a day, a deal of 1000 a week', () => {
    const rules = rulesWith([['Ana', '2026-10-01', 'Quarter', 13_200]], { Team });
    expect(weekTargets(history(...FOUR).weeks, rules, WEEK).reps['r:ana']).toEqual({
      closes: 1,
      asks: 5,
      opportunities: 10,
      attempts: 40,
      followUps: 20,
      msis: 75,
    });
  });

  test('whole numbers of the weeks add up to those of the period', () => {
    const rules = rulesWith([['Ana', '2026-10-05', 'Quarter', 4_000]], { Team });
    const closes = [];
    for (let week = serial('2026-10-05'); week < serial('2027-01-05'); week += 7) {
      const weeks = history(...FOUR).weeks;
      closes.push(weekTargets(weeks, rules, week).reps['r:ana']?.closes ?? 0);
    }
    expect(closes.reduce((sum, n) => sum + n, 0)).toBe(4);
    expect(Math.max(...closes)).toBe(1);
  });

  test('looks at nothing of its own week or later, so it stays when rows come', () => {
    const rules = rulesWith([['', '2026-10-01', 'Quarter', 50_000]], { Team });
    const before = weekTargets(history(...FOUR).weeks, rules, WEEK);
    const later = history(...FOUR)
      .on('2026-11-16', 'Ana', { attempts: 500, closes: 3, closeAmount: 9_000_000 })
      .daysToClose('2026-11-16', 90, 100);
    expect(weekTargets(later.weeks, rules, WEEK)).toEqual(before);
  });

  test('the team: the sum of the reps, two of whom share what the others leave', () => {
    const rules = rulesWith(
      [
        ['', '2026-10-01', 'Quarter', 39_600],
        ['Ana', '2026-10-01', 'Quarter', 13_200],
      ],
      { Team },
    );
    const { reps } = weekTargets(history(...FOUR).weeks, rules, WEEK);
    expect(reps['r:ana']?.attempts).toBe(40);
    const all = FOUR.map((name) => reps[`r:${name.toLowerCase()}`]?.msis ?? 0);
    expect(reps.t?.msis).toBe(all.reduce((sum, n) => sum + n, 0));
  });

  test('a holiday lowers it, a week of leave has none to do', () => {
    const Calendar = [
      ['Date', 'Rep or Segment', 'Kind'],
      [serial('2026-11-18'), '', 'Holiday'],
    ];
    for (let day = 16; day <= 20; day++) Calendar.push([serial(`2026-11-${day}`), 'Ben', 'Leave']);
    const goals = [
      ['Ana', '2026-10-01', 'Quarter', 13_000],
      ['Ben', '2026-10-01', 'Quarter', 12_000],
    ] as const;
    const { reps } = weekTargets(history(...FOUR).weeks, rulesWith(goals, { Team, Calendar }), WEEK);
    expect(reps['r:ana']?.attempts).toBe(32); // 200 a day for 4 days
    expect(reps['r:ben']).toEqual({ msis: 0, attempts: 0, followUps: 0, opportunities: 0, asks: 0, closes: 0 });
  });

  test('a week in two quarters takes its days from both', () => {
    const rules = rulesWith(
      [
        ['Ana', '2026-07-01', 'Quarter', 13_200],
        ['Ana', '2026-10-01', 'Quarter', 26_400],
      ],
      { Team },
    );
    const basis = targetBasis(history(...FOUR).weeks, rules, serial('2026-09-28'));
    // Mon-Wed at 200 a day (66 days), Thu-Fri at 400: 1400, 1.4 deals, 56 attempts, each part rounded up.
    expect(weekPlan(basis, 'r:ana')?.target.attempts).toBe(56);
  });

  test('a day that is alone in its goal has its share', () => {
    const rules = rulesWith(
      [
        ['Ana', '2026-11-01', 'Month', 4_200],
        ['Ana', '2026-12-01', 'Month', 9_200],
      ],
      { Team },
    );
    const basis = targetBasis(history(...FOUR).weeks, rules, serial('2026-11-30'));
    // Monday at 200, Tue-Fri at 400: 1800, 1.8 deals.
    expect(weekPlan(basis, 'r:ana')?.target.attempts).toBe(72);
  });

  test.each([
    [25, 'this'],
    [26, 'next'],
  ])('of 25 days left, deals that take %i days are in time: %s goal', (daysToClose, drivenBy) => {
    const rules = rulesWith(
      [
        ['Ana', '2026-10-01', 'Quarter', 13_200],
        ['Ana', '2027-01-01', 'Quarter', 25_600],
      ],
      { Team },
    );
    const { weeks } = history(...FOUR).daysToClose('2026-11-09', daysToClose, 9);
    expect(weekPlan(targetBasis(weeks, rules, serial('2026-12-07')), 'r:ana')).toMatchObject({ drivenBy });
  });

  test('when deals take longer than the days left, the next goal drives, or it is said that there is none', () => {
    const rollups = history(...FOUR).daysToClose('2026-11-09', 20, 9);
    const goals = [
      ['Ana', '2026-10-01', 'Quarter', 13_200],
      ['Ana', '2027-01-01', 'Quarter', 25_600],
    ] as const;
    const plan = (date: string, from = goals.slice()) =>
      weekPlan(targetBasis(rollups.weeks, rulesWith(from, { Team }), serial(date)), 'r:ana');
    expect(plan('2026-12-07')).toMatchObject({ drivenBy: 'this', target: { attempts: 40 } }); // 25 days left
    // 2027 has 64 weekdays in its first quarter: 400 a day.
    expect(plan('2026-12-14')).toMatchObject({ drivenBy: 'next', target: { attempts: 80 } }); // 18 days left
    expect(plan('2026-12-14', goals.slice(0, 1))).toMatchObject({ drivenBy: 'no next', target: { attempts: 40 } });
  });

  test('no goal or nothing that tells what a deal brings: no target', () => {
    expect(weekTargets(history(...FOUR).weeks, rulesWith([], { Team }), WEEK).reps).toEqual({});
    const rules = rulesWith([['Ana', '2026-10-01', 'Quarter', 13_200]], { Team });
    expect(weekTargets(new Map(), rules, WEEK).reps).toEqual({});
  });

  test('no closes anywhere: default ratios, the stated deal, and it says so', () => {
    const rules = rulesWith([['Ana', '2026-10-01', 'Quarter', 13_200]], {
      Team: [
        ['Rep', 'Average deal'],
        ['Ana', 1000],
      ],
    });
    const basis = targetBasis(new Map(), rules, WEEK);
    expect(basis.insufficientHistory).toBe(true);
    expect(basis.reps.get('r:ana')?.deal).toEqual({ amount: 100_000, from: 'Team' });
    expect(basis.reps.get('r:ana')?.ratios.closesPerAsk.priorFrom).toBe('default');
    // A close a week at .30/.60/.40: week 7 of the quarter has 6.4 of 13.2 closes behind it.
    expect(weekPlan(basis, 'r:ana')?.target).toMatchObject({ closes: 1, attempts: 14 });
    expect(targetBasis(history('Ana').weeks, rules, WEEK).insufficientHistory).toBe(false);
  });

  test('without a Team tab, who is named on rows shares the goal', () => {
    const { reps } = weekTargets(history('Ana', 'Ben').weeks, rulesWith([['', '2026-10-01', 'Quarter', 26_400]]), WEEK);
    expect(Object.keys(reps)).toEqual(['r:ana', 'r:ben', 't']);
    expect(reps['r:ana']?.closes).toBe(1);
  });

  test('attempts without an outcome are no attempts here, unless the settings count them', () => {
    const rollups = history(...FOUR).weekly('2026-05-18', '2026-11-09', 'Ana', {
      attempts: 40,
      unconfirmed: 40,
      msis: 40,
    });
    const ratio = (Settings: (string | number)[][]) =>
      targetBasis(rollups.weeks, rulesWith([], { Team, Settings }), WEEK).reps.get('r:ana')?.ratios
        .opportunitiesPerAttempt.own;
    expect(ratio([])).toEqual({ x: 260, n: 1040 });
    expect(
      ratio([
        ['Setting', 'Value'],
        ['Attempts without outcome', 'Count'],
      ]),
    ).toEqual({ x: 260, n: 2080 });
  });
});
