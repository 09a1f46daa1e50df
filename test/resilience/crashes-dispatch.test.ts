import { expect, test } from 'vitest';
import { dispatch } from '../../lambdas/dispatch/dispatch.ts';
import { seedsOf } from '../../lambdas/dispatch/seeded.ts';
import type { DrivePort, QueuePort } from '../../lambdas/ports.ts';
import { BREAKS, breakable, breakableCalls, CrashPlan, LASTINGS } from '../support/crash-points.ts';
import { Crash } from '../support/intercept.ts';
import { plainRegistry } from '../support/plain-registry.ts';
import { tally } from '../support/tally.ts';

const ACCOUNTS = ['a@example.com', 'b@example.com'] as const;
const MINUTE = 60_000;

/** Twelve workbooks of two accounts and one that only the deployment knows; some have changed, some are due. */
async function fleet() {
  const at = { now: 1_000_000 };
  const registry = plainRegistry().open(() => at.now);
  const sent: string[] = [];
  const changed = new Map<string, number>();
  const drive: DrivePort = {
    startPageToken: async () => String(at.now),
    // What was read once is not told again.
    changesSince: async (token) => ({
      changed: new Map([...changed].filter(([, time]) => time > Number(token))),
      pageToken: String(at.now),
    }),
  };
  const queue: QueuePort = { send: async ({ workbook }) => void sent.push(workbook) };
  const tick = (plan = new CrashPlan()) =>
    dispatch({
      registry: breakable(registry, plan),
      queue: breakable(queue, plan),
      seeds: seedsOf(['seeded'], ACCOUNTS),
      drive: () => breakable(drive, plan),
      clock: () => at.now,
    });
  const all = Array.from({ length: 12 }, (_, i) => `book-${i}`);
  for (const [i, workbook] of all.entries())
    await registry.register({ workbook, title: workbook, account: ACCOUNTS[i % 2] ?? ACCOUNTS[0] });
  await tick();
  await registry.unregister('seeded');
  at.now += MINUTE;
  for (const workbook of all.slice(0, 5)) changed.set(workbook, at.now - 1_000);
  for (const workbook of all.slice(4, 8)) await registry.noteDue(workbook, at.now - 1);
  sent.length = 0;
  const noted = async () => ({
    registered: (await registry.list()).map(({ workbook, dueAt }) => [workbook, dueAt > at.now]),
    tokens: await Promise.all(ACCOUNTS.map((account) => registry.readPageToken(account))),
  });
  return { tick, sent, noted };
}

test.each(BREAKS.filter((when) => when !== 'half').flatMap((when) => LASTINGS.map((lasting) => ({ when, lasting }))))(
  'a tick whose calls break ($when, $lasting), then a clean one: nobody is forgotten',
  async ({ when, lasting }) => {
    const twin = await fleet();
    const counter = new CrashPlan();
    await twin.tick(counter);
    const calls = breakableCalls(counter.calls, when);
    expect(calls.length).toBeGreaterThan(15);
    for (const k of calls) {
      const one = await fleet();
      const plan = new CrashPlan({ k, when, lasting });
      await one.tick(plan).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await one.tick();
      expect(new Set(one.sent), plan.broke).toEqual(new Set(twin.sent));
      expect(await one.noted(), plan.broke).toEqual(await twin.noted());
    }
    tally('crash points through the ports', calls.length);
  },
);
