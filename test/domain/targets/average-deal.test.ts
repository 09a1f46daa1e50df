import { describe, expect, test } from 'vitest';
import { averageDealOf, wonBefore } from '../../../lambdas/domain/targets/average-deal.ts';
import { medianDaysToClose } from '../../../lambdas/domain/targets/median-days-to-close.ts';
import { serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

const won = (closes: number, amount: number) => ({ closes, amount });
const NONE = won(0, 0);

describe('what a usual deal brings', () => {
  const given = { own: NONE, stated: undefined, segment: NONE, team: NONE, setting: 0 };
  const all = { own: won(5, 500), stated: 7, segment: won(8, 1600), team: won(9, 2700), setting: 40 };

  test.each([
    ['five own deals', all, { amount: 100, from: 'own deals' }],
    ['four are too few: what Team says', { ...all, own: won(4, 400) }, { amount: 7, from: 'Team' }],
    ['five that brought nothing', { ...all, own: won(5, 0) }, { amount: 7, from: 'Team' }],
    ['the segment', { ...all, own: won(4, 400), stated: undefined }, { amount: 200, from: 'segment' }],
    [
      'a segment of own deals alone',
      { ...all, own: won(4, 400), segment: won(4, 400), stated: undefined },
      { amount: 100, from: 'few own deals' },
    ],
    ['the team', { ...all, own: won(1, 0), segment: won(1, 0), stated: undefined }, { amount: 300, from: 'team' }],
    [
      'a team of own deals alone',
      { ...given, own: won(2, 60), team: won(2, 60) },
      { amount: 30, from: 'few own deals' },
    ],
    ['the setting', { ...given, setting: 40 }, { amount: 40, from: 'Settings' }],
    ['nothing tells', given, undefined],
  ])('%s', (_, from, expected) => {
    expect(averageDealOf(from)).toEqual(expected);
  });
});

describe('of the 104 weeks before a week', () => {
  const BEFORE = serial('2026-02-02');
  const rollups = new Rollups()
    .on(BEFORE - 7, 'Ana', { closes: 2, closeAmount: 500 })
    .on(BEFORE - 5, 'Ana', { closes: 1, closeAmount: 40 })
    .on(BEFORE - 7, 'Ben', { closes: 9, closeAmount: 9 })
    .on(BEFORE - 7 * 104, 'Ana', { closes: 1, closeAmount: 1000 })
    .on(BEFORE - 7 * 105, 'Ana', { closes: 50, closeAmount: 50 })
    .on(BEFORE, 'Ana', { closes: 60, closeAmount: 60 });

  test('are the deals with an amount and what they brought', () => {
    expect(wonBefore(rollups.weeks, 'r:ana', BEFORE)).toEqual({ closes: 4, amount: 1540 });
    expect(wonBefore(rollups.weeks, 'r:zoe', BEFORE)).toEqual({ closes: 0, amount: 0 });
  });

  test.each<[[weeksAgo: number, days: number, deals: number][], number | undefined]>([
    [[], undefined],
    [[[1, 30, 1]], 30],
    [
      [
        [1, 30, 1],
        [1, 9, 1],
        [1, 100, 1],
      ],
      30,
    ], // by number, not as text
    [
      [
        [1, 30, 1],
        [1, 9, 1],
      ],
      9,
    ], // nearest rank
    [
      [
        [1, 5, 3],
        [2, 30, 2],
      ],
      5,
    ],
    [
      [
        [1, 5, 2],
        [2, 30, 3],
      ],
      30,
    ],
    [
      [
        [1, 5, 1],
        [2, 5, 1],
        [2, 4, 3],
      ],
      4,
    ],
    [
      [
        [0, 90, 9],
        [1, 5, 1],
        [104, 7, 2],
        [105, 80, 9],
        [-1, 70, 9],
      ],
      7,
    ],
  ])('is the median of the days to close: %j', (closed, median) => {
    const days = new Rollups();
    for (const [weeksAgo, count, deals] of closed)
      days.daysToClose(
        new Date((BEFORE - 7 * weeksAgo - 25_569) * 86_400_000).toISOString().slice(0, 10),
        count,
        deals,
      );
    expect(medianDaysToClose(days.weeks, BEFORE)).toBe(median);
  });
});
