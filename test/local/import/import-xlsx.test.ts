import { type CellObject, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../local/import/import-error.ts';
import { importFile } from '../../../local/import/import-file.ts';
import { readXlsx } from '../../../local/import/read-xlsx.ts';
import { temporaryFolder } from './temp-folder.ts';
import { type HandEntry, zipByHand } from './zip-by-hand.ts';

const folder = temporaryFolder();

function workbook(tabs: Record<string, Record<string, CellObject>>, date1904 = false): Buffer {
  const book: WorkBook = utils.book_new();
  for (const [title, cells] of Object.entries(tabs)) {
    utils.book_append_sheet(book, { ...cells, '!ref': 'A1:F9' }, title);
  }
  book.Workbook = { WBProps: { date1904 } };
  const bytes: unknown = write(book, { type: 'buffer', compression: true });
  if (!Buffer.isBuffer(bytes)) throw new Error('no buffer');
  return bytes;
}

const date = (v: number, z = 'yyyy-mm-dd'): CellObject => ({ t: 'n', v, z });
const text = (v: string): CellObject => ({ t: 's', v });

describe('an .xlsx', () => {
  it('gives every tab, with values as they are saved', async () => {
    const path = folder.write(
      'Team book.xlsx',
      workbook({
        Activity: {
          A1: text('Date'),
          B1: text('Value'),
          A2: date(46342),
          B2: { t: 'n', v: 12.5 },
          A3: date(46343),
          B3: { t: 'b', v: true },
          A4: date(46344),
          B4: { t: 'n', v: 3, f: '1+2' },
          A5: date(46345),
          B5: { t: 'e', v: 0x17 },
          A6: date(46346),
          B6: { t: 's', v: '=1+1' },
          A7: date(46347),
          B7: { t: 's', v: '00123' },
        },
        "Rep's tab & more": { B2: text('ünïcode') },
        Empty: {},
      }),
    );
    expect(await importFile(path, { locale: 'en_GB', timeZone: 'Europe/London' })).toEqual({
      title: 'Team book',
      locale: 'en_GB',
      timeZone: 'Europe/London',
      tabs: [
        {
          title: 'Activity',
          rows: [
            ['Date', 'Value'],
            [46342, 12.5],
            [46343, true],
            [46344, 3],
            [46345, '#REF!'],
            [46346, '=1+1'],
            [46347, '00123'],
          ],
          formats: { 0: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
        },
        { title: "Rep's tab & more", rows: [[], [null, 'ünïcode']], formats: {} },
        { title: 'Empty', rows: [], formats: {} },
      ],
    });
  });

  it.each([
    ['m/d/yy', 'DATE'],
    ['dd/mm/yyyy hh:mm', 'DATE_TIME'],
    ['hh:mm', 'TIME'],
    ['[h]:mm', 'TIME'],
    ['[$-409]d\\-mmm\\-yy;@', 'DATE'],
    ['[Red]#,##0_d "days"', 'NUMBER'],
    ['0.00E+00', 'SCIENTIFIC'],
    ['0.0%', 'PERCENT'],
    ['"£"#,##0.00', 'CURRENCY'],
    ['[$€-2] #,##0.00', 'CURRENCY'],
    ['#,##0', 'NUMBER'],
  ])('the format %s is %s', async (pattern, type) => {
    const [tab] = await readXlsx(workbook({ A: { A1: date(0.5, pattern) } }), 'a.xlsx');
    expect(tab?.formats?.[0]?.type).toBe(type);
    expect(tab?.rows).toEqual([[0.5]]);
  });

  it('counts days from 1900, also in a workbook that counts from 1904', async () => {
    // 2026-11-16 is 44880 days after 1904-01-01.
    const [tab] = await readXlsx(workbook({ A: { A1: date(44880), B1: { t: 'n', v: 7 } } }, true), 'a.xlsx');
    expect(tab?.rows).toEqual([[46342, 7]]);
  });

  it('writes a date as text in a column of other numbers', async () => {
    const number = (v: number): CellObject => ({ t: 'n', v });
    const [tab] = await readXlsx(workbook({ A: { A1: number(1), A2: number(2), A3: date(46342) } }), 'a.xlsx');
    expect(tab?.rows).toEqual([[1], [2], ['2026-11-16']]);
  });

  it('reads inline and rich strings, and dates in ISO form', async () => {
    const path = folder.write(
      'hand.xlsx',
      handBook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>in</t></is></c><c r="B1" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r></is></c><c r="C1" t="d"><v>2026-11-16</v></c></row>',
      ),
    );
    const { tabs } = await importFile(path);
    expect(tabs[0]?.rows).toEqual([['in', 'rich', 46342]]);
  });
});

describe('refused', () => {
  const attempt = (zip: Buffer) => importFile(folder.write('bomb.xlsx', zip));

  it('a lone cell far away, which would span more cells than Google Sheets takes', async () => {
    const zip = handBook(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    );
    await expect(attempt(zip)).rejects.toThrow(/spans more than 10,000,000 cells/);
  });

  it('a declared size beyond the limit, before anything is inflated', async () => {
    await expect(attempt(handBook('', [{ name: 'xl/x.xml', text: 'x', claimed: 600_000_000 }]))).rejects.toThrow(
      /would unpack to 600 MB; the limit is 512 MB/,
    );
  });

  it('a part that grows more than 200 times', async () => {
    const bomb = { name: 'xl/x.xml', text: Buffer.alloc(20_000_000) };
    await expect(attempt(handBook('', [bomb]))).rejects.toThrow(/zip bomb: xl\/x.xml/);
  });

  it('a part that is larger than it says', async () => {
    const liar = { name: 'xl/x.xml', text: Buffer.alloc(20_000_000), claimed: 1000 };
    await expect(attempt(handBook('', [liar]))).rejects.toThrow(/damaged/);
  });

  it('a small part may shrink as it likes', async () => {
    const [tab] = (await attempt(handBook('', [{ name: 'xl/x.xml', text: Buffer.alloc(5_000_000) }]))).tabs;
    expect(tab?.title).toBe('S');
  });

  it('every cut of a workbook, with an ImportError', async () => {
    const whole = workbook({ A: { A1: text('x') } });
    for (let length = 4; length < whole.length; length += 97) {
      await expect(readXlsx(whole.subarray(0, length), 'a.xlsx')).rejects.toThrow(ImportError);
    }
  });

  it('parts that are no spreadsheet', async () => {
    const zip = zipByHand([
      { name: '[Content_Types].xml', text: 'nonsense' },
      { name: 'xl/workbook.xml', text: 'nonsense' },
    ]);
    await expect(attempt(zip)).rejects.toThrow(ImportError);
  });
});

function handBook(rows: string, more: readonly HandEntry[] = []): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipByHand([
    {
      name: '[Content_Types].xml',
      text: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    ...more,
  ]);
}
