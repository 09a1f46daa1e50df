import { afterAll, beforeAll, expect, it } from 'vitest';
import { running } from './support.ts';

const { server } = await running();
afterAll(() => server.close());

const source = (column: number) => ({
  sourceRange: {
    sources: [{ sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: column, endColumnIndex: column + 1 }],
  },
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
        rows: [['Week', 'Asks <i>'], [46342, 3], [46349, 5], [46356, 4], ['<script>alert(1)</script>']],
        formats: { 0: { type: 'DATE', pattern: 'd mmm yyyy' } },
        frozenRows: 1,
      },
      { title: 'Long', rows: Array.from({ length: 1100 }, (_, row) => [`row ${row + 1}`]) },
    ],
  });
  const basicChart = {
    chartType: 'LINE',
    headerCount: 1,
    domains: [{ domain: source(0) }],
    series: [{ series: source(1), lineStyle: { type: 'MEDIUM_DASHED' } }],
  };
  server.edit('page', [
    {
      addChart: {
        chart: {
          spec: { title: 'Chart <script>', basicChart },
          position: { overlayPosition: { anchorCell: { sheetId: 0 } } },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 2 },
        fields: 'userEnteredValue,userEnteredFormat,note',
        rows: [
          { values: [{ userEnteredValue: { formulaValue: '=SPARKLINE(B2:B4)' } }] },
          {
            values: [
              {
                userEnteredValue: { stringValue: 'look' },
                note: 'a "note" <',
                userEnteredFormat: { textFormat: { link: { uri: '#gid=0&range=A4' } } },
              },
            ],
          },
          {
            values: [
              {
                userEnteredValue: { stringValue: 'bad' },
                userEnteredFormat: { textFormat: { link: { uri: 'javascript:alert(1)' } } },
              },
            ],
          },
          { values: [{ userEnteredValue: { formulaValue: '=SUM(B2:B4)' } }] },
        ],
      },
    },
  ]);
});

const page = async (path: string) => (await fetch(new URL(path, server.url))).text();

it('escapes everything that people typed', async () => {
  for (const text of [await page('/'), await page('/w/page')]) {
    expect(text).not.toMatch(/<script|<b>B|<i>/);
    expect(text).toContain('A &amp; &lt;b&gt;B&lt;/b&gt;');
  }
  const text = await page('/w/page');
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).toContain('title="a &quot;note&quot; &lt;"');
  expect(text).not.toContain('javascript:');
});

it('shows formats, frozen rows, links, charts and sparklines', async () => {
  const text = await page('/w/page?tab=0');
  expect(text).toContain('16 Nov 2026');
  expect(text).toMatch(/<thead>.*Asks &lt;i&gt;.*<\/thead>/s);
  expect(text).toContain('href="/w/page?tab=0#r4"');
  expect(text).toMatch(/<figure class="chart"[^>]*><svg.*stroke-dasharray.*<\/figure>/s);
  expect(text).toContain('Chart &lt;script&gt;');
  expect(text).toMatch(/<svg class="spark"[^>]*><polyline points="2,17 48,3 94,10"/);
  expect(text).toContain('title="=SUM(B2:B4)"');
});

it('shows a long tab in parts', async () => {
  const id = server.workbook('page').sheetByTitle('Long')?.id ?? -1;
  const first = await page(`/w/page?tab=${id}`);
  expect(first).toContain('row 500<');
  expect(first).not.toContain('row 501<');
  expect(first).toContain(`href="/w/page?tab=${id}&amp;from=500"`);
  expect(await page(`/w/page?tab=${id}&from=1000`)).toContain('row 1100<');
});

it('says when there is nothing', async () => {
  expect((await fetch(new URL('/w/none', server.url))).status).toBe(404);
  expect((await fetch(new URL('/w/page?tab=99', server.url))).status).toBe(404);
});
