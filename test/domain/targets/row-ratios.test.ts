import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityNeeded, roundedUp } from '../../../lambdas/domain/targets/activity-needed.ts';
import { expectedCloses } from '../../../lambdas/domain/targets/expected-closes.ts';
import { startsPerClose } from '../../../lambdas/domain/targets/ratio-range.ts';
import { type RepSteps, rowRatios } from '../../../lambdas/domain/targets/row-ratios.ts';
import { shrunk } from '../../../lambdas/domain/targets/shrunk-ratio.ts';
import { rulesWith } from '../../support/week-rollups.ts';

const SETTINGS = rulesWith([]).settings;
const RATES = {
  start: 'attempt',
  opportunitiesPerAttempt: 0.4,
  asksPerOpportunity: 0.6,
  closesPerAsk: 0.3,
  followUpsPerStart: 0,
} as const;

const rep = (
  key: string,
  [attempts, followUps, opportunities, asks, closes]: readonly number[],
  more = {},
): RepSteps => ({
  key,
  segment: 'Inside',
  weekly: [
    {
      attempts: attempts ?? 0,
      followUps: followUps ?? 0,
      opportunities: opportunities ?? 0,
      asks: asks ?? 0,
      closes: closes ?? 0,
    },
  ],
  deals: 0,
  received: 0,
  ...more,
});

