import { describe, expect, test } from 'vitest';
import { batchEntry, entryDelay } from '../../../lambdas/domain/recording/entry-delay.ts';
import { serial } from '../../support/trees.ts';

/** `2 5` = dated Tuesday (day 2), first seen on Friday of the same week; `12` = the Friday after. */
const entries = (...texts: readonly string[]) =>
  texts.map((text) => {
    const [day = 0, seen = 0] = text.split(' ').map(Number);
    return { day: serial('2026-02-01') + day, seen: serial('2026-02-01') + seen };
  });

describe('entry delay: working days from the date to the first sight, median', () => {
  test.each([
    [[], undefined],
    [['1 1'], 0],
    [['1 3'], 2],
    [['5 8'], 1], // Friday, seen on Monday
    [['5 6'], 0], // Friday, seen on Saturday: no working day went by
    [['3 1'], 0], // typed ahead
    [['1 1', '1 2', '1 4'], 1],
    [['1 1', '1 2'], 0.5],
    [['1 12', '1 3', '1 15', '1 10', '1 4'], 7], // 9 2 10 7 3
    [['1 4', '1 1', '1 2', '2 2'], 0.5], // 0 0 1 3
  ])('%j: %s', (texts, delay) => {
    expect(entryDelay(entries(...texts))).toBe(delay);
  });
});

describe('batch entry', () => {
  test.each([
    [['1 1', '2 2'], undefined], // two recorded days
    [['1 1', '2 2', '3 3'], { x: 1, n: 3 }],
    [['1 5', '2 5', '5 5', '5 5'], { x: 4, n: 4 }], // a week typed up on Friday
    [['1 6', '2 6', '3 3'], { x: 3, n: 3 }], // or on Saturday
  ])('%j: %j', (texts, share) => {
    expect(batchEntry(entries(...texts))).toEqual(share);
  });
});
