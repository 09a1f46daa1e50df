import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlation, leadLag, leadLagOf, standsOut, strongestLag } from '../../../lambdas/domain/ratios/lead-lag.ts';
import { serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

describe('correlation', () => {
  test.each([
    [[1, 2, 3], [2, 4, 6], 1],
    [[1, 2, 3], [6, 4, 2], -1],
    [[1, 2, 3, 4], [1, 3, 2, 4], 0.8], // by hand: 4 / 5
    [[5, 5, 5], [1, 2, 3], undefined],
    [[], [], undefined],
  ])('%j with %j: %s', (a, b, r) => {
    const found = correlation(a, b);
    if (r === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(r, 12);
  });

  test('is between -1 and 1, the same both ways, and blind to scale', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (points) => {
        const [a, b] = [points.map(([x]) => x), points.map(([, y]) => y)];
        const r = correlation(a, b);
        if (r === undefined) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9);
        expect(correlation(b, a)).toBeCloseTo(r, 9);
        expect(
          correlation(
            a.map((x) => 3 * x + 7),
            b,
          ),
        ).toBeCloseTo(r, 9);
      }),
    );
  });
});

describe('lead and lag', () => {
  const msis = Array.from({ length: 30 }, (_, i) => (i * 7) % 11);

  test('closes that follow MSIs by three weeks show it', () => {
    const closes = msis.map((_, i) => (i < 3 ? 0 : (msis[i - 3] ?? 0)));
    const lags = leadLag(msis, closes);
    expect(lags?.map(({ n }) => n)).toEqual([30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18]);
    expect(strongestLag(lags ?? [])?.lag).toBe(3);
    expect(lags?.[3]?.r).toBeCloseTo(1, 12);
  });

  test('below 26 weeks there is none; closes that never vary go with nothing', () => {
    expect(leadLag(msis.slice(0, 25), msis.slice(0, 25))).toBeUndefined();
    const flat = leadLag(
      msis,
      msis.map(() => 2),
    );
    expect(flat?.every(({ r }) => r === undefined)).toBe(true);
    expect(strongestLag(flat ?? [])).toBeUndefined();
  });

  test('of a team: its complete weeks from the first with rows, the week of today not among them', () => {
    const rollups = new Rollups();
    // 30 weeks from Monday 5 January 2026; the closes follow two weeks later.
    msis.forEach((n, i) => {
      const monday = serial('2026-01-05') + 7 * i;
      rollups.on(monday, 'Ana', { attempts: n, closes: msis[i - 2] ?? 0 });
    });
    const { weeks, lags } = leadLagOf(rollups.weeks, serial('2026-01-05') + 7 * 29);
    expect(weeks).toBe(29);
    expect(strongestLag(lags ?? [])).toEqual({ lag: 2, n: 27, r: expect.closeTo(1, 9) });
    expect(leadLagOf(rollups.weeks, serial('2026-01-05') + 7 * 25)).toEqual({ weeks: 25 });
    expect(leadLagOf(new Map(), serial('2026-01-05'))).toEqual({ weeks: 0 });
  });

  test('MSIs of all four kinds lead, and closes are none of them', () => {
    const rollups = new Rollups();
    const kinds = ['attempts', 'followUps', 'opportunities', 'asks'] as const;
    msis.forEach((n, i) => {
      const monday = serial('2026-01-05') + 7 * i;
      // The kinds take turns; the sum of a week is n + 1.
      rollups.on(monday, 'Ana', { [kinds[i % 4] ?? 'asks']: n, [kinds[(i + 1) % 4] ?? 'asks']: 1 });
      rollups.on(monday, 'Ana', { closes: msis[i - 1] ?? 0 });
    });
    const { lags } = leadLagOf(rollups.weeks, serial('2026-01-05') + 7 * 30);
    expect(strongestLag(lags ?? [])).toEqual({ lag: 1, n: 29, r: expect.closeTo(1, 9) });
  });

  test('26 weeks are enough; of equal lags the shortest is the strongest', () => {
    expect(leadLag(msis.slice(0, 26), msis.slice(0, 26))).toHaveLength(13);
    const lags = [0.2, 0.5, 0.5].map((r, lag) => ({ lag, n: 30, r }));
    expect(strongestLag(lags)?.lag).toBe(1);
  });

  test('stands out above 2 ÷ √n: 0.4 of 25 weeks', () => {
    expect([0.4, 0.41, -0.41].map((r) => standsOut({ r, n: 25 }))).toEqual([false, true, true]);
    expect(standsOut({ n: 25 })).toBe(false);
  });
});
