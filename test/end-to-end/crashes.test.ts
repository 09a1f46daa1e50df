import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { runPipeline } from '../../local/pipeline.ts';
import { progress } from '../../local/progress.ts';
import type { Fault } from '../../local/sheets-server/faults.ts';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf } from '../support/e2e-tabs.ts';
import { visible, visibleOfTwin } from '../support/e2e-twin.ts';
import { type FaultProxy, faultProxy, type Fault as StoreFault } from '../support/store-faults.ts';

let service: TestService;
let dynamodb: FaultProxy;
beforeEach(async () => {
  service = await testService({ book: smallSample(1) });
  dynamodb = await faultProxy(service.env[ENV.dynamodbEndpoint] ?? '');
  await service.settle();
  const at = cellsOf(service.server, 'Activity').length + 1;
  service.server.typeInto(WORKBOOK, `Activity!A${at}:F${at}`, [
    ['20/11/2026', 'Jane', 'Acme', '', 'Ask', 'Proposal sent'],
  ]);
  service.now += 60_000;
});
afterEach(async () => {
  await dynamodb.close();
  await service.close();
});

const CHECK = 'values.batchUpdate';
const REPORT = 'spreadsheets.batchUpdate';
const LONG = 50;

/** One run that has so many milliseconds, as a function that reaches its time limit; says whether it came to its end. */
async function runFor(milliseconds: number): Promise<string> {
  const end = Date.now() + milliseconds;
  const env = { ...service.env, [ENV.dynamodbEndpoint]: dynamodb.endpoint };
  const composed = compose(env, { clock: () => service.now, deadline: () => end });
  return runPipeline(composed, { workbook: WORKBOOK }, progress({ quiet: true })).then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

/** One clean run, and everything is as if nothing had happened. */
async function expectMadeGood(): Promise<void> {
  service.server.faults.clear();
  const run = await service.run();
  expect(run.ingest.stop).toBeUndefined();
  const now = await visible(service);
  expect(now).toEqual(await visibleOfTwin(service));
  await service.settle();
  expect(await visible(service)).toEqual(now);
}

const answer = (operation: string, fault: Omit<Fault, 'match'>): void =>
  service.server.faults.next({ ...fault, match: (call) => call.operation === operation });

describe('an answer of Sheets that is lost', () => {
  test.each([503, 'cut'] as const)('once, after the report was applied (%s): the same run notices it', async (how) => {
    answer(REPORT, { answer: how, when: 'after' });
    const fence = (await service.head()).published?.fence ?? Number.NaN;
    expect(await runFor(30_000)).toBe('done');
    expect((await service.head()).published?.fence).toBe(fence + 1);
    await expectMadeGood();
  });

  test('and the function dies of it: the next run sees the fence and writes the report again', async () => {
    answer(REPORT, { answer: 503, when: 'after' });
    const stop = service.server.beforeCall(({ operation }) => {
      if (operation !== REPORT) return;
      stop();
      service.server.faults.next({ answer: 'cut', times: LONG });
    });
    expect(await runFor(1_500)).toMatch(/^SheetsError: /);
    // On a slow machine it may have died before it came so far.
    stop();
    await expectMadeGood();
  });

  test.each(['before', 'after'] as const)(
    'of the Check cells, %s they were written, until the function dies',
    async (when) => {
      answer(CHECK, { answer: 503, when, times: LONG });
      expect(await runFor(1_500)).toMatch(/^SheetsError: /);
      await expectMadeGood();
    },
  );

  test('of the read, again and again: nothing is written', async () => {
    answer('values.batchGetByDataFilter', { answer: 'cut', when: 'after', times: LONG });
    const head = await service.head();
    expect(await runFor(1_500)).toMatch(/^SheetsError: /);
    expect(await service.head()).toEqual(head);
    await expectMadeGood();
  });
});

describe('DynamoDB that is not there for a while', () => {
  const times = (count: number, fault: StoreFault) => Array.from({ length: count }, () => fault);
  const OPERATIONS = ['GetItem', 'BatchGetItem', 'BatchWriteItem', 'PutItem'];

  test('a little: the run waits and comes to its end', async () => {
    for (const operation of OPERATIONS) dynamodb.plan(operation, 'lost', { status: 500, type: 'InternalServerError' });
    expect(await runFor(30_000)).toBe('done');
    expect(await visible(service)).toEqual(await visibleOfTwin(service));
    await expectMadeGood();
  });

  test.each(OPERATIONS)('at every %s, until the function dies', async (operation) => {
    dynamodb.plan(operation, ...times(LONG, operation === 'PutItem' ? 'answer lost' : 'lost'));
    expect(await runFor(1_000)).toMatch(/^StoreError: /);
    await expectMadeGood();
  });
});
