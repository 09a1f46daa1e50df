import { afterEach, expect, test } from 'vitest';
import type { Breakage } from '../support/breaking-proxy.ts';
import { breakingRun, type CrashPair, cleanRun, crashPair, stateOf, type Work } from '../support/crash-pair.ts';
import { scale, tally } from '../support/tally.ts';

let pair: CrashPair | undefined;
afterEach(async () => {
  await pair?.close();
  pair = undefined;
});

const HOW: readonly Breakage[] = ['lost', 'answer lost', 'answer cut'];
const cases = HOW.flatMap((how) =>
  [false, true].map((forGood) => ({ how, forGood, times: forGood ? 'from then on' : 'once' })),
);
const STRIDE = scale(24, 1);
/** Within `npm test`, two of the six. */
const someCases = cases.filter((_, i) => i % scale(3, 1) === 0);

test.each(cases)('a run after an edit: each request $how, $times', async ({ how, forGood }) => {
  pair = await crashPair({ settled: true });
  let points = 0;
  for (let k = 0; await breakAt(pair, 'pipeline', k, how, forGood); k += STRIDE) points++;
  expect(points).toBeGreaterThan(0);
  tally('crash points over HTTP', points);
});

test.each(someCases)('a sweep: each request $how, $times', async ({ how, forGood }) => {
  pair = await crashPair({ settled: true });
  let points = 0;
  for (let k = 0; ; k += scale(24, 3)) {
    pair.edit(k);
    for (const each of [pair.one, pair.twin]) await cleanRun(each, 'pipeline');
    if (!(await breakAt(pair, 'sweep', k, how, forGood))) break;
    points++;
  }
  expect(points).toBeGreaterThan(0);
  tally('crash points over HTTP', points);
});

test.each(someCases)('the first load: each request $how, $times', async ({ how, forGood }) => {
  let points = 0;
  for (let k = 0, more = true; more; k += scale(40, 4)) {
    pair = await crashPair({ settled: false });
    more = await breakAt(pair, 'pipeline', k, how, forGood);
    if (more) points++;
    await pair.close();
    pair = undefined;
  }
  expect(points).toBeGreaterThan(0);
  tally('crash points over HTTP', points);
});

/** False when the run was over before its `k`th request. */
async function breakAt(two: CrashPair, work: Work, k: number, how: Breakage, forGood: boolean): Promise<boolean> {
  const { one, twin } = two;
  if (work === 'pipeline') two.edit(k);
  const { broke, ended } = await breakingRun(two, work, k, how, forGood);
  if (broke && !forGood) expect(ended, `request ${k}`).toBe('done');
  if (broke && forGood) expect(ended, `request ${k}`).toMatch(/^(SheetsError|StoreError): |^done$/);
  await cleanRun(one, work);
  await cleanRun(twin, work);
  const [now, expected] = [await stateOf(one), await stateOf(twin)];
  // Items that a broken run left behind are taken by the sweep.
  const same = work === 'sweep' ? now : { ...now, items: expected.items };
  if (JSON.stringify(same) !== JSON.stringify(expected)) expect(same, `request ${k}: ${ended}`).toEqual(expected);
  return broke;
}
