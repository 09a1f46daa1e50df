import type { WorkBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, running } from '../support.ts';
import { exported, part, readBack, xmlParts } from './support.ts';
import { expectWellFormed } from './well-formed.ts';

const LONG = "Pipeline of the north: a name that is long / 'quoted'";

describe('a workbook exported as .xlsx', () => {
  let server: Running;
  let book: WorkBook;

  beforeAll(async () => {
    server = await running();
    server.server.addWorkbook({
      id: 'book',
      title: 'Book',
      locale: 'en_GB',
      timeZone: 'Europe/London',
      tabs: [
        {
          title: LONG,
          rows: [
            ['Date', 'Deal', 'Won', 'Stage', 'Rate'],
            [46342, '=1+1', true, 'Lost', 0.25],
            [46343.5, '<&> "x" _x0041_ \u0001é😀\ud800\uffff', false, 'Won, late', 1e21],
            [null, ' a\nb ', null, '#N/A', -1.5],
          ],
          formats: { 0: { type: 'DATE', pattern: 'dd/mm/yyyy' }, 4: { type: 'PERCENT', pattern: '0.0%' } },
          frozenRows: 1,
          widths: [75, 250],
        },
        { title: `${LONG}!`, rows: [['Ann'], ['Bo']] },
        { title: 'history', rows: [] },
      ],
    });
    const { data } = await server.api.spreadsheets.get({ spreadsheetId: 'book' });
    const other = data.sheets?.[1]?.properties?.sheetId ?? -1;
    const cell = (row: number, column: number) => ({
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    });
    const list = (values: string[]) => ({
      condition: { type: 'ONE_OF_LIST', values: values.map((userEnteredValue) => ({ userEnteredValue })) },
      strict: true,
    });
    const entered = (formula: string) => ({ userEnteredValue: { formulaValue: formula } });
    const quotedLong = `'${LONG.replaceAll("'", "''")}!'`;
    await server.api.spreadsheets.batchUpdate({
      spreadsheetId: 'book',
      requestBody: {
        requests: [
          {
            repeatCell: {
              range: { endRowIndex: 1, endColumnIndex: 5 },
              cell: {
                userEnteredFormat: {
                  textFormat: { bold: true, foregroundColor: { red: 1 } },
                  backgroundColor: { blue: 1 },
                  horizontalAlignment: 'CENTER',
                },
              },
              fields: 'userEnteredFormat(textFormat,backgroundColor,horizontalAlignment)',
            },
          },
          { mergeCells: { range: { startRowIndex: 5, endRowIndex: 6, endColumnIndex: 3 }, mergeType: 'MERGE_ALL' } },
          {
            setDataValidation: {
              range: { startRowIndex: 1, endRowIndex: 4, startColumnIndex: 3, endColumnIndex: 4 },
              rule: list(['Lost', 'Won, late']),
            },
          },
          {
            setDataValidation: {
              range: { startRowIndex: 1, endRowIndex: 9, startColumnIndex: 5, endColumnIndex: 7 },
              rule: list(['a', 'b']),
            },
          },
          {
            setDataValidation: {
              range: cell(1, 7),
              rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${quotedLong}!A1:A2` }] } },
            },
          },
          { addNamedRange: { namedRange: { name: 'rate', range: cell(1, 4) } } },
          {
            updateCells: {
              range: { startRowIndex: 7, endRowIndex: 8, endColumnIndex: 8 },
              rows: [
                {
                  values: [
                    entered('=E2*2+1'),
                    entered(`=${quotedLong}!A1`),
                    entered(`=COUNTA(${quotedLong}!A1:A)`),
                    entered('=SPARKLINE(A1:A3)'),
                    entered('=SUM(1,'),
                    entered('=IFS(A1>1,"x")'),
                    entered('=STDEV.S(E2:E4)'),
                    entered('=DATE(2026,11,20)'),
                  ],
                },
              ],
              fields: 'userEnteredValue',
            },
          },
          { updateSheetProperties: { properties: { sheetId: other, hidden: true }, fields: 'hidden' } },
        ],
      },
    });
    book = readBack(await exported(server, 'book'));
  });
  afterAll(() => server.server.close());

  const at = (ref: string) => book.Sheets[book.SheetNames[0] ?? '']?.[ref];

  it('has names that Excel takes', () => {
    expect(book.SheetNames).toEqual([
      'Pipeline of the north_ a name t',
      'Pipeline of the north_ a na (2)',
      'History_',
      'Dropdown choices',
    ]);
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 1, 0, 1]);
  });

  it('has its values, and text that reads as a formula stays text', () => {
    expect(at('A2')).toMatchObject({ t: 'n', v: 46342, z: 'dd/mm/yyyy' });
    expect(at('B2')).toMatchObject({ t: 's', v: '=1+1' });
    expect(at('B2').f).toBeUndefined();
    expect(at('C2')).toMatchObject({ t: 'b', v: true });
    expect(at('E2')).toMatchObject({ t: 'n', v: 0.25, z: '0.0%' });
    expect(at('E3').v).toBe(1e21);
    expect(at('B3').v).toBe('<&> "x" _x0041_ é😀\ufffd');
    expect(at('B4').v).toBe(' a\nb ');
    expect(at('D4')).toMatchObject({ t: 's', v: '#N/A' });
  });

  it('has its formulas, with what the server could compute', () => {
    expect(at('A8')).toMatchObject({ f: 'E2*2+1', v: 1.5 });
    expect(at('B8')).toMatchObject({ f: "'Pipeline of the north_ a na (2)'!A1", v: 'Ann' });
    expect(at('C8').f).toBe("COUNTA('Pipeline of the north_ a na (2)'!A1:A1048576)");
    expect(at('D8').f).toBe('IFERROR(__xludf.DUMMYFUNCTION("SPARKLINE(A1:A3)"),"")');
    expect(at('E8')).toMatchObject({ t: 's', v: '=SUM(1,' });
    expect(at('H8')).toMatchObject({ v: 46346, z: 'dd/mm/yyyy' });
    expect(part(book, 'xl/worksheets/sheet1.xml')).toContain('<f>_xlfn.IFS(');
    expect(part(book, 'xl/worksheets/sheet1.xml')).toContain('<f>_xlfn.STDEV.S(E2:E4)');
    expect(book.Workbook?.Names?.[0]).toMatchObject({ Name: 'rate', Ref: "'Pipeline of the north_ a name t'!$E$2" });
  });

  it('looks as it did', () => {
    expect(at('A1').s).toMatchObject({ patternType: 'solid', fgColor: { rgb: '0000FF' } });
    const styles = part(book, 'xl/styles.xml');
    expect(styles).toMatch(/<font><b\/>.*?<color rgb="FFFF0000"\/>.*?<name val="Arial"\/>/);
    expect(styles).toContain('horizontal="center"');
    const xml = part(book, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect(xml).toContain('<col min="1" max="1" width="10" customWidth="true"/><col min="2" max="2" width="35"');
    expect(xml).toContain('<mergeCell ref="A6:C6"/>');
  });

  it('has its dropdowns', () => {
    const rules = part(book, 'xl/worksheets/sheet1.xml').match(/<dataValidation .*?<\/dataValidation>/g);
    expect(rules).toHaveLength(3);
    expect(rules?.[0]).toMatch(/sqref="D2:D4".*<formula1>'Dropdown choices'!\$A\$1:\$A\$2</);
    expect(rules?.[1]).toMatch(/sqref="F2:G9".*showErrorMessage="1".*<formula1>"a,b"</);
    expect(rules?.[2]).toMatch(/sqref="H2".*<formula1>'Pipeline of the north_ a na \(2\)'!\$A\$1:\$A\$2</);
    expect(book.Sheets['Dropdown choices']?.A2.v).toBe('Won, late');
  });

  it('is well-formed XML', () => {
    expect(xmlParts(book).length).toBeGreaterThan(6);
    for (const path of xmlParts(book)) expectWellFormed(part(book, path), path);
  });
});
