import { describe, expect, it } from 'vitest';
import { cellValue } from '../../../local/sheets-server/formula/evaluate.ts';
import type { CellValue } from '../../../local/sheets-server/model/cell.ts';
import { bookOf } from './evaluated.ts';
import { BOOK } from './tables/data.ts';

/** A tab with these cells; `=` begins a formula. */
function tabOf(rows: readonly (readonly (string | number | null)[])[], rowCount = 1000, now?: number) {
  const { workbook, sheet } = bookOf({ ...BOOK, tabs: [{ title: 'T', rows: [] }] }, now);
  sheet.state.rowCount = rowCount;
  const put = (row: number, column: number, text: string | number | null) => {
    const value: CellValue | undefined =
      typeof text === 'string' && text.startsWith('=') ? { formula: text } : (text ?? undefined);
    sheet.cells.setValue(row, column, value);
  };
  for (const [row, line] of rows.entries()) for (const [column, text] of line.entries()) put(row, column, text);
  const at = (row: number, column: number) => {
    const value = cellValue(workbook, sheet, row, column);
    return typeof value === 'object' ? value.error : value;
  };
  return { workbook, sheet, put, at };
}

const LENGTH = 10_000;
const numbered = Array.from({ length: LENGTH }, (_, index) => index);

describe('long chains', () => {
  it('a running total over 10,000 rows is read from its end', () => {
    const { at } = tabOf(
      numbered.map((row) => [1, row === 0 ? '=A1' : `=B${row}+A${row + 1}`]),
      LENGTH,
    );
    expect(at(LENGTH - 1, 1)).toBe(LENGTH);
    expect(at(0, 1)).toBe(1);
  });

  it('so is one that runs upwards, with functions around every step', () => {
    const { at } = tabOf(
      numbered.map((row) => [row === LENGTH - 1 ? 1 : `=IF(TRUE,IFERROR(SUM(A${row + 2},1),0),0)`]),
      LENGTH,
    );
    expect(at(0, 0)).toBe(LENGTH);
  });

  it('a sum with thousands of parts and thousands of signs is no deeper than another', () => {
    const { at } = tabOf([[2, `=${Array(3000).fill('A1').join('+')}`, `=${'('.repeat(5000)}1${')'.repeat(5000)}`]]);
    expect(at(0, 1)).toBe(6000);
    expect(at(0, 2)).toBeUndefined();
  });
});

describe('circles', () => {
  it('every cell on one is an error, and what depends on it; nothing catches it within', () => {
    const { at } = tabOf([['=B1+1', '=IFERROR(C1,0)', '=A1', '=A1+1', '=IFERROR(A1,"none")']]);
    expect([at(0, 3), at(0, 0), at(0, 1), at(0, 2), at(0, 4)]).toEqual(['#REF!', '#REF!', '#REF!', '#REF!', 'none']);
  });

  it('a range that holds its own sum', () => {
    const { at } = tabOf([[1], [2], ['=SUM(A1:A3)']]);
    expect(at(2, 0)).toBe('#REF!');
  });

  it('a long way round is found as well', () => {
    const { at } = tabOf(
      numbered.map((row) => [row === LENGTH - 1 ? '=A1' : `=A${row + 2}+1`]),
      LENGTH,
    );
    expect([at(0, 0), at(5000, 0), at(LENGTH - 1, 0)]).toEqual(['#REF!', '#REF!', '#REF!']);
  });

  it('none is where the other branch is taken', () => {
    const { at } = tabOf([['=IF(TRUE,1,A1)']]);
    expect(at(0, 0)).toBe(1);
  });
});

describe('after a change', () => {
  it('values follow cells, names, sizes and titles', () => {
    const { workbook, sheet, put, at } = tabOf([[1, '=A1*2', '=named', '=ROWS(A:A)', "='New name'!A1"]]);
    expect([at(0, 1), at(0, 2), at(0, 3), at(0, 4)]).toEqual([2, '#NAME?', 1000, '#REF!']);
    put(0, 0, 5);
    workbook.state.namedRanges = [{ name: 'named', range: { startRowIndex: 0, endRowIndex: 1, endColumnIndex: 1 } }];
    sheet.state.rowCount = 7;
    sheet.state.title = 'New name';
    expect([at(0, 1), at(0, 2), at(0, 3), at(0, 4)]).toEqual([10, 5, 7, 5]);
    sheet.cells.insertRows(0, 1);
    expect(at(1, 1)).toBe(0);
  });

  it('a fork of the workbook computes for itself', () => {
    const { workbook, sheet, at } = tabOf([[1, '=A1*2']]);
    expect(at(0, 1)).toBe(2);
    const fork = workbook.fork();
    const [copy] = fork.sheets;
    copy?.cells.setValue(0, 0, 4);
    expect(copy && cellValue(fork, copy, 0, 1)).toBe(8);
    expect(cellValue(workbook, sheet, 0, 1)).toBe(2);
  });
});

describe('the clock', () => {
  it('is that of the time zone, and moves on', () => {
    const { workbook, at } = tabOf([['=TODAY()', '=NOW()', '=A1+1']], 10, Date.UTC(2026, 10, 16, 22, 59, 30));
    expect([at(0, 0), at(0, 1), at(0, 2)]).toEqual([46342, 46342 + (24 * 3600 - 30) / 86400, 46343]);
    workbook.clock = () => Date.UTC(2026, 10, 16, 23, 0, 0);
    expect([at(0, 0), at(0, 1), at(0, 2)]).toEqual([46343, 46343, 46344]);
  });
});

describe('what cannot be computed', () => {
  it('spreads to what needs it and no further', () => {
    const { at } = tabOf([['=IMPORTDATA("x")', '=A1+1', '=SUM(A1:A9)', '=IF(FALSE,A1,3)', '=COUNTA(B1)', '=ROW(A1)']]);
    expect([0, 1, 2, 3, 4, 5].map((column) => at(0, column))).toEqual([
      undefined,
      undefined,
      undefined,
      3,
      undefined,
      1,
    ]);
  });
});
