import { describe, expect, test } from 'vitest';
import type { StoredItem } from '../../lambdas/ports.ts';
import { lateRoots, liveRoots } from '../../lambdas/sweep/live-roots.ts';

const at = (putAt: number, digest = `d${putAt}`): StoredItem => ({ area: 'source', digest, putAt });
const ROOTS = [at(30), at(10), at(40), at(20)];

describe('roots that were in force since', () => {
  test.each([
    ['before all of them: each', 5, ['d10', 'd20', 'd30', 'd40']],
    ['between two: those put later, and the one that was in force then', 25, ['d20', 'd30', 'd40']],
    ['the very time of a put: the one that it replaced too', 20, ['d10', 'd20', 'd30', 'd40']],
    ['just after it', 21, ['d20', 'd30', 'd40']],
    ['after all of them: the newest', 99, ['d40']],
  ])('%s', (_, since, expected) => {
    expect(liveRoots(ROOTS, undefined, since)).toEqual(expected);
  });

  test('the one that the head names always, and once', () => {
    expect(liveRoots(ROOTS, 'd10', 99)).toEqual(['d40', 'd10']);
    expect(liveRoots(ROOTS, 'd40', 99)).toEqual(['d40']);
    expect(liveRoots([], 'd1', 0)).toEqual(['d1']);
    expect(liveRoots([], undefined, 0)).toEqual([]);
  });
});

describe('items that replace each other, replaced since', () => {
  test.each([
    ['before all of them: each but the newest, of which nobody knows', 5, ['d10', 'd20', 'd30']],
    ['between two: those whose next one was put later', 25, ['d20', 'd30']],
    ['the very time of a put: the one that it replaced too', 20, ['d10', 'd20', 'd30']],
    ['just after it', 21, ['d20', 'd30']],
    ['after all of them: none', 99, []],
  ])('%s', (_, since, expected) => {
    expect(lateRoots(ROOTS, undefined, since).sort()).toEqual(expected);
  });

  test('two that were put at once replaced the one before and not each other', () => {
    const twins = [at(10), at(20, 'a'), at(20, 'b')];
    expect(lateRoots(twins, undefined, 15)).toEqual(['d10']);
    expect(lateRoots([...twins, at(30)], undefined, 25).sort()).toEqual(['a', 'b']);
  });

  test('the one that the head names always, and once', () => {
    expect(lateRoots(ROOTS, 'd40', 25)).toEqual(['d30', 'd20', 'd40']);
    expect(lateRoots(ROOTS, 'd20', 25)).toEqual(['d30', 'd20']);
  });
});
