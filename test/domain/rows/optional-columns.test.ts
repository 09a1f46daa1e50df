import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { problemsOf, reading } from '../../support/rows.ts';

describe('count', () => {
  test.each<[Cell, number | undefined]>([
    [undefined, 1],
    ['', 1],
    [26, 26],
    ['26', 26],
    [' 26 ', 26],
    ['２６', 26],
    [1000, 1000],
    [0, undefined],
    [-1, undefined],
    [1.5, undefined],
    [1001, undefined],
    ['26x', undefined],
    ['many', undefined],
    [true, undefined],
    [46342.5, undefined],
  ])('%j is %s', (count, expected) => {
    expect(reading({ count }).row?.count).toBe(expected);
  });
});

describe('minutes and the next step', () => {
  test.each<[Cell, number | undefined]>([
    [30, 30],
    [' 45 ', 45],
    [0, 0],
    [undefined, undefined],
  ])('minutes %j are %s', (minutes, expected) => {
    expect(reading({ minutes })).toMatchObject({ problems: [] });
    expect(reading({ minutes }).row?.minutes).toBe(expected);
  });

  test.each<Cell>(['half an hour', -5, 12.5, 1441])('minutes %j are flagged, and the row counts', (minutes) => {
    expect(problemsOf({ minutes })).toEqual(['flagged minutes: minutes unreadable']);
    expect(reading({ minutes }).row?.minutes).toBeUndefined();
  });

  test('a next step date is a day; what is none is flagged', () => {
    expect(reading({ nextStepDate: 46342 }).row?.nextStepDate).toBe(46342);
    expect(reading({ nextStepDate: '2026-11-16' }).row?.nextStepDate).toBe(46342);
    expect(problemsOf({ nextStepDate: 'next week' })).toEqual(['flagged nextStepDate: next step date unreadable']);
  });
});
