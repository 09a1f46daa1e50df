import { afterEach, expect, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import { repFigures } from '../../lambdas/domain/weeks/week-rollup.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { runPipeline } from '../../local/pipeline.ts';
import { progress } from '../../local/progress.ts';
import { type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf } from '../support/e2e-tabs.ts';
import { testRandom } from '../support/simulated-team.ts';
import { SOAK_HEADER, SoakTeam } from '../support/soak-team.ts';
import { type Fault, type FaultProxy, faultProxy } from '../support/store-faults.ts';
import { scale, tally } from '../support/tally.ts';
import { serial } from '../support/trees.ts';

const FIRST = serial('2026-01-05');
const DAYS = scale(5, 8 * 7);
const REPS = scale(4, 20);
const SHARE = 0.05;
/** Time that a function has; a fault near its end is one that it dies of. */
const LIMIT_MS = 3_000;
const OPERATIONS = ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'BatchGetItem', 'BatchWriteItem'];

let service: TestService;
let dynamodb: FaultProxy;
afterEach(async () => {
  await dynamodb.close();
  await service.close();
});

const random = testRandom(11);
const oneOf = <T>(...some: readonly T[]): T | undefined => some[Math.floor(random() * some.length)];
const stored = (): Fault | undefined =>
  random() < SHARE ? oneOf<Fault>('lost', 'answer lost', 'answer cut') : undefined;

/** One run in which requests fail by chance; says how many did, and whether the run came to its end. */
async function faultyRun(): Promise<{ readonly met: number; readonly done: boolean }> {
  const plans = new Map(OPERATIONS.map((operation) => [operation, Array.from({ length: 12 }, stored)]));
  for (const [operation, faults] of plans) dynamodb.plan(operation, ...faults);
  const from = dynamodb.operations.length;
  const answers = [503, 503, 'cut', 'html'] as const;
  const sheets = answers.map((answer) => ({ answer, when: oneOf('before' as const, 'after' as const) ?? 'after' }));
  for (const fault of sheets) service.server.faults.next({ ...fault, probability: SHARE });
  const end = Date.now() + LIMIT_MS;
  const env = { ...service.env, [ENV.dynamodbEndpoint]: dynamodb.endpoint };
  const composed = compose(env, { clock: () => service.now, deadline: () => end });
  const done = await runPipeline(composed, { workbook: WORKBOOK }, progress({ quiet: true })).then(
    () => true,
    (error: Error) => {
      if (!/^(SheetsError|StoreError|MissingItem)$/.test(error.name)) throw error;
      return false;
    },
  );
  const used = dynamodb.operations.slice(from);
  const met = [...plans].flatMap(([operation, faults]) =>
    faults.slice(0, used.filter((each) => each === operation).length).filter((fault) => fault !== undefined),
  ).length;
  const ofSheets = sheets.length - service.server.faults.waiting;
  service.server.faults.clear();
  for (const operation of OPERATIONS) dynamodb.plan(operation);
  return { met: met + ofSheets, done };
}

test(`${DAYS} days of ${REPS} reps through the real clients, one request in twenty failing: what SQL counts`, async () => {
  service = await testService({
    book: { title: 'Soak', locale: 'en_GB', timeZone: 'Europe/Amsterdam', tabs: [{ title: 'Activity', rows: [] }] },
  });
  dynamodb = await faultProxy(service.env[ENV.dynamodbEndpoint] ?? '');
  const team = new SoakTeam({ reps: REPS, seed: 5, first: FIRST });
  let faults = 0;
  for (let n = 0; n < DAYS; n++) {
    team.live(FIRST + n, n + 1);
    service.now = (FIRST + n - 25_569) * 86_400_000 + 17 * 3_600_000;
    service.server.replaceTab(WORKBOOK, 'Activity', [[...SOAK_HEADER, 'Check'], ...team.cells()]);
    for (let tries = 0; tries < 2; tries++) {
      const { met, done } = await faultyRun();
      faults += met;
      if (done) break;
    }
  }
  tally('soak days', DAYS);
  tally('faults in the soak', faults);
  await service.settle();

  const { source, derived, ...head } = await service.head();
  if (source === undefined || !derived) throw new Error('there are no figures');
  const { weeks } = await loadFigures(service.store(), WORKBOOK, { ...head, source, derived }, (zone) =>
    asOfInstant(service.now, zone),
  );
  const counted = ['rows', 'touches', 'msis', 'attempts', 'followUps', 'opportunities', 'asks', 'closes'] as const;
  const told = [...weeks].flatMap(([week, rollup]) =>
    [...rollup.days.keys()].flatMap((rep) => {
      const figures = repFigures(rollup, rep, week, week + 6);
      const name = rep === 't' ? '*' : rep.slice(2);
      return counted.flatMap((figure) =>
        figures[figure] === 0 ? [] : [`${week} ${name} ${figure}: ${figures[figure]}`],
      );
    }),
  );
  const sql = [...team.ledger.figures(DAYS)]
    .filter(([what]) => counted.some((figure) => what.endsWith(` ${figure}`)))
    .map(([what, amount]) => `${what}: ${amount}`);
  expect(told.sort()).toEqual(sql.sort());

  const trend = cellsOf(service.server, TAB_SHEET_IDS.Trend);
  const lastWeek = FIRST + 7 * Math.floor((DAYS - 1) / 7);
  const msis = trend.find(([name]) => name === 'MSIs')?.[13];
  expect(msis ?? 0).toBe(team.ledger.figures(DAYS).get(`${lastWeek} * msis`) ?? 0);
  const health = cellsOf(service.server, TAB_SHEET_IDS.Health);
  expect(health.find(([name]) => name === 'Read')?.[1]).toBe(team.ledger.rows(DAYS));
  expect(faults).toBeGreaterThan(DAYS / 4);
});
