import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { handler as dispatchHandler } from '../../lambdas/dispatch/handler.ts';
import { handler as ingestHandler } from '../../lambdas/ingest/handler.ts';
import type { RegistryPort, StageHint } from '../../lambdas/ports.ts';
import { handler as reportHandler } from '../../lambdas/report/handler.ts';
import { handler as rollupHandler } from '../../lambdas/rollup/handler.ts';
import { composeRegistry } from '../../lambdas/runtime/compose.ts';
import { handler as sweepHandler } from '../../lambdas/sweep/handler.ts';
import { MID_AFTERNOON, smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { type LocalQueue, startLocalQueue } from '../support/local-queue.ts';

// The handlers ask for nothing else of it.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
const ACCOUNT = 'robot@project.iam.gserviceaccount.com';
const MINUTE = 60_000;
const EMPTY = { title: 'Empty', locale: 'en_GB', timeZone: 'Europe/London', tabs: [{ title: 'T', rows: [] }] };

let service: TestService;
let queue: LocalQueue;
let registry: RegistryPort;
let printed: string[];
beforeEach(async () => {
  // The clocks of the servers and of the handlers; timers stay real.
  vi.useFakeTimers({ toFake: ['Date'], now: MID_AFTERNOON });
  service = await testService({ book: smallSample(1) });
  queue = await startLocalQueue();
  for (const [name, value] of Object.entries(service.env)) vi.stubEnv(name, value);
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', queue.endpoint);
  vi.stubEnv(ENV.ingestQueue, `${queue.endpoint}/1/ingest.fifo`);
  registry = composeRegistry(service.env);
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await queue.close();
  await service.close();
});

/** A tick: the hints that it sent, and the calls that reached Google. */
async function tick(): Promise<{ hints: StageHint[]; calls: (string | undefined)[] }> {
  const [sent, calls] = [queue.sent.length, service.server.calls.length];
  await dispatchHandler({}, context);
  return {
    // What dispatch sends; some of them at once, so in any order.
    hints: queue.sent
      .slice(sent)
      .map(({ MessageBody }) => JSON.parse(MessageBody) as StageHint)
      .sort((a, b) => (a.workbook < b.workbook ? -1 : 1)),
    calls: service.server.calls.slice(calls).map(({ operation }) => operation),
  };
}
const later = (minutes: number): void => void vi.setSystemTime(Date.now() + minutes * MINUTE);
const type = (workbook: string): void => service.server.typeInto(workbook, 'A30', [['x']]);
const register = (workbook: string) => registry.register({ workbook, title: workbook, account: ACCOUNT });
const lastLine = () => JSON.parse(printed.at(-1) ?? '{}') as Record<string, unknown>; // a line of log()

/** Two workbooks are registered, and known to be up to date. */
async function started(): Promise<void> {
  for (const id of ['one', 'two', 'three']) service.server.addWorkbook({ ...EMPTY, id });
  await register('one');
  await register('two');
  expect((await tick()).hints).toHaveLength(2);
  later(1);
}

describe('dispatch, against Drive and the table', () => {
  test('the first tick sends who is registered, each as its own group, and begins the list of changes', async () => {
    await started();
    expect(queue.sent.map(({ MessageGroupId }) => MessageGroupId).sort()).toEqual(['one', 'two']);
    expect(new Set(queue.sent.map(({ MessageDeduplicationId }) => MessageDeduplicationId)).size).toBe(2);
    expect(service.server.calls.map(({ operation }) => operation)).toEqual(['drive.changes.getStartPageToken']);
    expect(lastLine()).toMatchObject({ event: 'dispatch', workbooks: 2, sent: 2, failed: 0, Ticks: 1, Sent: 2 });
  });

  test('an unchanged fleet is one request to Drive and no hint', async () => {
    await started();
    expect(await tick()).toEqual({ hints: [], calls: ['drive.changes.list'] });
    expect(lastLine()).toMatchObject({ Ticks: 1, Sent: 0 });
  });

  test('an edit is a hint that knows when it was, once; other files are none', async () => {
    await started();
    type('two');
    type('three');
    const at = Date.now();
    later(1);
    expect(await tick()).toEqual({
      hints: [{ workbook: 'two', account: ACCOUNT, changedAt: at }],
      calls: ['drive.changes.list'],
    });
    expect((await tick()).hints).toEqual([]);
  });

  test('a queue that refuses: the tick fails, and the edit is in the next one', async () => {
    await started();
    type('two');
    queue.refuse = true;
    await expect(tick()).rejects.toThrow(/^HTTP 4\d\d.* \(left out here/);
    queue.refuse = false;
    expect((await tick()).hints).toMatchObject([{ workbook: 'two' }]);
  });

  test('hours without a tick are caught up by one', async () => {
    await started();
    type('one');
    later(7 * 60);
    type('two');
    const { hints } = await tick();
    expect(hints.map(({ workbook }) => workbook)).toEqual(['one', 'two']);
    expect(hints.every(({ changedAt }) => changedAt !== undefined)).toBe(true);
    later(1);
    expect((await tick()).hints).toEqual([]);
  });

  test('a page token that Drive does not know: every workbook of the account, and on from a new one', async () => {
    await started();
    await registry.savePageToken(ACCOUNT, 'lost');
    expect(await tick()).toEqual({
      hints: [
        { workbook: 'one', account: ACCOUNT },
        { workbook: 'two', account: ACCOUNT },
      ],
      calls: ['drive.changes.list', 'drive.changes.getStartPageToken'],
    });
    type('one');
    expect((await tick()).hints).toMatchObject([{ workbook: 'one' }]);
  });

  test('an account that Drive refuses: what is due is sent, and the tick fails with what to do', async () => {
    await started();
    later(31);
    service.server.faults.next({ answer: 401 });
    const sent = queue.sent.length;
    await expect(tick()).rejects.toThrow(new RegExp(`1 of the service accounts.*${ACCOUNT}: Google does not accept`));
    expect(queue.sent).toHaveLength(sent + 2);
  });

  test('without a queue nothing is asked, and nothing is forgotten', async () => {
    vi.stubEnv(ENV.ingestQueue, '');
    await expect(dispatchHandler({}, context)).rejects.toThrow('LEADSHEET_INGEST_QUEUE');
    expect(service.server.calls).toEqual([]);
  });
});

test('from an edit to the tabs, and on to when the calendar makes work', async () => {
  await register(WORKBOOK);
  const run = async (): Promise<void> => {
    const { hints } = await tick();
    const event = { Records: hints.map((hint) => ({ body: JSON.stringify(hint) })) } as SQSEvent; // of which only bodies are read
    await ingestHandler(event, context);
    await rollupHandler(event, context);
    await reportHandler(event, context);
  };
  await run();
  // The sample is of London: after the cut-off at noon and the poll at 12, six in the evening is next.
  const due = { dueAt: Date.parse('2026-11-20T18:00:00Z') };
  expect(await registry.find(WORKBOOK)).toMatchObject(due);
  expect(lastLine()).toMatchObject({ event: 'report', status: 'published' });
  expect(lastLine()).not.toHaveProperty('Freshness');
  expect(printed.map((line) => JSON.parse(line)).find(({ event }) => event === 'ingest')).toMatchObject({
    RejectedShare: expect.any(Number),
  });

  later(1);
  service.server.typeInto(WORKBOOK, 'Activity!A990', [['20/11/2026', 'Jane', 'Acme', 'Ask', 'Reached']]);
  later(2);
  await run();
  expect(lastLine()).toMatchObject({ event: 'report', status: 'published', Freshness: 2 * MINUTE });
  // What Leadsheet wrote itself is looked at once more, and then it is quiet.
  later(1);
  await run();
  expect(lastLine()).toMatchObject({ event: 'report', status: 'unchanged' });
  expect(lastLine()).not.toHaveProperty('Freshness');
  later(1);
  expect((await tick()).hints).toEqual([]);
  expect(await registry.find(WORKBOOK)).toMatchObject(due);

  vi.setSystemTime(due.dueAt);
  expect((await tick()).hints).toEqual([{ workbook: WORKBOOK, account: ACCOUNT }]);

  service.server.replaceTab(WORKBOOK, 'Activity', [['Date', 'Rep']]);
  const stopped = { Records: [{ body: JSON.stringify({ workbook: WORKBOOK }) }] } as SQSEvent; // nor of this one
  await ingestHandler(stopped, context);
  expect(lastLine()).toMatchObject({ event: 'ingest', stopped: true, Stopped: 1 });

  await sweepHandler({}, context);
  await sweepHandler({ workbook: WORKBOOK }, context);
  expect(printed.slice(-2).map((line) => JSON.parse(line))).toMatchObject(
    Array(2).fill({ event: 'sweep', workbook: WORKBOOK, deleted: 0 }),
  );
  await expect(sweepHandler({ workbok: WORKBOOK }, context)).rejects.toThrow();
});
