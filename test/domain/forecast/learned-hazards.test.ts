import { describe, expect, test } from 'vitest';
import { cellOf } from '../../../lambdas/domain/forecast/age-bands.ts';
import { seenHazards } from '../../../lambdas/domain/forecast/hazards.ts';
import { learnedHazards } from '../../../lambdas/domain/forecast/learned-hazards.ts';
import { pastOf } from '../../../lambdas/domain/forecast/past.ts';
import { standingDeal } from '../../../lambdas/domain/forecast/standing-deal.ts';
import { noCounts } from '../../../lambdas/domain/forecast/step-exits.ts';
import type { TeamMember } from '../../../lambdas/domain/inputs/team.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';
import { countsIn } from './made-standing.ts';

const FROM = START + 7;
const asks = (rep: string | undefined, won: number, lost: number, open: number): Life[] =>
  Array.from({ length: won + lost + open }, (_, at) => ({
    reached: [START, START, START],
    ...(rep !== undefined && { rep }),
    ...(at < won + lost && { end: { day: START + 3, how: at < won ? 'won' : 'lost' } }),
  }));
const MEMBERS: Partial<TeamMember>[] = [
  { name: 'Ana', segment: 'Inside' },
  { name: 'Ben', segment: 'Inside' },
  { name: 'Cleo', segment: 'Field' },
  { name: 'Dan' },
];
function learned(lives: readonly Life[], from = FROM) {
  const input = historyOf(lives, FROM - 1, MEMBERS);
  return learnedHazards(pastOf(input), input.openDeals.map(standingDeal), from);
}
/** Of an ask in its first week. */
const ask = cellOf(2, 0);

describe('what the history says of asks in their first week', () => {
  // At risk for a week: 10 of Ana, 5 of Ben, 4 of Cleo, 1 of Dan, who has no segment, 5 of nobody: 25.
  const lives = [
    ...asks('ana', 6, 1, 3),
    ...asks('ben', 0, 0, 5),
    ...asks('cleo', 2, 2, 0),
    ...asks('dan', 1, 0, 0),
    ...asks(undefined, 1, 0, 4),
  ];
  const prior = (left: number, atRisk: number, before: number) => (left + 10 * before) / (atRisk + 10);
  const inside = prior(6, 15, 10 / 25);
  const field = prior(2, 4, 10 / 25);

  test('the team: left of those at risk', () => {
    const { team, teamCounts } = learned(lives);
    expect([teamCounts.next[ask], teamCounts.lost[ask], teamCounts.atRisk[ask]]).toEqual([10, 3, 25]);
    expect([team.next[ask], team.lost[ask]]).toEqual([10 / 25, 3 / 25]);
  });

  test.each([
    ['r:ana', prior(6, 10, inside), prior(1, 10, prior(1, 15, 3 / 25))],
    ['r:ben', prior(0, 5, inside), prior(0, 5, prior(1, 15, 3 / 25))],
    ['r:cleo', prior(2, 4, field), prior(2, 4, prior(2, 4, 3 / 25))],
    ['r:dan', prior(1, 1, 10 / 25), prior(0, 1, 3 / 25)],
    ['u', prior(1, 5, 10 / 25), prior(0, 5, 3 / 25)],
    ['r:nobody', 10 / 25, 3 / 25],
  ])('%s: shrunk toward the segment, that toward the team', (rep, next, lost) => {
    const { of } = learned(lives);
    expect(of(rep).next[ask]).toBeCloseTo(next, 12);
    expect(of(rep).lost[ask]).toBeCloseTo(lost, 12);
  });

  test('a segment without deals is like the team', () => {
    const only = learned(asks('ana', 1, 0, 0));
    expect(only.of('r:cleo').next[ask]).toBe(1);
  });

  test('before a day nothing of that day or later is known', () => {
    const { teamCounts: early, of: whose } = learned(
      lives.filter(({ end }) => end !== undefined),
      START,
    );
    expect(early).toEqual(noCounts());
    expect(whose('r:ana').next[ask]).toBe(0);
    expect(learned([]).sameDay).toEqual([1 / 7, 1 / 7, 1 / 7]);
    // All came to the ask on their first day.
    expect(learned(lives).sameDay).toEqual([1, 1, 0]);
  });

  test('the past tells the team’s exits from those of reps', () => {
    const { exits, lines } = pastOf(historyOf(asks('ana', 1, 0, 1), FROM));
    expect([new Set(exits.team.map(({ rep }) => rep)), new Set(exits.reps.map(({ rep }) => rep))]).toEqual([
      new Set([TEAM]),
      new Set(['r:ana']),
    ]);
    expect(exits.team).toEqual(exits.reps.map((exit) => ({ ...exit, rep: TEAM })));
    expect(lines.map(({ state }) => state)).toEqual(['open', 'won']);
  });
});

describe('left ÷ at risk', () => {
  test('where nobody was at risk as in the band before, in each step anew', () => {
    const seen = countsIn(1, 2, 1, 3, 4);
    const { next, lost } = seenHazards(seen);
    const at = cellOf(1, 2);
    expect([next[at - 1], next[at], next[at + 1]]).toEqual([0, 0.25, 0.25]);
    expect([lost[at - 1], lost[at], lost[at + 1]]).toEqual([0, 0.75, 0.75]);
    expect([next[cellOf(1, 12)], next[cellOf(2, 0)], lost[cellOf(2, 0)]]).toEqual([0.25, 0, 0]);
  });

  test('a band in which deals stood and none left has no chance, whatever younger ones did', () => {
    const counts = countsIn(0, 0, 1, 0, 2);
    counts.atRisk[1] = 0.5;
    expect([...seenHazards(counts).next.slice(0, 3)]).toEqual([0.5, 0, 0]);
  });
});