describe('activity needed', () => {
  test('12 closes at .30/.60/.40 take 40 asks, 67 opportunities, 167 attempts; rounded up only at the end', () => {
    expect(roundedUp(activityNeeded(12, RATES))).toEqual({
      closes: 12,
      asks: 40,
      opportunities: 67,
      attempts: 167,
      followUps: 0,
      msis: 274,
    });
  });

  test('follow-ups come with attempts; who starts at Opportunity needs no attempts, and follow-ups with opportunities', () => {
    expect(roundedUp(activityNeeded(3, { ...RATES, followUpsPerStart: 0.5 })).followUps).toBe(21); // 41.7 attempts
    expect(roundedUp(activityNeeded(3, { ...RATES, start: 'opportunity', followUpsPerStart: 0.5 }))).toEqual({
      closes: 3,
      asks: 10,
      opportunities: 17,
      attempts: 0,
      followUps: 9, // 16.67 / 2
      msis: 36,
    });
  });

  test('nothing is needed for no closes', () => {
    expect(Object.values(roundedUp(activityNeeded(0, RATES)))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('shrunk ratios', () => {
  test('(x + 10 prior) / (n + 10)', () => {
    expect(shrunk({ x: 3, n: 10 }, 0.5)).toBe(0.4);
    expect(shrunk({ x: 0, n: 0 }, 0.5)).toBe(0.5);
  });

  test('lie between the own ratio and the prior', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (x, n, prior) => {
          const value = shrunk({ x, n }, prior);
          expect(value).toBeGreaterThanOrEqual(Math.min(x / n, prior) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(x / n, prior) + 1e-9);
        },
      ),
    );
  });

  test('of a step that nobody types: what the ratio to it lacks the ratio from it makes up for', () => {
    // 300 attempts, 100 opportunities, no asks, 30 closes: 10 attempts a close.
    const ratios = rowRatios([rep('r:a', [300, 0, 100, 0, 30])], SETTINGS).get('r:a') ?? never();
    expect(ratios.closesPerAsk).toMatchObject({ own: { x: 30, n: 0 }, value: (30 + 3) / 10 });
    // 104/310 × 6/110 × 33/10 = 0.0604: 16.6 attempts. With 0.3 for the last it would be 182.
    const perAttempt =
      ratios.opportunitiesPerAttempt.value * ratios.asksPerOpportunity.value * ratios.closesPerAsk.value;
    expect(1 / perAttempt).toBeCloseTo(16.6, 1);
  });

  test('the prior is the segment without the rep, all cases together', () => {
    const ratios = rowRatios(
      [
        rep('r:a', [10, 0, 5, 0, 0]),
        rep('r:b', [100, 0, 10, 4, 1]),
        rep('r:c', [50, 0, 10, 4, 1]),
        rep('r:d', [50, 0, 20, 8, 2]),
        rep('r:field', [10, 0, 10, 10, 10], { segment: 'Field' }),
      ],
      SETTINGS,
    );
    // Peers 40/200 = 0.2; own 5/10 -> (5 + 2) / 20.
    expect(ratios.get('r:a')?.opportunitiesPerAttempt).toEqual({
      own: { x: 5, n: 10 },
      prior: 0.2,
      priorFrom: 'segment',
      value: 0.35,
    });
    expect(ratios.get('r:field')?.closesPerAsk).toEqual({
      own: { x: 10, n: 10 },
      prior: 0.3,
      priorFrom: 'default',
      value: (10 + 3) / 20,
    });
  });

  test('below 3 peers with cases, or where none of them ever got on, the default speaks and is named', () => {
    const two = rowRatios([rep('r:a', [0]), rep('r:b', [9, 0, 3]), rep('r:c', [9, 0, 3])], SETTINGS);
    expect(two.get('r:a')?.opportunitiesPerAttempt).toMatchObject({ prior: 0.4, priorFrom: 'default', value: 0.4 });
    const never = ['b', 'c', 'd'].map((name) => rep(`r:${name}`, [9, 0, 0]));
    expect(rowRatios([rep('r:a', [5]), ...never], SETTINGS).get('r:a')?.opportunitiesPerAttempt).toMatchObject({
      priorFrom: 'default',
      value: 4 / 15,
    });
  });

  test('who received more deals than worked first starts at Opportunity', () => {
    const start = (deals: number, received: number) =>
      rowRatios([rep('r:a', [0, 6, 12, 0, 0], { deals, received })], SETTINGS).get('r:a');
    expect(start(4, 5)).toMatchObject({ start: 'opportunity', followUpsPerStart: 0.5 });
    expect(start(5, 5)).toMatchObject({ start: 'attempt', followUpsPerStart: 0 });
  });
});

describe('the range', () => {
  const steady = Array.from({ length: 26 }, () => rep('', [100, 0, 20, 10, 5]).weekly[0] ?? never());
  const ratios = rowRatios([rep('r:a', [2600, 0, 520, 260, 130])], SETTINGS).get('r:a') ?? never();

  test('has no width where every week is like the other, and holds the estimate', () => {
    const range = startsPerClose(steady, ratios, 1) ?? never();
    expect(range.high).toBeCloseTo(range.low);
    expect(range.low).toBeCloseTo(
      activityNeeded(1, {
        ...RATES,
        opportunitiesPerAttempt: ratios.opportunitiesPerAttempt.value,
        asksPerOpportunity: ratios.asksPerOpportunity.value,
        closesPerAsk: ratios.closesPerAsk.value,
      }).attempts,
    );
  });

  test('is the same for the same seed, wider where weeks differ, absent for one week', () => {
    const uneven = steady.map((week, at) => ({ ...week, closes: at % 2 === 0 ? 10 : 0 }));
    const range = startsPerClose(uneven, ratios, 7) ?? never();
    expect(startsPerClose(uneven, ratios, 7)).toEqual(range);
    expect(range.high - range.low).toBeGreaterThan(1);
    expect(startsPerClose(uneven.slice(0, 1), ratios, 7)).toBeUndefined();
  });
});

test('Jane is expected to close more than Fred, who calls five times as much', () => {
  // Fred: 25 calls a day, 3 opportunities a week, 1 in 6 closes; Jane: 25 calls a week, 4 opportunities, 3 in 4.
  for (const weeks of [2, 4, 26]) {
    const fred = rep('r:fred', [125 * weeks, 0, 3 * weeks, 3 * weeks, weeks / 2]);
    const jane = rep('r:jane', [25 * weeks, 0, 4 * weeks, 4 * weeks, 3 * weeks]);
    const ratios = rowRatios([fred, jane], SETTINGS);
    const closes = (of: RepSteps): number => {
      const own = ratios.get(of.key) ?? never();
      const rates = {
        start: own.start,
        opportunitiesPerAttempt: own.opportunitiesPerAttempt.value,
        asksPerOpportunity: own.asksPerOpportunity.value,
        closesPerAsk: own.closesPerAsk.value,
        followUpsPerStart: 0,
      };
      return expectedCloses(of.weekly[0] ?? never(), rates) / weeks;
    };
    expect(closes(jane)).toBeGreaterThan(closes(fred));
    // By hand, 26 weeks: Fred (0.521 + 0.545 + 0.546) / 3, Jane (2.743 + 2.842 + 2.805) / 3.
    if (weeks === 26) expect([closes(fred), closes(jane)].map((n) => Math.round(n * 10) / 10)).toEqual([0.5, 2.8]);
  }
});

function never(): never {
  throw new Error('missing');
}

test('follow-ups beside each attempt are shrunk towards those of three peers', () => {
  const peers = ['r:b', 'r:c', 'r:d'].map((key) => rep(key, [100, 50, 0, 0, 0]));
  const of = (reps: readonly RepSteps[]) => rowRatios(reps, SETTINGS).get('r:a')?.followUpsPerStart;
  // None of 10, ten times 0.5 beside them.
  expect(of([rep('r:a', [10, 0, 0, 0, 0]), ...peers])).toBe(0.25);
  expect(of([rep('r:a', [10, 2, 0, 0, 0]), ...peers.slice(1)])).toBe(0.2);
});
