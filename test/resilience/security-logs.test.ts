import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { handler as dispatch } from '../../lambdas/dispatch/handler.ts';
import { moveHead } from '../../lambdas/domain/trees/move-head.ts';
import { handler as ingest } from '../../lambdas/ingest/handler.ts';
import { handler as report } from '../../lambdas/report/handler.ts';
import { handler as rollup } from '../../lambdas/rollup/handler.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { handler as sweep } from '../../lambdas/sweep/handler.ts';
import { handler as syncNow } from '../../lambdas/sync-now/handler.ts';
import { type LocalService, startLocalService } from '../../local/service.ts';
import type { FileCell } from '../../local/sheets-server/workbook-file.ts';
import { aws, CANARY, sheetsAnswers, tableAnswers } from '../support/canary-answers.ts';
import { type FunctionLogs, functionLogs } from '../support/function-logs.ts';
import { type HttpAnswer, type LocalHttp, localHttp } from '../support/local-http.ts';
import { sqsAnswer } from '../support/sqs-answer.ts';
import { tally } from '../support/tally.ts';
import { activityRow, COLUMNS } from '../support/weird-workbook.ts';

const WORKBOOK = 'sheet-with-a-canary';
const ACCOUNT = 'leadsheet@project.iam.gserviceaccount.com';
const STAGES = { ingest, rollup, report };

const rows: FileCell[][] = [
  activityRow({ Rep: CANARY, Prospect: CANARY, Deal: CANARY, Outcome: CANARY, Notes: CANARY, 'Next step': CANARY }),
  activityRow({ Rep: CANARY, Activity: 'Close', Outcome: 'Booked', Prospect: CANARY }),
  ...['Date', 'Activity', 'Count', 'Amount', 'Minutes', 'Next step date'].map((column) =>
    activityRow({ [column]: CANARY }),
  ),
];
const SETTINGS: FileCell[][] = [
  ['Setting', 'Value'],
  [CANARY, CANARY],
  ['Currency', CANARY],
];
const tabs = {
  Activity: [[...COLUMNS, CANARY], ...rows],
  Settings: SETTINGS,
  Team: [
    ['Rep', 'Email', 'Aliases', 'Segment'],
    [CANARY, `${CANARY}@example.com`, CANARY, CANARY],
  ],
  Outcomes: [
    ['Outcome', 'Counts'],
    [CANARY, CANARY],
  ],
  [`${CANARY}`]: [[CANARY]],
};

let service: LocalService;
let queue: LocalHttp;
let messages: string[];
let logs: FunctionLogs;
const others: LocalHttp[] = [];

