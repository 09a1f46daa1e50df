import { expect, test } from 'vitest';
import { changedWeek, isZero } from '../../../lambdas/domain/weeks/changed-week.ts';
import { weekDifferences } from '../../../lambdas/domain/weeks/week-differences.ts';
import {
  addCohort,
  addExit,
  addFigures,
  addTo,
  emptyWeek,
  type WeekRollup,
} from '../../../lambdas/domain/weeks/week-rollup.ts';

const PARTS: readonly (readonly [string, (week: WeekRollup, sign: 1 | -1) => void])[] = [
  ['figures of a day', (week, sign) => addFigures(week, 'r:ana', 3, [['closes', 1]], sign)],
  ['a cohort', (week, sign) => addCohort(week, 'r:ana', 'received', sign)],
  ['days to close', (week, sign) => addTo(week.daysToClose, 5, sign)],
  ['gaps', (week, sign) => addTo(week.gaps, 5, sign)],
  ['days in a step', (week, sign) => addTo(week.stepDays, '1:5', sign)],
  ['exits', (week, sign) => addExit(week, 'r:ana', '0n1', sign)],
];
/** A week in which all but one of the parts came and went again. */
function weekWith(only?: string): WeekRollup {
  const week = emptyWeek();
  for (const [name, add] of PARTS) {
    addFigures(week, 't', 3, [['msis', 1]], 1);
    add(week, 1);
    if (name !== only) add(week, -1);
    addFigures(week, 't', 3, [['msis', 1]], -1);
  }
  return week;
}

test('a week in which everything was taken away again is nothing', () => {
  expect([isZero(emptyWeek()), isZero(weekWith())]).toEqual([true, true]);
  expect(changedWeek('', weekWith())).toBe('');
});

test.each(PARTS)('%s alone make it something', (name) => {
  expect(isZero(weekWith(name))).toBe(false);
  expect(changedWeek('', weekWith(name))).not.toBe('');
});

test('what differs is what is left: weeks that are something, and deals that came or went', () => {
  const some = weekWith('exits');
  const rollups = new Map([
    [7, weekWith()],
    [14, some],
  ]);
  const decided = new Map([
    [
      7,
      new Map([
        ['line', 1],
        ['other', 0],
      ]),
    ],
    [14, new Map([['line', 0]])],
    [21, new Map<string, number>()],
  ]);
  const left = weekDifferences(rollups, decided);
  expect([...left.rollups]).toEqual([[14, some]]);
  expect([...left.decided.keys()]).toEqual([7]);
});
