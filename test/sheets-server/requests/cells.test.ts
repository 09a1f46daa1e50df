import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../support.ts';
import { grid, oneTab } from './sheet-of.ts';

const { server, reset, type, batch, values } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

describe('text', () => {
  it('findReplace counts what it changed, and leaves formulas alone unless told', async () => {
    type('A1:B3', [
      ['red car', '=1+1'],
      ['Red red', 12],
      ['blue', 'red'],
    ]);
    expect(
      await batch({ findReplace: { find: 'red', replacement: 'green', allSheets: true, matchCase: true } }),
    ).toEqual([{ findReplace: { valuesChanged: 3, rowsChanged: 3, sheetsChanged: 1, occurrencesChanged: 3 } }]);
    expect(await values('A1:B3')).toEqual([
      ['green car', '=1+1'],
      ['Red green', 12],
      ['blue', 'green'],
    ]);
    expect(
      await batch({
        findReplace: {
          find: '(\\d)\\+(\\d)',
          replacement: '$2+$1+1',
          searchByRegex: true,
          includeFormulas: true,
          sheetId: 0,
        },
      }),
    ).toMatchObject([{ findReplace: { formulasChanged: 1 } }]);
    expect(await values('B1')).toEqual([['=1+1+1']]);
    expect(await batch({ findReplace: { find: 'none', replacement: '', sheetId: 0 } })).toEqual([{ findReplace: {} }]);
    expect((await refusal(batch({ findReplace: { find: 'x', replacement: 'y' } }))).message).toMatch(/scope/);
  });

  it('textToColumns splits by the delimiter that it finds or is given, and types the parts', async () => {
    type('A1:A2', [['a, 1, 2026-11-16'], ['b']]);
    await batch({ textToColumns: { source: grid(0, 2, 0, 1), delimiterType: 'AUTODETECT' } });
    expect(await values('A1:C2')).toEqual([['a', 1, 46342], ['b']]);
    type('A4', [['x|y']]);
    await batch({ textToColumns: { source: grid(3, 4, 0, 1), delimiterType: 'CUSTOM', delimiter: '|' } });
    expect(await values('A4:B4')).toEqual([['x', 'y']]);
    expect((await refusal(batch({ textToColumns: { source: grid(0, 1, 0, 2) } }))).message).toMatch(/one column/);
  });

  it('trimWhitespace says how many cells it changed', async () => {
    type('A1:A3', [['  a  b '], ['c'], [5]]);
    expect(await batch({ trimWhitespace: { range: grid(0, 3, 0, 1) } })).toEqual([
      { trimWhitespace: { cellsChangedCount: 1 } },
    ]);
    expect(await values('A1:A3')).toEqual([['a b'], ['c'], [5]]);
  });

  it('pasteData types delimited text', async () => {
    await batch({
      pasteData: {
        coordinate: { sheetId: 0, rowIndex: 1 },
        data: 'a\t"b ""q"" c"\n1\t2%\n',
        delimiter: '\t',
        type: 'PASTE_NORMAL',
      },
    });
    expect(await values('A2:B4')).toEqual([
      ['a', 'b "q" c'],
      [1, 0.02],
    ]);
  });
});

