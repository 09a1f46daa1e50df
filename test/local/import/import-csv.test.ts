import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../local/import/import-file.ts';
import { temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();

async function tabOf(content: string | Buffer, options?: { locale?: string }, name = 'file.csv') {
  const workbook = await importFile(folder.write(name, content), options);
  const [tab] = workbook.tabs;
  if (!tab) throw new Error('no tab');
  return tab;
}
const rowsOf = async (content: string | Buffer, options?: { locale?: string }) => (await tabOf(content, options)).rows;

describe('the form of a CSV', () => {
  const plain = [
    ['Date', 'Rep'],
    ['x', 'Ann'],
  ];
  it.each([
    ['LF', 'Date,Rep\nx,Ann\n', plain],
    ['CRLF', 'Date,Rep\r\nx,Ann\r\n', plain],
    ['CR alone', 'Date,Rep\rx,Ann\r', plain],
    ['mixed line ends', 'Date,Rep\r\nx,Ann\ny,Bob\rz,Cy', [...plain, ['y', 'Bob'], ['z', 'Cy']]],
    ['no line end at the end', 'Date,Rep\nx,Ann', plain],
    ['a byte order mark', '\ufeffDate,Rep\nx,Ann', plain],
    ['semicolons', 'Date;Rep\nx;Ann', plain],
    ['tabs', 'Date\tRep\nx\tAnn', plain],
    ["Excel's sep= line", 'sep=;\nDate;Rep\nx;Ann', plain],
    [
      'commas in the cells of a tab-separated file',
      'A\tB\n"a, b, c, d"\t1,2,x,y',
      [
        ['A', 'B'],
        ['a, b, c, d', '1,2,x,y'],
      ],
    ],
    [
      'a quoted header with other delimiters',
      '"a;b;c;d",B\nx,y',
      [
        ['a;b;c;d', 'B'],
        ['x', 'y'],
      ],
    ],
    [
      'doubled quotes',
      'A,B\n"say ""hi""",y',
      [
        ['A', 'B'],
        ['say "hi"', 'y'],
      ],
    ],
    [
      'a line end inside quotes',
      'A,B\r\n"two\r\nlines",y',
      [
        ['A', 'B'],
        ['two\nlines', 'y'],
      ],
    ],
    [
      'a quote within a cell that has none around it',
      'A,B\n5" pipe,y',
      [
        ['A', 'B'],
        ['5" pipe', 'y'],
      ],
    ],
    ['blank rows and short rows', 'A,B,C\n\n,,\nx\n,y\n\n\n', [['A', 'B', 'C'], [], [], ['x'], [null, 'y']]],
    ['headers only', 'Date,Rep\n', [['Date', 'Rep']]],
    ['one column', 'Name\nAnn\n', [['Name'], ['Ann']]],
  ])('%s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  it('becomes one tab Activity of a workbook named after the file', async () => {
    const path = folder.write('my sales.2026.csv.gz', gzipSync('Date,Rep\n'));
    expect(await importFile(path, { locale: 'nl_NL', timeZone: 'Europe/Amsterdam' })).toEqual({
      title: 'my sales.2026',
      locale: 'nl_NL',
      timeZone: 'Europe/Amsterdam',
      tabs: [{ title: 'Activity', rows: [['Date', 'Rep']], formats: {}, frozenRows: 1 }],
    });
  });

  it('is known by its content, not by its name', async () => {
    expect((await tabOf(gzipSync('A\nx'), {}, 'packed.csv')).rows).toEqual([['A'], ['x']]);
    expect((await tabOf('A\nx', {}, 'text.xlsx')).rows).toEqual([['A'], ['x']]);
  });
});

describe('the cells of a CSV, as if pasted', () => {
  it.each([
    ['en_US', '12', 12],
    ['en_US', '-1234.5', -1234.5],
    ['en_US', '"1,234.5"', 1234.5],
    ['nl_NL', '"1.234,5"', 1234.5],
    ['en_US', '12%', 0.12],
    ['en_US', 'TRUE', true],
    ['en_US', 'false', false],
    ['en_US', '00123', '00123'],
    ['en_US', '0', 0],
    ['en_US', '0.5', 0.5],
    ['en_US', '123456789012345', 123456789012345],
    ['en_US', '1234567890123456', '1234567890123456'],
    ['en_US', '+44 20 7946 0000', '+44 20 7946 0000'],
    ['en_US', '=1+1', '=1+1'],
    ['en_US', '"=IMPORTDATA(""x"")"', '=IMPORTDATA("x")'],
    ['en_US', '=', '='],
    ['en_US', "'12", "'12"],
    ['en_US', ' padded ', ' padded '],
    ['en_US', '#REF!', '#REF!'],
  ])('%s: %s', async (locale, typed, value) => {
    expect(await rowsOf(`H,I\n${typed},x`, { locale })).toEqual([
      ['H', 'I'],
      [value, 'x'],
    ]);
  });

  it.each([
    ['en_US', '2026-11-16', 46342],
    ['en_US', '11/16/2026', 46342],
    ['en_GB', '16/11/2026', 46342],
    ['de_DE', '16.11.2026', 46342],
  ])('%s: a column of dates like %s', async (locale, typed, serial) => {
    const tab = await tabOf(`Date,Rep\n${typed},Ann\n${typed},Ann\n`, { locale });
    expect(tab.rows[1]).toEqual([serial, 'Ann']);
    expect(tab.formats).toEqual({ 0: { type: 'DATE', pattern: expect.stringContaining('yyyy') } });
  });

  it('keeps the text of a date outside a column of dates, and of a number inside one', async () => {
    const tab = await tabOf('D,N\n2026-11-16,1\n2026-11-17,2\n5,3\nsoon,2026-11-18\n');
    expect(tab.rows.slice(1)).toEqual([
      [46342, 1],
      [46343, 2],
      ['5', 3],
      ['soon', '2026-11-18'],
    ]);
  });

  it('keeps money as numbers and names its format', async () => {
    const tab = await tabOf('A\n£1500.00\n£20.50\n', { locale: 'en_GB' });
    expect(tab.rows).toEqual([['A'], [1500], [20.5]]);
    expect(tab.formats?.[0]?.type).toBe('CURRENCY');
  });
});

it('reads 50,000 rows of 10 columns, whatever the line ends', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `2026-11-16,Rep ${i % 60},"Co, ${i % 4000}",,Ask,left,${i % 9},€ 1.50,,x`,
  );
  for (const newline of ['\r', '\r\n']) {
    const path = folder.write('long.csv', rows.join(newline));
    const workbook = await importFile(path);
    expect(workbook.tabs[0]?.rows).toHaveLength(50_000);
  }
});
