import { afterEach, describe, expect, test } from 'vitest';
import { type RestoreOptions, restoreAt } from '../../local/commands/restore.ts';
import { applyPlan, planFor } from '../../local/init/apply-plan.ts';
import { openCall } from '../../local/init/open-call.ts';
import { progress } from '../../local/progress.ts';
import { type Breakage, type BreakingProxies, breakingProxies } from '../support/breaking-proxy.ts';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { sheetOf } from '../support/e2e-tabs.ts';
import { emptyBook, everythingIn } from '../support/init.ts';
import { said } from '../support/said.ts';
import { scale, tally } from '../support/tally.ts';

/** Commands of people whose requests break, one after the other; then they are given once more, and nothing breaks. */
const HOW: readonly Breakage[] = ['lost', 'answer lost', 'answer cut'];
/** Once; or every further request is refused, as when the person's computer goes to sleep. */
const cases = HOW.flatMap((how) => [
  { how, rest: undefined, lasting: 'once' },
  { how, rest: 'refused' as const, lasting: 'and the rest never got through' },
]);
/** Within `npm test`, two of the six. */
const someCases = cases.filter((_, i) => i % scale(3, 1) === 0);
const OPTIONS = { examples: true };

let service: TestService | undefined;
let proxies: BreakingProxies | undefined;
afterEach(stop);

async function stop(): Promise<void> {
  await proxies?.close();
  await service?.close();
  [service, proxies] = [undefined, undefined];
}

async function started(options: Parameters<typeof testService>[0]): Promise<[TestService, BreakingProxies]> {
  service = await testService(options);
  proxies = await breakingProxies(service.env);
  return [service, proxies];
}

/** Resolves to whether the run had a `k`th request; with `rest` it fails or is done, without it is done. */
async function broken(
  at: BreakingProxies,
  k: number,
  { how, rest }: (typeof cases)[number],
  run: () => Promise<unknown>,
): Promise<boolean> {
  const from = at.arrivals.length;
  at.breaks = (n) => (n - from < k ? undefined : n - from === k ? how : rest);
  const ended = await run().then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );
  at.breaks = () => undefined;
  expect(ended, `request ${k}`).toMatch(rest ? /^(SheetsError|StoreError): |^done$/ : /^done$/);
  return at.arrivals.length - from > k;
}

/** `init` on whatever the spreadsheet holds. */
async function init(env: TestService['env']): Promise<void> {
  const { call } = openCall(env);
  await applyPlan(call, WORKBOOK, await planFor(call, WORKBOOK, OPTIONS), OPTIONS);
}

/** As text, without the numbers that the server makes up. */
const contentsOf = (one: TestService): string =>
  JSON.stringify(everythingIn(one)).replace(/"protectedRangeId":\d+/g, '"protectedRangeId":1');

const withTab = { ...emptyBook(), tabs: [{ title: 'Activity', rows: [['Date', 'Rep', 'Prospect', 'Activity']] }] };

describe.each([
  ['an empty spreadsheet', emptyBook()],
  ['a spreadsheet that has rows', withTab],
] as const)('init on %s', (_, book) => {
  test.each(someCases)('each request $how, $lasting', async (how) => {
    const twin = await testService({ book });
    await init(twin.env);
    const expected = contentsOf(twin);
    await twin.close();
    let points = 0;
    for (let k = 0, more = true; more; k += scale(2, 1)) {
      const [one, at] = await started({ book });
      more = await broken(at, k, how, () => init(at.env));
      await init(one.env);
      expect(contentsOf(one) === expected, `request ${k}`).toBe(true);
      points += Number(more);
      await stop();
    }
    expect(points).toBeGreaterThan(1);
    tally('crash points over HTTP', points);
  });
});

describe('restore', () => {
  const HALF_AN_HOUR = 1_800_000;
  const AT = '2026-11-20 15:15';

  const restored = (one: TestService, env: TestService['env']) =>
    said(() => {
      const options: RestoreOptions = { at: AT, settings: true };
      const at = { composed: one.composed(env), env, account: undefined, workbook: WORKBOOK };
      return restoreAt(at, options, progress({ quiet: true }));
    });
  const titles = ({ server }: TestService): string[] => server.workbook(WORKBOOK).sheets.map(({ title }) => title);
  const discard = (one: TestService): void => {
    for (const title of titles(one).filter((name) => name.startsWith('Restor')))
      one.server.edit(WORKBOOK, [{ deleteSheet: { sheetId: sheetOf(one.server, title).id } }]);
  };

  test.each(someCases)('of rows and settings: each request $how, $lasting', async (how) => {
    const [one, at] = await started({ book: smallSample(1) });
    await one.settle();
    one.now += HALF_AN_HOUR;
    one.server.edit(WORKBOOK, [
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 } } },
    ]);
    one.server.typeInto(WORKBOOK, 'Team!A20', [['Newcomer']]);
    await one.settle();
    expect(await restored(one, one.env)).toMatchObject({ code: 0 });
    expect(titles(one).filter((title) => title.startsWith('Restor'))).toHaveLength(2);
    const expected = everythingIn(one);
    let points = 0;
    for (let k = 0; ; k += scale(4, 1)) {
      discard(one);
      if (!(await broken(at, k, how, () => restored(one, at.env)))) break;
      expect(await restored(one, one.env), `request ${k}`).toMatchObject({ code: 0 });
      expect(everythingIn(one), `request ${k}`).toEqual(expected);
      points++;
    }
    expect(points).toBeGreaterThan(2);
    tally('crash points over HTTP', points);
  });
});
