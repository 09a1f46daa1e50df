import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paceOf } from '../../../lambdas/domain/targets/pace.ts';

const THRESHOLDS = { onPace: 1, caution: 0.9 };

describe('pace', () => {
  test.each([
    // actual, target, elapsed, all -> expected, share, status
    [20, 50, 2, 5, 20, 1, 'on pace'],
    [30, 50, 2, 5, 20, 1.5, 'on pace'],
    [19, 50, 2, 5, 20, 0.95, 'caution'],
    [18, 50, 2, 5, 20, 0.9, 'caution'],
    [17, 50, 2, 5, 20, 0.85, 'behind'],
    [0, 50, 2.5, 5, 25, 0, 'behind'],
    [4, 25, 1, 5, 5, 0.8, 'behind'],
    [1, 12, 2, 5, 4.8, 1 / 4.8, 'too few to tell'],
    [3, 50, 0, 5, 0, undefined, 'too few to tell'],
    [3, 50, 0, 0, 0, undefined, 'off'],
    [0, 0, 3, 5, 0, undefined, 'too few to tell'],
  ] as const)('%d of %d a week after %d of %d days', (actual, target, elapsed, all, expected, share, status) => {
    const pace = paceOf(actual, target, { elapsed, all }, THRESHOLDS);
    expect(pace.expected).toBeCloseTo(expected);
    if (share === undefined) expect(pace.share).toBeUndefined();
    else expect(pace.share).toBeCloseTo(share);
    expect(pace.status).toBe(status);
  });

  test('thresholds are settings', () => {
    expect(paceOf(17, 50, { elapsed: 2, all: 5 }, { onPace: 0.8, caution: 0.5 }).status).toBe('on pace');
  });

  test('never falls when more was done', () => {
    const days = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), days, days, fc.nat(400), (actual, more, elapsed, all, target) => {
        const share = (done: number) =>
          paceOf(done, target, { elapsed: Math.min(elapsed, all), all }, THRESHOLDS).share ?? 0;
        expect(share(actual + more)).toBeGreaterThanOrEqual(share(actual));
      }),
    );
  });
});
