import { describe, expect, test } from 'vitest';
import { crowdOf, drawCrowd } from '../../../lambdas/domain/forecast/crowd.ts';
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

describe('a crowd', () => {
  test('closes and earns as its deals do one by one', () => {
    const crowd = crowdOf({ deals: DEALS }, 0.25);
    if (!crowd) throw new Error('80 closes are many');
    const random = seeded(3);
    const runs = Array.from({ length: RUNS }, () => {
      let [closes, revenue] = [0, 0];
      drawCrowd(crowd, Float64Array.of(1, 1), 1, random, (_, deals, amount) => {
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
    for (let run = 0; crowd && run < 500; run++)
      drawCrowd(crowd, Float64Array.of(2, 1.5), 1, random, (horizon, deals) => {
        if (horizon === 0) first.push(deals);
      });
    expect(mean(first)).toBeGreaterThan(76); // 40 by the learned chances, twice that here
    expect(mean(first)).toBeLessThan(84);
  });

  test('few closes are no crowd', () => {
    expect(crowdOf({ deals: DEALS.slice(0, 50) }, 0)).toBeUndefined();
    expect(crowdOf({ deals: [] }, 0)).toBeUndefined();
  });
});
