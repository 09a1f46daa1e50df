import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TABLE_ACCESS } from '../../infra/table-access.ts';
import { ENV } from '../../lambdas/contract.ts';
import { handler as dispatch } from '../../lambdas/dispatch/handler.ts';
import { LOOK } from '../../lambdas/dispatch/look.ts';
import { handler as ingest } from '../../lambdas/ingest/handler.ts';
import { handler as report } from '../../lambdas/report/handler.ts';
import { handler as rollup } from '../../lambdas/rollup/handler.ts';
import { composeRegistry } from '../../lambdas/runtime/compose.ts';
import { handler as sweep } from '../../lambdas/sweep/handler.ts';
import { MID_AFTERNOON, smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { type LocalQueue, startLocalQueue } from '../support/local-queue.ts';
import { tableGuard } from '../support/table-guard.ts';

// The handlers ask for nothing else of it.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
const hint = { Records: [{ body: JSON.stringify({ workbook: WORKBOOK }) }] } as SQSEvent; // of which only bodies are read
const ACCOUNT = 'robot@project.iam.gserviceaccount.com';
const DAYS = 86_400_000;

let service: TestService;
let queue: LocalQueue;
beforeEach(async () => {
  // The clocks of the servers and of the handlers; timers stay real.
  vi.useFakeTimers({ toFake: ['Date'], now: MID_AFTERNOON });
  service = await testService({ book: smallSample(1) });
  queue = await startLocalQueue();
  for (const [name, value] of Object.entries(service.env)) vi.stubEnv(name, value);
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', queue.endpoint);
  vi.stubEnv(ENV.ingestQueue, `${queue.endpoint}/1/ingest.fifo`);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await queue.close();
  await service.close();
});

/** Runs a function with the leave that the deployment gives it, and no other. */
async function allowed(name: keyof typeof TABLE_ACCESS, run: () => Promise<unknown>): Promise<void> {
  const endpoint = service.env[ENV.dynamodbEndpoint] ?? '';
  const guard = await tableGuard(endpoint, TABLE_ACCESS[name]);
  vi.stubEnv(ENV.dynamodbEndpoint, guard.url);
  try {
    await run();
  } finally {
    vi.stubEnv(ENV.dynamodbEndpoint, endpoint);
    await guard.close();
  }
}

const stages = async (): Promise<void> => {
  await allowed('dispatch', () => dispatch({}, context));
  await allowed('ingest', () => ingest(hint, context));
  await allowed('rollup', () => rollup(hint, context));
  await allowed('report', () => report(hint, context));
};

test('each function gets by with its grants: a first run, an edit, a sweep that deletes', async () => {
  const registry = composeRegistry(service.env);
  await registry.register({ workbook: WORKBOOK, title: 'Sales', account: ACCOUNT });
  await stages();
  service.server.typeInto(WORKBOOK, 'Activity!A990', [['20/11/2026', 'Jane', 'Acme', 'Ask', 'Reached']]);
  await stages();
  // It puts page tokens and due times, and what is read back is what it put.
  expect(await registry.readPageToken(ACCOUNT)).toBeDefined();
  expect(await registry.find(WORKBOOK)).toMatchObject({ dueAt: Date.parse('2026-11-20T18:00:00Z') });

  const before = await items();
  vi.setSystemTime(Date.now() + 200 * DAYS);
  await allowed('sweep', () => sweep({}, context));
  expect(await items()).toBeLessThan(before);
});

test('what the doctor has dispatch do needs no more than a tick, and changes nothing', async () => {
  await composeRegistry(service.env).register({ workbook: WORKBOOK, title: 'Sales', account: ACCOUNT });
  await allowed('dispatch', async () =>
    expect(await dispatch(LOOK, context)).toEqual({ accounts: [{ account: ACCOUNT }] }),
  );
  expect(await composeRegistry(service.env).readPageToken(ACCOUNT)).toBeUndefined();
  expect(queue.sent).toEqual([]);
});

test('without a grant it is refused: the guard is awake', async () => {
  await expect(allowed('syncNow', () => rollup(hint, context))).rejects.toThrow(/GetItem/);
});

async function items(): Promise<number> {
  let count = 0;
  for await (const _ of service.store().listItems(WORKBOOK)) count++;
  return count;
}
