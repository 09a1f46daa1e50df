import { expect, test } from 'vitest';
import { changedWeek } from '../../../lambdas/domain/weeks/changed-week.ts';
import { weekDifferences, weeksAfter } from '../../../lambdas/domain/weeks/week-differences.ts';
import {
  addCohort,
  addExit,
  addFigures,
  addTo,
  emptyWeek,
  encodeWeek,
  type WeekRollup,
} from '../../../lambdas/domain/weeks/week-rollup.ts';
import { withoutZeros } from '../../../lambdas/domain/weeks/without-zeros.ts';

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
  expect([withoutZeros(emptyWeek()), withoutZeros(weekWith())]).toEqual([undefined, undefined]);
  expect(changedWeek('', weekWith())).toBe('');
});

test.each(PARTS)('%s alone make it something, and are all that is left', (name, add) => {
  const alone = emptyWeek();
  add(alone, 1);
  expect(withoutZeros(weekWith(name))).toEqual(alone);
  expect(changedWeek('', weekWith(name))).toBe(encodeWeek(alone));
});

test('what differs is what is left: weeks that are something, and deals that came or went', () => {
  const rollups = new Map([
    [7, weekWith()],
    [14, weekWith('exits')],
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
  expect([...left.rollups]).toEqual([[14, withoutZeros(weekWith('exits'))]]);
  expect(left.decided).toEqual(new Map([[7, new Map([['line', 1]])]]));
});

test('decided deals are stored sorted, each line once, and none as nothing', () => {
  const change = (...lines: [string, number][]) => ({ rollups: new Map(), decided: new Map([[7, new Map(lines)]]) });
  const after = (stored: string, ...lines: [string, number][]) =>
    weeksAfter({ rollups: new Map(), decided: new Map(stored === '' ? [] : [[7, stored]]) }, change(...lines)).get(7);
  expect(after('', ['b', 1], ['a', 2])).toEqual({ decided: '[["a",2],["b",1]]' });
  expect(after('[["a",2],["c",1]]', ['b', 1], ['c', -1], ['a', 1])).toEqual({ decided: '[["a",3],["b",1]]' });
  expect(after('[["a",2]]', ['a', -2])).toEqual({ decided: '' });
});
