import { afterEach, describe, expect, test } from 'vitest';
import { localToken } from '../../lambdas/google/auth.ts';
import type { Publication } from '../../lambdas/ports.ts';
import { fenceId } from '../../lambdas/sheets/fence.ts';
import { openSheets } from '../../lambdas/sheets/open-sheets.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { extentOf, firstPublication, lineChart, tableLayout } from '../support/sheets-layouts.ts';
import {
  type Answer,
  googleError,
  type ScriptedServer,
  startScriptedServer,
} from '../support/sheets-scripted-server.ts';

const done: Answer = { status: 200, body: { spreadsheetId: 'w' } };
const busy = googleError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
const refused = googleError(400, 'INVALID_ARGUMENT', 'Invalid requests[0]: something is not as it was');
const quota = googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded');

const week = tableLayout('Week', 3, [lineChart('MSIs', 4)]);
const health = tableLayout('Health', 1);
const from = { generation: 1, key: 'one' };
const to = { generation: 2, key: 'two' };
const later: Publication = {
  from,
  to,
  tabs: [
    { layout: week, previous: extentOf(week, 30, 10) },
    { layout: health, previous: extentOf(health, 10, 4) },
  ],
  addAsOfRange: false,
};

interface View {
  readonly fences?: readonly (typeof from)[];
  readonly ranges?: readonly { namedRangeId: string; name: string }[];
  readonly tabs?: readonly object[];
}

/** The answer to describe: by default what `later` supposes. */
function view({
  fences = [from],
  ranges = [],
  tabs = [tab(TAB_SHEET_IDS.Week), tab(TAB_SHEET_IDS.Health, [])],
}: View): Answer {
  const namedRanges = [...fences.map((fence) => ({ namedRangeId: fenceId(fence), name: 'x' })), ...ranges];
  return { status: 200, body: { sheets: tabs, namedRanges } };
}

function tab(sheetId: number, chartIds = [1_720_100_100], rowCount = 30, columnCount = 10, title = `Tab ${sheetId}`) {
  return {
    properties: { sheetId, title, gridProperties: { rowCount, columnCount } },
    charts: chartIds.map((chartId) => ({ chartId })),
  };
}

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

async function publish(publication: Publication, ...answers: readonly Answer[]) {
  server = await startScriptedServer(...answers);
  const sheets = openSheets({ auth: localToken('t'), rootUrl: server.rootUrl, sleep: async () => {} });
  const outcome = await sheets.publish('w', publication).catch((error: unknown) => error);
  return { outcome, methods: server.requests.map((request) => request.method) };
}

describe('published', () => {
  test('with one request', async () => {
    expect(await publish(later, done)).toEqual({ outcome: 'published', methods: ['POST'] });
  });

  test('after waiting for the quota', async () => {
    expect(await publish(later, quota, done)).toEqual({ outcome: 'published', methods: ['POST', 'POST'] });
  });

  test.each<[string, Answer]>([
    ['an error of the server', busy],
    ['a broken connection', 'reset'],
    ['an answer cut off', 'cut'],
    ['a web page', { status: 200, body: '<html>' }],
  ])('when %s hid that it was applied: the repeat is refused and our fence stands', async (_, lost) => {
    const { outcome, methods } = await publish(later, lost, refused, view({ fences: [to] }));
    expect({ outcome, methods }).toEqual({ outcome: 'published', methods: ['POST', 'POST', 'GET'] });
  });

  test('when every answer was lost and our fence stands', async () => {
    const { outcome } = await publish(later, busy, busy, busy, busy, busy, busy, view({ fences: [to] }));
    expect(outcome).toBe('published');
  });
});

describe('stale', () => {
  const stale: readonly (readonly [string, Publication, View])[] = [
    ['the fence is another one', later, { fences: [{ generation: 9, key: 'z' }] }],
    ['our fence stands already, put there by a twin', later, { fences: [from, to] }],
    ['a tab is gone', later, { tabs: [tab(TAB_SHEET_IDS.Health, [])] }],
    ['a chart is gone', later, { tabs: [tab(TAB_SHEET_IDS.Week, []), tab(TAB_SHEET_IDS.Health, [])] }],
    ['the grid shrank', later, { tabs: [tab(TAB_SHEET_IDS.Week, undefined, 29), tab(TAB_SHEET_IDS.Health, [])] }],
    [
      'the grid is narrower',
      later,
      { tabs: [tab(TAB_SHEET_IDS.Week, undefined, 30, 9), tab(TAB_SHEET_IDS.Health, [])] },
    ],
    ['a new tab is there already', firstPublication([week, health]), { fences: [], tabs: [tab(TAB_SHEET_IDS.Week)] }],
    ['its title was taken meanwhile', firstPublication([health]), { fences: [], tabs: [tab(5, [], 9, 9, 'HEALTH')] }],
    [
      'the as-of range is there already',
      firstPublication([health]),
      { fences: [], tabs: [], ranges: [{ namedRangeId: 'of a person', name: 'leadsheet_as_of' }] },
    ],
    ['Health is gone and not set up', { ...later, tabs: [] }, { tabs: [] }],
  ];
  test.each(stale)('when %s', async (_, publication, now) => {
    const { outcome, methods } = await publish(publication, refused, view(now));
    expect({ outcome, methods }).toEqual({ outcome: 'stale', methods: ['POST', 'GET'] });
  });

  test('when the answer was lost and somebody else published instead of us', async () => {
    const { outcome } = await publish(later, busy, refused, view({ fences: [{ generation: 2, key: 'else' }] }));
    expect(outcome).toBe('stale');
  });
});

describe('an error', () => {
  test('when Sheets refuses although the sheet is as supposed: the fault is in the request', async () => {
    const { outcome } = await publish(later, refused, view({}));
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('something is not as it was') });
  });

  test('when the answer was lost and nothing was applied', async () => {
    const { outcome } = await publish(later, busy, busy, busy, busy, busy, busy, view({}));
    expect(outcome).toMatchObject({ kind: 'unavailable' });
  });

  test('without a look at the sheet when it is not shared', async () => {
    const { outcome, methods } = await publish(later, googleError(403, 'PERMISSION_DENIED', 'no'));
    expect(outcome).toMatchObject({ kind: 'not-shared' });
    expect(methods).toEqual(['POST']);
  });
});
