import { describe, expect, test } from 'vitest';
import { sellersOf } from '../../../lambdas/domain/targets/sellers.ts';
import { targetBasis } from '../../../lambdas/domain/targets/target-basis.ts';
import { serial } from '../../support/trees.ts';
import { Rollups, rulesWith } from '../../support/week-rollups.ts';

const WEEK = serial('2026-11-16');
const Team = [
  ['Rep', 'Segment', 'Average deal'],
  ['Ana', 'Inside', ''],
  ['Ben', 'Inside', ''],
  ['Cy', 'Field', ''],
  ['Di', '', 70],
];
const ROLLUPS = () =>
  new Rollups()
    .weekly('2026-10-26', '2026-11-09', 'Ana', { attempts: 40, opportunities: 10, asks: 5 })
    .on('2026-11-09', 'Ana', { closes: 2, closeAmount: 500_00 })
    .on('2026-11-02', 'Ben', { closes: 3, closeAmount: 900_00, attempts: 7 })
    .on('2026-11-03', 'Cy', { closes: 30, closeAmount: 30_00 })
    .on('2026-11-16', 'Ben', { closes: 100, closeAmount: 1, attempts: 900 })
    .cohort('2026-10-26', 'Ana', 'deals', 4)
    .cohort('2026-11-09', 'Ana', 'deals', 3)
    .cohort('2026-11-09', 'Ana', 'received', 2)
    .cohort('2026-11-16', 'Ana', 'received', 9);
const basisOf = (rollups: Rollups, tabs = {}) => targetBasis(rollups.weeks, rulesWith([], { Team, ...tabs }), WEEK);

describe('what a target is made from', () => {
  test('of a rep: the weeks since the first with rows, deals, and what was received before the week', () => {
    const ana = basisOf(ROLLUPS()).reps.get('r:ana');
    expect(ana).toMatchObject({ key: 'r:ana', segment: 'Inside', deals: 7, received: 2 });
    expect(ana?.weekly.map(({ attempts, closes }) => [attempts, closes])).toEqual([
      [40, 0],
      [40, 0],
      [40, 2],
    ]);
    expect(ana?.counts).toMatchObject({ attempts: 120, opportunities: 30, asks: 15, closes: 2 });
    expect(basisOf(ROLLUPS()).reps.get('r:di')).toMatchObject({ segment: '', weekly: [], deals: 0, received: 0 });
  });

  test('the deals that the others of the segment won', () => {
    const { reps } = basisOf(ROLLUPS());
    expect([...reps].map(([rep, { peersWon }]) => [rep, peersWon])).toEqual([
      ['r:ana', { closes: 3, amount: 900_00 }],
      ['r:ben', { closes: 2, amount: 500_00 }],
      ['r:cy', { closes: 0, amount: 0 }],
      ['r:di', { closes: 0, amount: 0 }],
    ]);
  });

  test('an average deal that is like those of the segment, what Team says, or the default in minor units', () => {
    const { reps } = basisOf(ROLLUPS());
    // Two of one's own are too few: 5 deals of 280 each in the segment; in the field deals are of 1 each.
    expect(reps.get('r:ana')?.deal?.amount).toBe(280_00);
    expect(reps.get('r:cy')?.deal?.amount).toBe(1_00);
    expect(reps.get('r:di')?.deal).toEqual({ amount: 70_00, from: 'Team' });
    const Settings = [
      ['Setting', 'Value'],
      ['Default average deal', 12.5],
    ];
    expect(basisOf(new Rollups(), { Settings }).reps.get('r:ana')?.deal?.amount).toBe(1250);
    expect('deal' in (basisOf(new Rollups()).reps.get('r:ana') ?? {})).toBe(false);
  });

  test('days to close, where there are closes; and whether there is a close at all', () => {
    const none = basisOf(new Rollups().on('2026-11-02', 'Ana', { attempts: 4 }));
    expect([none.insufficientHistory, 'daysToClose' in none]).toEqual([true, false]);
    const some = basisOf(ROLLUPS().daysToClose('2026-11-09', 12, 3));
    expect([some.insufficientHistory, some.daysToClose, some.week]).toEqual([false, 12, WEEK]);
  });
});

describe('who can have a target', () => {
  const past = [serial('2026-11-02'), serial('2026-11-09')];
  const keysOf = (tabs: Parameters<typeof rulesWith>[1], goals: Parameters<typeof rulesWith>[0] = []) =>
    sellersOf(rulesWith(goals, tabs), ROLLUPS().weeks, past).map(({ key, member }) => [key, member?.name]);

  test('those on Team, in its order, and nobody else', () => {
    const goals = [['Eve', '2026-11-01', 'Month', 5]] as const;
    expect(keysOf({ Team: [['Rep'], ['Zoe  Q'], ['Ana']] }, goals)).toEqual([
      ['r:zoe q', 'Zoe Q'],
      ['r:ana', 'Ana'],
    ]);
  });

  test('without a Team tab who is named on a row of these weeks or has a goal, by name; not the team, not nobody', () => {
    const rollups = ROLLUPS().on('2026-10-05', 'Old', { attempts: 1 });
    rollups.weeks.get(serial('2026-11-09'))?.days.set('u', new Map());
    const goals = [
      ['Zoe', '2026-11-01', 'Month', 5],
      ['', '2026-11-01', 'Month', 5],
      ['Abe', '2026-11-01', 'Month', 5],
    ] as const;
    expect(sellersOf(rulesWith(goals), rollups.weeks, [...past, serial('2026-08-03')])).toEqual(
      ['r:abe', 'r:ana', 'r:ben', 'r:cy', 'r:zoe'].map((key) => ({ key })),
    );
  });
});
