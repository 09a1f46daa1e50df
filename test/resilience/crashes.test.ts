import { describe, expect, test } from 'vitest';
import { BREAKS, type Break, breakableCalls, CrashPlan, LASTINGS, type Lasting } from '../support/crash-points.ts';
import { CRASH_SCENARIOS, type CrashScenario } from '../support/crash-scenarios.ts';
import type { WholeService } from '../support/crash-service.ts';
import { keptBy, rowsArchived, rowsInForce, rowsTyped, visibleOf } from '../support/crash-state.ts';
import { WORKBOOK } from '../support/ports.ts';
import { scale, tally } from '../support/tally.ts';

/** Of the calls, every how many; the first one differs from case to case. */
const STRIDE = scale(16, 1);
/** Rows that the scenario takes out of the sheet from before the day up to which they are archived. */
const ARCHIVED = 20;
const LONG = 200 * 86_400_000;
const cases = BREAKS.flatMap((when) => LASTINGS.map((lasting) => ({ when, lasting })));

describe.each(CRASH_SCENARIOS)('$name: a call breaks', (scenario) => {
  test.each(cases)('$when it is applied, lasting: $lasting', async ({ when, lasting }) => {
    const points = await crashEverywhere(scenario, when, lasting);
    expect(points).toBeGreaterThan(0);
    tally('crash points through the ports', points);
  });
});

/** Breaks each call of a run in turn; after one clean run everything is as if it had not happened. Returns how many. */
async function crashEverywhere(
  { prepare, run, archives }: CrashScenario,
  when: Break,
  lasting: Lasting,
): Promise<number> {
  const base = await prepare();
  const twin = base.fork();
  const counter = new CrashPlan();
  await twin.run({ ...run, plan: counter });
  await twin.settle();
  const expected = await endOf(twin, archives);
  const calls = breakableCalls(counter.calls, when);
  // At another place in each case.
  const first =
    cases.findIndex((each) => each.when === when && each.lasting === lasting) % Math.min(STRIDE, calls.length);
  let points = 0;
  for (const k of calls.filter((_, i) => i % STRIDE === first)) {
    const one = base.fork();
    const plan = new CrashPlan({ k, when, lasting });
    await one.run({ ...run, plan });
    if (plan.broke === undefined) throw new Error(`call ${k} was never made`);
    expectNoMix(one);
    await one.run(run);
    expectSame({ visible: visibleOf(one) }, { visible: expected.visible }, plan.broke);
    await one.settle();
    expectSame(await endOf(one, archives), expected, plan.broke);
    points++;
  }
  return points;
}

/** What is visible, what is kept, and what is left when a sweep has taken all that nothing leads to. */
async function endOf(one: WholeService, archives = false): Promise<{ visible: object; kept: object }> {
  const visible = visibleOf(one);
  expectStoreOfSheet(one, archives);
  const later = one.fork();
  later.now += LONG;
  await later.run({ stages: ['sweep'] });
  expectSame(visibleOf(later), visible, 'after the sweep');
  return { visible, kept: keptBy(later) };
}

/** `toEqual` for large things that are the same nearly always. */
function expectSame(now: object, expected: object, hint: string): void {
  if (JSON.stringify(now) !== JSON.stringify(expected)) expect(now, hint).toEqual(expected);
}

/** By a reading of sheet and store that shares no code with the service. */
function expectStoreOfSheet(one: WholeService, archives: boolean): void {
  const stopped = one.store.table.heads.get(WORKBOOK)?.stop !== undefined;
  expect(rowsArchived(one)).toBe(archives ? ARCHIVED : 0);
  if (stopped) expect(rowsTyped(one)).not.toEqual(rowsInForce(one));
  else expect(rowsTyped(one)).toEqual(rowsInForce(one));
}

/** Whatever broke: all items that are in force are there, and at most one fence stands. */
function expectNoMix(one: WholeService): void {
  rowsInForce(one);
  for (const { reports } of [one.sheet, one.other]) {
    const fences = [...reports.ranges].filter((name) => name.startsWith('leadsheet_gen_'));
    expect(fences.length).toBe(reports.tabs.has('Health') ? 1 : 0);
  }
}
