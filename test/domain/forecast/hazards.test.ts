import { describe, expect, test } from 'vitest';
import { BANDS, bandOf, bandStart, cellOf } from '../../../lambdas/domain/forecast/age-bands.ts';
import { seenHazards, shrunkHazards } from '../../../lambdas/domain/forecast/hazards.ts';
import { standingDeal } from '../../../lambdas/domain/forecast/standing-deal.ts';
import {
  noCounts,
  type StepCounts,
  stepCounts,
  stepExits,
  totalCounts,
} from '../../../lambdas/domain/forecast/step-exits.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';

const ASK = 2;
const WEEK = [0, 7, 14, 21].map((days) => START + days);

function countsOf(lives: readonly Life[], from: number, rep = TEAM): StepCounts {
  const { weeks, openDeals } = historyOf(lives, from - 1);
  const whose = ({ reps }: { reps: readonly string[] }) => [TEAM, ...reps];
  return stepCounts(stepExits(weeks), openDeals.map(standingDeal), whose, from).get(rep) ?? noCounts();
}
const asked = (day: number, end?: Life['end'], more: Partial<Life> = {}): Life => ({
  reached: [day, day, day],
  ...(end && { end }),
  ...more,
});
const firstWeeks = (list: Float64Array, step = ASK) => [...list].slice(cellOf(step, 0), cellOf(step, 3));

describe('leaving a step, counted', () => {
  // Three asks on Monday: one booked on Thursday (week 0), one lost on the Thursday after (week 1), one open after 14 days.
  const three = [
    asked(START, { day: START + 3, how: 'won' }),
    asked(START, { day: START + 10, how: 'lost' }),
    asked(START),
  ];

  test('three deals: 1 of 3 leaves in the first week, 1 of 2 in the second', () => {
    const counts = countsOf(three, START + 14);
    expect(firstWeeks(counts.next)).toEqual([1, 0, 0]);
    expect(firstWeeks(counts.lost)).toEqual([0, 1, 0]);
    expect(firstWeeks(counts.atRisk)).toEqual([3, 2, 0]);
    const { next, lost } = seenHazards(counts);
    expect(firstWeeks(next)).toEqual([1 / 3, 0, 0]);
    // Nothing was at risk in the third week: as in the second.
    expect(firstWeeks(lost)).toEqual([0, 1 / 2, 1 / 2]);
  });

  test('a deal that stands there counts for the part of the week that has passed', () => {
    expect(firstWeeks(countsOf(three, START + 17).atRisk)).toEqual([3, 2, expect.closeTo(3 / 7, 12)]);
  });

  test('all three went through attempt and opportunity on their first day', () => {
    const { next, atRisk } = countsOf(three, START + 14);
    expect([firstWeeks(next, 0), firstWeeks(atRisk, 0), firstWeeks(next, 1)]).toEqual([
      [3, 0, 0],
      [3, 0, 0],
      [3, 0, 0],
    ]);
  });

  test('opening deals and orders without contact teach nothing', () => {
    const more = [
      asked(START, { day: START + 1, how: 'won' }, { marks: { opening: true } }),
      asked(START, undefined, { marks: { opening: true } }),
      asked(START, undefined, { marks: { closedFirst: true } }),
    ];
    expect(countsOf([...three, ...more], START + 14)).toEqual(countsOf(three, START + 14));
  });

  test('only what was seen in the 104 weeks before is at risk', () => {
    const from = START + 7 * 106;
    // Came in two weeks before the window, left in its first week: at risk there in its third week alone.
    const counts = countsOf([asked(START, { day: START + 14, how: 'won' })], from);
    expect([firstWeeks(counts.next), firstWeeks(counts.atRisk)]).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
    // Came in a week before it and left in its second week: at risk in two.
    const later = countsOf([asked(START + 7, { day: START + 21, how: 'won' })], from);
    expect(firstWeeks(later.atRisk)).toEqual([0, 1, 1]);
    expect(firstWeeks(countsOf([asked(START, { day: START + 13, how: 'won' })], from).next)).toEqual([0, 0, 0]);
    expect(firstWeeks(countsOf([asked(START)], from).atRisk)).toEqual([0, 0, 1]);
  });

  test('late weeks share a band, and the last one never ends', () => {
    expect([0, 7, 8, 11, 12, 51, 52, 500].map(bandOf)).toEqual([0, 7, 8, 8, 9, 11, 12, 12]);
    expect(bandStart(BANDS)).toBe(Number.POSITIVE_INFINITY);
    const counts = countsOf([asked(START), asked(START, { day: START + 7 * 10, how: 'lost' })], START + 7 * 14);
    // Weeks 8 to 11: four of the open deal, three of the one that left in the third of them.
    expect(counts.atRisk[cellOf(ASK, 8)]).toBe(7);
    expect(seenHazards(counts).lost[cellOf(ASK, 8)]).toBe(1 / 7);
  });

  test('by rep who worked it last', () => {
    const lives = [
      asked(START, { day: START + 1, how: 'won' }, { rep: 'ana' }),
      asked(START, undefined, { rep: 'ben' }),
    ];
    expect(firstWeeks(countsOf(lives, WEEK[1] ?? 0, 'r:ana').next)).toEqual([1, 0, 0]);
    expect(firstWeeks(countsOf(lives, WEEK[1] ?? 0, 'r:ben').atRisk)).toEqual([1, 0, 0]);
    expect(firstWeeks(countsOf(lives, WEEK[1] ?? 0).atRisk)).toEqual([2, 0, 0]);
  });
});

describe('shrinking', () => {
  const counts = (next: number, lost: number, atRisk: number): StepCounts => {
    const of = noCounts();
    of.next[0] = next;
    of.lost[0] = lost;
    of.atRisk[0] = atRisk;
    return of;
  };

  test('ten weeks at risk count for the prior: (x + 10 p) / (n + 10)', () => {
    const team = seenHazards(counts(20, 10, 100));
    expect([team.next[0], team.lost[0]]).toEqual([0.2, 0.1]);
    const rep = shrunkHazards(counts(5, 0, 10), team);
    expect([rep.next[0], rep.lost[0]]).toEqual([(5 + 2) / 20, (0 + 1) / 20]);
    expect(shrunkHazards(noCounts(), team)).toEqual(team);
  });

  test('a segment is the sum of its reps', () => {
    expect(totalCounts([counts(1, 2, 5), counts(3, 0, 5)])).toEqual(counts(4, 2, 10));
  });
});
