import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CellsWire, ChartWire, StatusWire, TabWire } from '../../local/sheets-server/page/wire.ts';
import { running } from './support.ts';

const asked: string[] = [];
const { server } = await running({
  page: { status: () => ({ running: false, at: 5 }), onSync: (id) => void asked.push(id) },
});
afterAll(() => server.close());

const source = (column: number) => ({
  sourceRange: {
    sources: [{ sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: column, endColumnIndex: column + 1 }],
  },
});

const cell = (stringValue: string, uri: string, note?: string) => ({
  values: [{ userEnteredValue: { stringValue }, note, userEnteredFormat: { textFormat: { link: { uri } } } }],
});

beforeAll(() => {
  server.addWorkbook({
    id: 'page',
    title: 'A & <b>B</b>',
    locale: 'en_GB',
    timeZone: 'Europe/London',
    tabs: [
      {
        title: '<script>tab</script>',
        rows: [
          ['Week', 'Asks'],
          [46342, 3],
          [46349, 5],
          [46356, 4],
          ['<script>alert(1)</script>', '007'],
        ],
        formats: { 0: { type: 'DATE', pattern: 'd mmm yyyy' } },
        frozenRows: 1,
      },
    ],
  });
  const basicChart = {
    chartType: 'LINE',
    headerCount: 1,
    domains: [{ domain: source(0) }],
    series: [{ series: source(1), lineStyle: { type: 'MEDIUM_DASHED' } }],
  };
  const overlayPosition = { anchorCell: { sheetId: 0, rowIndex: 6, columnIndex: 1 }, offsetXPixels: 7 };
  server.edit('page', [
    { addChart: { chart: { spec: { title: 'Chart', basicChart }, position: { overlayPosition } } } },
    { addChart: { chart: { spec: { title: 'Bubbles', bubbleChart: {} }, position: { overlayPosition } } } },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 2 },
        fields: 'userEnteredValue,userEnteredFormat,note',
        rows: [
          { values: [{ userEnteredValue: { formulaValue: '=SPARKLINE(B2:B4)' } }] },
          cell('look', '#gid=0&range=A4', 'a "note" <'),
          cell('bad', 'javascript:alert(1)'),
          { values: [{ userEnteredValue: { formulaValue: '=IMPORTDATA(B2)' } }] },
        ],
      },
    },
    {
      setDataValidation: {
        range: { sheetId: 0, startRowIndex: 5, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 2 },
        rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Ask' }] }, showCustomUi: true },
      },
    },
    { addProtectedRange: { protectedRange: { range: { sheetId: 0, endColumnIndex: 1 }, description: 'kept' } } },
  ]);
});

const get = (path: string) => fetch(new URL(path, server.url));
const json = async <T>(path: string): Promise<T> => (await (await get(`w/page/${path}`)).json()) as T; // our own wire
const cells = () => json<CellsWire>('tab/0/cells?rows=0-10&columns=0-10');

it('escapes titles, and lets the browser run nothing but our own files', async () => {
  for (const path of ['', 'w/page']) {
    const response = await get(path);
    const text = await response.text();
    expect(text).not.toMatch(/<b>B|<script>/);
    expect(text).toContain('A &amp; &lt;b&gt;B&lt;/b&gt;');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'.*require-trusted-types-for 'script'/,
    );
  }
});

it('shows each cell as formatted, and as it would be typed again', async () => {
  const { rows, styles } = await cells();
  expect(rows[1]?.[0]).toMatchObject({ t: '16 Nov 2026', e: '16/11/2026' });
  expect(styles[rows[1]?.[0]?.s ?? -1]?.css).toBe('text-align:right');
  expect(rows[4]?.[0]).toMatchObject({ t: '<script>alert(1)</script>' });
  expect(rows[4]?.[1]).toEqual({ t: '007', e: "'007" });
});

it('tells of notes, safe links, sparklines, dropdowns and formulas that nobody computes', async () => {
  const { rows, choices } = await cells();
  expect(rows[1]?.[2]).toMatchObject({ spark: { kind: 'line', values: [3, 5, 4] } });
  expect(rows[2]?.[2]).toMatchObject({ t: 'look', note: 'a "note" <', link: '#gid=0&range=A4' });
  expect(rows[3]?.[2]).not.toHaveProperty('link');
  expect(rows[4]?.[2]).toEqual({ e: '=IMPORTDATA(B2)', unknown: true });
  expect(choices[rows[5]?.[1]?.choices ?? -1]).toEqual(['Ask']);
});

it('tells what is frozen, used and protected', async () => {
  expect(await json<TabWire>('tab/0')).toMatchObject({
    frozenRows: 1,
    usedRows: 5,
    usedColumns: 3,
    charts: 2,
    locked: [{ startRow: 0, endRow: 1000, startColumn: 0, endColumn: 1, why: 'kept' }],
  });
});

it('reads charts from their specs, and says which it cannot draw', async () => {
  const [line, bubbles] = await json<ChartWire[]>('tab/0/charts');
  expect(line).toMatchObject({
    place: { row: 6, column: 1, x: 7, y: 0, width: 600, height: 371 },
    drawing: {
      categories: ['16 Nov 2026', '23 Nov 2026', '30 Nov 2026'],
      series: [{ values: [3, 5, 4], dashed: true }],
    },
  });
  expect(bubbles).toMatchObject({ title: 'Bubbles', problem: 'A bubble chart is not drawn here; Sheets draws it.' });
});

it('tells version and sync, and passes "Sync now" on', async () => {
  const before = await json<StatusWire>('status');
  expect(before.sync).toEqual({ running: false, at: 5 });
  server.typeInto('page', "'<script>tab</script>'!B9", [['x']]);
  expect((await json<StatusWire>('status')).version).toBe(before.version + 1);
  expect((await fetch(new URL('w/page/sync', server.url), { method: 'POST' })).status).toBe(202);
  expect(asked).toEqual(['page']);
});

it('makes scripts and style from their sources', async () => {
  expect(await (await get('page/page.css')).text()).toContain('#grid');
  expect((await get('page/page.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
  expect((await get('page/constructor')).status).toBe(404);
});

it('says when there is nothing', async () => {
  for (const path of ['w/none', 'w/none/status', 'w/page/tab/99', 'w/page/nothing'])
    expect((await get(path)).status).toBe(404);
});

/** `fetch` would not let us send these headers. */
const statusOf = (method: string, path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(new URL(path, server.url), { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

it('refuses writes from pages of other addresses, and any request under a foreign name', async () => {
  const { host } = new URL(server.url);
  for (const path of ['w/page/sync', 'v4/spreadsheets/page:batchUpdate']) {
    expect(await statusOf('POST', path, { Origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf('POST', path, { Origin: 'null' })).toBe(403);
    expect(await statusOf('POST', path, { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await statusOf('POST', path, { Host: 'evil.example' })).toBe(403);
  }
  expect(await statusOf('GET', 'w/page/status', { Host: 'evil.example' })).toBe(403);
  expect(await statusOf('POST', 'w/page/sync', { Origin: `http://${host}` })).toBe(202);
  expect(await statusOf('GET', 'w/page/status', { Host: 'localhost:1' })).toBe(200);
});
