import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedWeek } from '../../../lambdas/domain/weeks/changed-week.ts';
import { FIGURES, type Figure } from '../../../lambdas/domain/weeks/figures.ts';
import {
  addCohort,
  addExit,
  addFigures,
  addTo,
  COHORT_FIGURES,
  cohortFigure,
  cohortOf,
  decodeWeek,
  emptyWeek,
  encodeCounts,
  encodeWeek,
  exitKey,
  mergeWeek,
  readExitKey,
  readStepDaysKey,
  repFigures,
  stepDaysKey,
  type WeekRollup,
} from '../../../lambdas/domain/weeks/week-rollup.ts';

type Part = (week: WeekRollup, sign: 1 | -1) => void;

/** One thing that rows and deals add to a week. */
const parts: fc.Arbitrary<Part> = (() => {
  const rep = fc.constantFrom('t', 'u', 'r:ana', 'r:ben', 'r:"cohort":[],[');
  const amount = fc.integer({ min: 1, max: 9 });
  const figure = fc.constantFrom<Figure>('rows', 'msis', 'closesWithAmount');
  return fc.oneof(
    fc.tuple(rep, fc.nat(6), figure, amount).map(
      ([key, day, name, n]): Part =>
        (week, sign) =>
          addFigures(week, key, day, [[name, n]], sign),
    ),
    fc.tuple(rep, fc.constantFrom(...COHORT_FIGURES), amount).map(
      ([key, name, n]): Part =>
        (week, sign) =>
          addCohort(week, key, name, sign * n),
    ),
    fc.tuple(fc.nat(40), amount).map(
      ([days, n]): Part =>
        (week, sign) =>
          addTo(week.daysToClose, days, sign * n),
    ),
    fc.tuple(fc.nat(40), amount).map(
      ([days, n]): Part =>
        (week, sign) =>
          addTo(week.gaps, days, sign * n),
    ),
    fc.tuple(fc.nat(2), fc.nat(40), amount).map(
      ([step, days, n]): Part =>
        (week, sign) =>
          addTo(week.stepDays, stepDaysKey(step, days), sign * n),
    ),
    fc.tuple(rep, fc.nat(2), fc.constantFrom('next' as const, 'lost' as const), fc.nat(30), amount).map(
      ([key, step, how, nth, n]): Part =>
        (week, sign) =>
          addExit(week, key, exitKey(step, how, nth), sign * n),
    ),
  );
})();

const weekWith = (all: readonly Part[]): WeekRollup => {
  const week = emptyWeek();
  for (const add of all) add(week, 1);
  return week;
};

describe('the sums of a week', () => {
  test('are the same text in any order, in one go or in two, and read back', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), fc.array(parts, { maxLength: 12 }), (some, more) => {
        const whole = encodeWeek(weekWith([...some, ...more]));
        expect(encodeWeek(weekWith([...more, ...some].reverse()))).toBe(whole);
        const merged = weekWith(some);
        mergeWeek(merged, weekWith(more));
        expect(encodeWeek(merged)).toBe(whole);
        expect(changedWeek(encodeWeek(weekWith(some)), weekWith(more))).toBe(whole);
        if (whole !== '') expect(encodeWeek(decodeWeek(whole))).toBe(whole);
      }),
    );
  });

  test('are nothing when all that was added is taken away', () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 12 }), (all) => {
        const week = weekWith(all);
        expect(encodeWeek(week)).not.toBe('');
        const stored = encodeWeek(week);
        const taken = emptyWeek();
        for (const add of all) add(taken, -1);
        expect(changedWeek(stored, taken)).toBe('');
        for (const add of all) add(week, -1);
        expect([encodeWeek(week), encodeCounts(week)]).toEqual(['', '']);
      }),
    );
  });

  // Stored weeks of other versions are compared with it: an accidental other form would compute everything anew.
  test('have one stored form: sorted, without zeros', () => {
    const week = emptyWeek();
    addFigures(week, 't', 3, [['msis', 2]], 1);
    addFigures(
      week,
      't',
      1,
      [
        ['rows', 4],
        ['msis', 1],
      ],
      1,
    );
    addFigures(week, 't', 0, [['rows', 1]], 1);
    addFigures(week, 't', 0, [['rows', 1]], -1);
    addFigures(week, 'r:ana', 1, [['touches', 7]], 1);
    addFigures(week, 'r:zoe', 1, [], 1);
    addCohort(week, 't', 'ask', 2);
    addCohort(week, 'r:ana', 'deals', 1);
    addCohort(week, 'r:zoe', 'deals', 0);
    addTo(week.daysToClose, 12, 1);
    addTo(week.daysToClose, 3, 2);
    addTo(week.gaps, 5, 0);
    addTo(week.stepDays, '1:4', 1);
    addExit(week, 't', '0>1', 1);
    addExit(week, 'r:zoe', '0x0', 0);
    expect(JSON.parse(encodeWeek(week))).toEqual({
      days: [
        ['r:ana', [[1, [0, 7]]]],
        [
          't',
          [
            [1, [4, 0, 1]],
            [3, [0, 0, 2]],
          ],
        ],
      ],
      cohort: [
        ['r:ana', [1]],
        ['t', [0, 0, 2]],
      ],
      daysToClose: [
        [3, 2],
        [12, 1],
      ],
      gaps: [],
      exits: [['t', [['0>1', 1]]]],
      stepDays: [['1:4', 1]],
    });
    const counts = JSON.parse(encodeCounts(week));
    expect(counts).toMatchObject({ cohort: [], daysToClose: [], gaps: [], exits: [], stepDays: [] });
    expect(counts.days).toEqual(JSON.parse(encodeWeek(week)).days);
  });

  test('that are cohorts alone are no counts', () => {
    const week = emptyWeek();
    addCohort(week, 't', 'deals', 1);
    expect(encodeCounts(week)).toBe('');
    expect(encodeWeek(week)).not.toBe('');
  });
});

