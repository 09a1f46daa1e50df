import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose } from '../../lambdas/runtime/compose.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { runPipeline } from '../../local/pipeline.ts';
import { progress } from '../../local/progress.ts';
import { type CrashPair, cleanRun, crashPair, stateOf } from '../support/crash-pair.ts';
import { WORKBOOK } from '../support/e2e-service.ts';
import { scale, tally } from '../support/tally.ts';

let pair: CrashPair;
beforeAll(async () => {
  pair = await crashPair({ settled: true });
  // Servers that are far away: a deadline strikes anywhere, mostly while an answer is waited for.
  pair.proxies.delay = () => 25;
});
afterAll(() => pair.close());

const POINTS = scale(8, 60);
/** What is kept back for ending in time (`runtime/time-left.ts`). */
const RESERVE_MS = 2_000;
/** Between the clock of a run and the arrival of a request that it sent. */
const ON_THE_WAY_MS = 150;

interface Ended {
  readonly how: string;
  /** Milliseconds that it took. */
  readonly took: number;
  /** Requests that arrived after the deadline. */
  readonly late: number;
}

async function runFor(milliseconds: number): Promise<Ended> {
  const { one, proxies } = pair;
  const from = proxies.arrivals.length;
  const begun = Date.now();
  const composed = compose(proxies.env, { clock: () => one.now, deadline: () => begun + milliseconds });
  const work = async () => {
    await runPipeline(composed, { workbook: WORKBOOK }, progress({ quiet: true }));
    await sweep(composed, { workbook: WORKBOOK });
  };
  const how = await work().then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );
  const late = proxies.arrivals.slice(from).filter((at) => at > begun + milliseconds + ON_THE_WAY_MS).length;
  return { how, took: Date.now() - begun, late };
}

test('a deadline anywhere in a run: it says so in time, asks nothing more, and the next run goes on', async () => {
  pair.edit(0);
  const whole = await runFor(600_000);
  expect(whole.how).toBe('done');
  await cleanRun(pair.twin, 'pipeline');
  let struck = 0;
  for (let point = 0; point < POINTS; point++) {
    pair.edit(point + 1);
    const deadline = Math.round((whole.took * (point + 0.5)) / POINTS);
    const { how, took, late } = await runFor(deadline);
    if (how !== 'done') {
      struck++;
      expect(how).toMatch(/^(Sheets|Store)Error: .*(time limit|next run|run it again|sync again)/i);
    }
    expect(took).toBeLessThan(deadline + RESERVE_MS);
    expect(late, how).toBe(0);
    for (const each of [pair.one, pair.twin]) await cleanRun(each, 'pipeline');
    const [{ items: _, ...now }, { items: __, ...expected }] = [await stateOf(pair.one), await stateOf(pair.twin)];
    if (JSON.stringify(now) !== JSON.stringify(expected)) expect(now, how).toEqual(expected);
    tally('time-outs', 1);
  }
  expect(struck).toBeGreaterThan(POINTS / 4);
});