beforeAll(async () => {
  service = await startLocalService();
  queue = await localHttp((_, body) => sqsAnswer(messages, body));
  const sheets = Object.entries(tabs).map(([title, cells]) => ({ title, rows: cells }));
  service.sheets.addWorkbook({ id: WORKBOOK, title: CANARY, locale: 'en_GB', timeZone: 'Europe/London', tabs: sheets });
  const { registry } = compose(service.env);
  await registry.register({ workbook: WORKBOOK, title: CANARY, account: ACCOUNT });
});
afterAll(async () => {
  await Promise.all([...others, queue].map((each) => each.close()));
  await service.close();
});
beforeEach(() => {
  messages = [];
  const queues = Object.fromEntries(
    ['ingest', 'rollup', 'report'].map((name) => [name, `${queue.url}/1/${name}.fifo`]),
  );
  const env = {
    ...service.env,
    [ENV.ingestQueue]: queues.ingest,
    [ENV.rollupQueue]: queues.rollup,
    [ENV.reportQueue]: queues.report,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  logs = functionLogs();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  const found = [...logs.lines, ...messages].filter((line) => line.toLowerCase().includes(CANARY.toLowerCase()));
  expect(
    found.map((line) => line.slice(0, 2_000)),
    'lines with what people typed',
  ).toEqual([]);
  expect(logs.lines.length).toBeGreaterThan(0);
  tally('log lines searched', logs.lines.length + messages.length);
});

const hint = (body: unknown = { workbook: WORKBOOK, account: ACCOUNT }) => ({
  Records: [{ body: typeof body === 'string' ? body : JSON.stringify(body) }],
});
const all = async (): Promise<boolean[]> => {
  const ended: boolean[] = [];
  for (const stage of Object.values(STAGES)) ended.push(await logs.call(stage, hint()));
  return ended;
};
async function server(answer: (body: string) => HttpAnswer): Promise<string> {
  const made = await localHttp((_, body) => answer(body));
  others.push(made);
  return made.url;
}

describe('no line of a log holds what people typed', () => {
  test('when all goes well, with rejected rows and cells that cannot be used', async () => {
    expect(await all()).toEqual([true, true, true]);
    expect(await all()).toEqual([true, true, true]);
    expect(await logs.call(sweep, {})).toBe(true);
    expect(await logs.call(dispatch, {})).toBe(true);
    expect(messages.length).toBeGreaterThan(4);
    expect(service.sheets.workbook(WORKBOOK).sheetByTitle('Week')).toBeDefined();
  });

  test('when the sheet is refused and the message for it quotes a cell', async () => {
    service.sheets.replaceTab(WORKBOOK, 'Settings', [...SETTINGS, ['Time zone', CANARY]]);
    expect(await all()).toEqual([true, true, true]);
    const { stop } = (await compose(service.env).store.readHead(WORKBOOK)) ?? {};
    expect(stop?.message).toContain(CANARY);
    expect(logs.lines.join()).toContain('"stopped":true');
    service.sheets.replaceTab(WORKBOOK, 'Settings', SETTINGS);
    service.sheets.replaceTab(WORKBOOK, 'Activity', [[`${CANARY} `, 'Date', 'Date'], ...rows]);
    expect(await logs.call(ingest, hint())).toBe(true);
    service.sheets.replaceTab(WORKBOOK, 'Activity', tabs.Activity);
    expect(await all()).toEqual([true, true, true]);
  });

  test.each(Object.entries(sheetsAnswers))('when Google answers with %s', async (what, answer) => {
    vi.stubEnv(ENV.sheetsRootUrl, `${await server(answer)}/`);
    logs.left = 2_600;
    // A whole answer of another shape reads as a sheet without tabs, which is refused as such.
    expect(await logs.call(ingest, hint())).toBe(what === 'an answer of another shape');
    // Report finds nothing to do, or fails; the tick fails for its account.
    await logs.call(report, hint());
    await logs.call(dispatch, {});
  });

  test.each(Object.entries(tableAnswers))('when DynamoDB answers with %s', async (_, answer) => {
    logs.left = 2_600;
    vi.stubEnv(ENV.dynamodbEndpoint, await server(answer));
    for (const handler of [...Object.values(STAGES), dispatch, sweep])
      await logs.call(handler as typeof sweep, handler === sweep || handler === dispatch ? {} : hint());
    expect(logs.lines.join('\n')).toMatch(/Error/);
  });

  test('when an item of the table is no longer what was written', async () => {
    const { store } = compose(service.env);
    const before = await store.readHead(WORKBOOK);
    await store.putItems(WORKBOOK, [{ area: 'source', digest: 'spoilt', body: `${CANARY} is no JSON` }]);
    await moveHead(store, WORKBOOK, (head) => ({ ...head, source: 'spoilt', payload: 'other' }));
    expect(await all()).toContain(false);
    await moveHead(store, WORKBOOK, (head) => ({ ...head, source: before?.source ?? '' }));
  });

  test('when the queue refuses and echoes', async () => {
    const url = await server(aws(400, 'InvalidMessageContents'));
    for (const name of [ENV.ingestQueue, ENV.rollupQueue, ENV.reportQueue]) vi.stubEnv(name, `${url}/1/x.fifo`);
    expect(await logs.call(ingest, hint())).toBe(false);
    await logs.call(rollup, hint());
  });

  test.each([
    `{"workbook": ${CANARY}`,
    { workbook: `${CANARY} of a sheet` },
    { workbook: WORKBOOK, account: CANARY },
    CANARY,
  ])('when a message is none: %j', async (body) => {
    for (const stage of Object.values(STAGES)) expect(await logs.call(stage, hint(body))).toBe(false);
    expect(await logs.call(sweep, { workbook: `${CANARY}!` })).toBe(false);
  });

  test('when sync-now refuses', async () => {
    const post = (over: object) => ({
      requestContext: { http: { method: 'POST' } },
      headers: {},
      body: '',
      isBase64Encoded: false,
      ...over,
    });
    const bearer = { authorization: `Bearer ${CANARY}.${CANARY}.${CANARY}` };
    for (const event of [
      post({}),
      post({ headers: { [CANARY]: CANARY } }),
      post({ headers: bearer, body: CANARY }),
      post({ headers: bearer, body: JSON.stringify({ workbook: CANARY }) }),
      post({ body: CANARY.repeat(1_000) }),
    ])
      expect(await logs.call(syncNow, event)).toBe(true);
    expect(await logs.call(syncNow, { [CANARY]: CANARY })).toBe(false);
  });
});