describe('the figures of a rep', () => {
  const week = emptyWeek();
  addFigures(week, 'r:ana', 0, [['msis', 1]], 1);
  addFigures(
    week,
    'r:ana',
    3,
    [
      ['msis', 10],
      ['closesWithAmount', 5],
    ],
    1,
  );
  addFigures(week, 'r:ana', 6, [['msis', 100]], 1);
  addFigures(week, 'r:ben', 3, [['msis', 1000]], 1);

  test.each([
    [699, 0, 0],
    [700, 1, 0],
    [702, 1, 0],
    [703, 11, 5],
    [706, 111, 5],
    [800, 111, 5],
  ])('of the week of day 700 are those through day %i', (through, msis, closesWithAmount) => {
    const figures = repFigures(decodeWeek(encodeWeek(week)), 'r:ana', 700, through);
    expect(figures).toMatchObject({ msis, closesWithAmount, rows: 0 });
    expect(Object.keys(figures)).toEqual([...FIGURES]);
  });

  test('who has none are zeros', () => {
    for (const rollup of [week, undefined]) {
      expect(Object.values(repFigures(rollup, 'r:zoe', 700, 706))).toEqual(FIGURES.map(() => 0));
      expect(Object.values(cohortOf(rollup, 'r:zoe'))).toEqual(COHORT_FIGURES.map(() => 0));
      expect(cohortFigure(rollup, 'r:zoe', 'deals')).toBe(0);
    }
  });

  test('of deals first worked in the week are named', () => {
    const cohort = emptyWeek();
    addCohort(cohort, 'r:ana', 'won', 2);
    addCohort(cohort, 'r:ana', 'won', 1);
    addCohort(cohort, 'r:ana', 'ownAsksOn', 4);
    expect(cohortOf(cohort, 'r:ana')).toMatchObject({ deals: 0, won: 3, ownAsksOn: 4 });
    expect(cohortOf(emptyWeek(), 'r:ana')).toMatchObject({ won: 0, ownAsksOn: 0 });
    expect([cohortFigure(cohort, 'r:ana', 'won'), cohortFigure(cohort, 'r:ana', 'lost')]).toEqual([3, 0]);
  });
});

test.each([
  [0, 'next', 0, '0>0'],
  [2, 'lost', 51, '2x51'],
] as const)('step %i, %s, week %i is the key %s', (step, how, week, key) => {
  expect(exitKey(step, how, week)).toBe(key);
  expect(readExitKey(key)).toEqual({ step, how, week });
});

test('the days in a step have their key', () => {
  expect(stepDaysKey(1, 23)).toBe('1:23');
  expect(readStepDaysKey('1:23')).toEqual({ step: 1, days: 23 });
});
