import { describe, expect, test } from 'vitest';
import { type Crowd, crowdOf } from '../../../lambdas/domain/forecast/crowd.ts';
import { crowdsTogether, drawCrowds } from '../../../lambdas/domain/forecast/crowds.ts';
import type { DealOutlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { seeded } from '../../../lambdas/domain/forecast/random.ts';
import { testRandom } from '../../support/simulated-team.ts';

/** 400 deals: a third with an amount of their own; chances of about 10 % in a week and 20 % in two. */
const DEALS = Array.from({ length: 400 }, (_, i): DealOutlook => {
  const own = i % 3 === 0 ? { amount: 500 + (i % 7) * 100 } : {};
  const deal = { step: 1 as const, since: 0, firstReps: [], reps: [], learnedFrom: true, ...own };
  const chance = 0.09 + (i % 5) * 0.005;
  return { deal, step: 1, age: 10, within: Float64Array.of(chance, 2 * chance), amount: own.amount ?? 1000 };
});
const RUNS = 4000;
const UNEVEN = [0.5, 1.5]; // variance 0.25

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
const deviation = (of: readonly number[]) => Math.sqrt(mean(of.map((one) => (one - mean(of)) ** 2)));

/** Each deal asked for itself: an oracle that imports nothing of the code. */
function oneByOne(): { closes: number[]; revenue: number[] } {
  const random = testRandom(7);
  const runs = Array.from({ length: RUNS }, () => {
    let [closes, revenue] = [0, 0];
    for (const { deal, within, amount } of DEALS) {
      if (random() >= (within[1] ?? 0)) continue;
      closes += 1;
      revenue += deal.amount ?? amount * (UNEVEN[Math.floor(random() * 2)] ?? 1);
    }
    return { closes, revenue };
  });
  return { closes: runs.map(({ closes }) => closes), revenue: runs.map(({ revenue }) => revenue) };
}

function alone(crowd: Crowd, factors: readonly number[]) {
  const crowds = crowdsTogether([{ crowd, factors: Float64Array.from(factors) }], 1);
  if (!crowds) throw new Error('one is enough');
  return crowds;
}

describe('a crowd', () => {
  test('closes and earns as its deals do one by one', () => {
    const crowd = crowdOf({ deals: DEALS }, 0.25);
    if (!crowd) throw new Error('80 closes are many');
    const crowds = alone(crowd, [1, 1]);
    const random = seeded(3);
    const runs = Array.from({ length: RUNS }, () => {
      let [closes, revenue] = [0, 0];
      drawCrowds(crowds, random, (_, deals, amount) => {
        closes += deals;
        revenue += amount;
      });
      return { closes, revenue };
    });
    const drawn = { closes: runs.map((run) => run.closes), revenue: runs.map((run) => run.revenue) };
    const asked = oneByOne();
    for (const what of ['closes', 'revenue'] as const) {
      expect(mean(drawn[what]) / mean(asked[what])).toBeCloseTo(1, 1.5);
      expect(deviation(drawn[what]) / deviation(asked[what])).toBeGreaterThan(0.9);
      expect(deviation(drawn[what]) / deviation(asked[what])).toBeLessThan(1.1);
    }
  });

  test('by each horizon, with other chances', () => {
    const crowd = crowdOf({ deals: DEALS }, 0);
    const random = seeded(5);
    const first: number[] = [];
    if (!crowd) throw new Error('80 closes are many');
    const crowds = alone(crowd, [2, 1.5]);
    for (let run = 0; run < 500; run++)
      drawCrowds(crowds, random, (horizon, deals) => {
        if (horizon === 0) first.push(deals);
      });
    expect(mean(first)).toBeGreaterThan(76); // 40 by the learned chances, twice that here
    expect(mean(first)).toBeLessThan(84);
  });

  test('two crowds of unlike amounts close and earn together as each alone', () => {
    const small = crowdOf({ deals: DEALS }, 0.25);
    const large = crowdOf({ deals: DEALS.map(({ amount, ...deal }) => ({ ...deal, amount: 20 * amount })) }, 0.25);
    if (!small || !large) throw new Error('80 closes are many');
    const factors = Float64Array.of(1, 1);
    const both = crowdsTogether(
      [small, large].map((crowd) => ({ crowd, factors })),
      1,
    );
    if (!both) throw new Error('two are enough');
    const random = seeded(11);
    const runs = (crowds: typeof both) =>
      Array.from({ length: RUNS }, () => {
        let [closes, revenue] = [0, 0];
        drawCrowds(crowds, random, (_, deals, amount) => {
          closes += deals;
          revenue += amount;
        });
        return { closes, revenue };
      });
    const [ofSmall, ofLarge, together] = [runs(alone(small, [1, 1])), runs(alone(large, [1, 1])), runs(both)];
    const apart = ofSmall.map(({ closes, revenue }, run) => ({
      closes: closes + (ofLarge[run]?.closes ?? 0),
      revenue: revenue + (ofLarge[run]?.revenue ?? 0),
    }));
    for (const what of ['closes', 'revenue'] as const) {
      const [a, b] = [together.map((run) => run[what]), apart.map((run) => run[what])];
      expect(mean(a) / mean(b)).toBeCloseTo(1, 1.5);
      expect(deviation(a) / deviation(b)).toBeGreaterThan(0.93);
      expect(deviation(a) / deviation(b)).toBeLessThan(1.07);
    }
    expect(crowdsTogether([], 1)).toBeUndefined();
  });

  test('a deal closes once: by each horizon closes are binomial, and revenue varies as that of deals one by one', () => {
    const weeks = [0.3, 0.51, 0.657];
    const deals = Array.from({ length: 60 }, (_, i) => {
      const [deal] = DEALS.slice(i);
      if (!deal) throw new Error('there are 400');
      return { ...deal, within: Float64Array.from(weeks) };
    });
    const crowd = crowdOf({ deals }, 0.25);
    if (!crowd) throw new Error('39 closes are many');
    const crowds = alone(crowd, [1, 1, 1]);
    const random = seeded(13);
    const runs = Array.from({ length: RUNS }, () => {
      const closes = [0, 0, 0];
      let revenue = 0;
      drawCrowds(crowds, random, (horizon, some, amount) => {
        closes.forEach((_, at) => {
          if (at >= horizon) closes[at] = (closes[at] ?? 0) + some;
        });
        revenue += amount;
      });
      return { closes, revenue };
    });
    weeks.forEach((within, at) => {
      const closes = runs.map((run) => run.closes[at] ?? 0);
      expect(mean(closes) / (60 * within)).toBeCloseTo(1, 1.5);
      // Each is rounded to whole deals, which adds a twelfth to a variance of 12 to 15.
      expect(deviation(closes) ** 2 / (60 * within * (1 - within))).toBeGreaterThan(0.93);
      expect(deviation(closes) ** 2 / (60 * within * (1 - within))).toBeLessThan(1.07);
    });
    // An amount that nobody named varies by a quarter of its square; so does the number of those that close.
    const variance = deals.reduce((sum, { deal, amount }) => {
      const squares = amount ** 2 * (deal.amount === undefined ? 1.25 : 1);
      return sum + 0.657 * squares - (0.657 * amount) ** 2;
    }, 0);
    expect(deviation(runs.map(({ revenue }) => revenue)) ** 2 / variance).toBeGreaterThan(0.9);
    expect(deviation(runs.map(({ revenue }) => revenue)) ** 2 / variance).toBeLessThan(1.1);
  });

  test('few closes are no crowd', () => {
    expect(crowdOf({ deals: DEALS.slice(0, 50) }, 0)).toBeUndefined();
    expect(crowdOf({ deals: [] }, 0)).toBeUndefined();
  });
});