describe('rows', () => {
  it('deleteDuplicates keeps the first of equals and moves up what stands below', async () => {
    type('A1:B5', [
      ['a', 1],
      ['A', 1],
      ['b', 1],
      ['a', 2],
      ['B', 9],
    ]);
    expect(await batch({ deleteDuplicates: { range: grid(0, 5, 0, 2) } })).toEqual([
      { deleteDuplicates: { duplicatesRemovedCount: 1 } },
    ]);
    const comparisonColumns = [{ sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }];
    await batch({ deleteDuplicates: { range: grid(0, 5, 0, 2), comparisonColumns } });
    expect(await values('A1:B5')).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('randomizeRange keeps every row whole', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => [index, `row ${index}`]);
    type('A1:B30', rows);
    await batch({ randomizeRange: { range: grid(0, 30, 0, 2) } });
    const after = (await values('A1:B30')) ?? [];
    expect(after).not.toEqual(rows);
    expect([...after].sort((a, b) => a[0] - b[0])).toEqual(rows);
  });

  it('moveDimension counts its destination before the move', async () => {
    type('A1:D1', [['a', 'b', 'c', 'd']]);
    type('A2:A4', [['2'], ['3'], ['4']]);
    const range = (dimension: string, startIndex: number, endIndex: number) => ({
      sheetId: 0,
      dimension,
      startIndex,
      endIndex,
    });
    await batch({ moveDimension: { source: range('COLUMNS', 0, 2), destinationIndex: 3 } });
    expect(await values('A1:D1')).toEqual([['c', 'a', 'b', 'd']]);
    await batch({ moveDimension: { source: range('ROWS', 3, 4), destinationIndex: 1 } });
    expect(await values('B2:B4')).toEqual([[4], [2], [3]]);
    const within = batch({ moveDimension: { source: range('ROWS', 0, 3), destinationIndex: 1 } });
    expect((await refusal(within)).message).toMatch(/within/);
  });

  it('insertRange and deleteRange move only the cells in line with the range', async () => {
    type('A1:B3', [
      [1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ]);
    await batch({ insertRange: { range: grid(1, 2, 0, 1), shiftDimension: 'ROWS' } });
    expect(await values('A1:B4')).toEqual([[1, 'x'], ['', 'y'], [2, 'z'], [3]]);
    await batch({ deleteRange: { range: grid(1, 2, 0, 1), shiftDimension: 'ROWS' } });
    await batch({ insertRange: { range: grid(0, 1, 0, 2), shiftDimension: 'COLUMNS' } });
    expect(await values('A1:D3')).toEqual([
      ['', '', 1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ]);
    await batch({ deleteRange: { range: grid(0, 1, 0, 2), shiftDimension: 'COLUMNS' } });
    expect(await values('A1:D3')).toEqual([
      [1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ]);
  });

  it('appendCells writes below the last row with data and lets the grid grow', async () => {
    type('A1:A2', [['a'], ['b']]);
    const rows = [{ values: [{ userEnteredValue: { numberValue: 3 } }] }];
    await batch({ appendCells: { sheetId: 0, rows, fields: 'userEnteredValue' } });
    expect(await values('A1:A3')).toEqual([['a'], ['b'], [3]]);
  });
});

describe('filling and pasting', () => {
  it('autoFill continues series, counts up, repeats, and moves formulas', async () => {
    type('A1:E2', [
      [1, 'Week 1', 'x', '=A1*2', '2026-11-16'],
      [3, 'Week 2', 'y', '=A2*2', '2026-11-18'],
    ]);
    await batch({ autoFill: { range: grid(0, 4, 0, 5) } });
    expect(await values('A3:E4')).toEqual([
      [5, 'Week 2', 'x', '=A3*2', 46346],
      [7, 'Week 3', 'y', '=A4*2', 46348],
    ]);
    const source = grid(0, 1, 0, 1);
    await batch({ autoFill: { sourceAndDestination: { source, dimension: 'COLUMNS', fillLength: 2 } } });
    expect(await values('A1:C1')).toEqual([[1, 1, 1]]);
  });

  it('copyPaste takes values, validation or everything but borders', async () => {
    const rule = { condition: { type: 'BOOLEAN' } };
    type('A1:B1', [[2, '=A1*3']]);
    await batch(
      { setDataValidation: { range: grid(0, 1, 1, 2), rule } },
      { updateBorders: { range: grid(0, 1, 1, 2), top: { style: 'SOLID' } } },
      {
        repeatCell: {
          range: grid(0, 1, 1, 2),
          cell: { userEnteredFormat: { wrapStrategy: 'CLIP' } },
          fields: 'userEnteredFormat.wrapStrategy',
        },
      },
      { copyPaste: { source: grid(0, 1, 1, 2), destination: grid(1, 2, 1, 2), pasteType: 'PASTE_VALUES' } },
      { copyPaste: { source: grid(0, 1, 1, 2), destination: grid(2, 3, 1, 2), pasteType: 'PASTE_DATA_VALIDATION' } },
      { copyPaste: { source: grid(0, 1, 1, 2), destination: grid(3, 4, 1, 2), pasteType: 'PASTE_NO_BORDERS' } },
    );
    expect(await values('B1:B4')).toEqual([['=A1*3'], [6], [], ['=A4*3']]);
    const cells = server.workbook('book').sheets[0]?.cells;
    expect([0, 1, 2, 3].map((row) => cells?.extras(row, 1)?.dataValidation)).toEqual([rule, undefined, rule, rule]);
    expect([0, 1, 3].map((row) => cells?.format(row, 1))).toEqual([
      { borders: { top: { style: 'SOLID' } }, wrapStrategy: 'CLIP' },
      undefined,
      { wrapStrategy: 'CLIP' },
    ]);
  });
});
