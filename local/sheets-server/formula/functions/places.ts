import { columnLetters, parseA1, quoteTitle } from '../../a1.ts';
import { sizeOf } from '../areas.ts';
import { type Call, type FunctionGroup, lifted, whole } from '../call.ts';
import { namedRange, referencedRange } from '../references.ts';
import { isMatrix, isRange, NotComputed, type Operand } from '../scalar.ts';

/** Where cells are, and cells by where they are. */
export const places: FunctionGroup = {
  ROW: whole(0, 1, (call) => (call.count === 0 ? call.scope.row + 1 : numbered(call, 'row'))),
  COLUMN: whole(0, 1, (call) => (call.count === 0 ? call.scope.column + 1 : numbered(call, 'column'))),
  ROWS: whole(1, 1, (call) => sizeOf(call.operand(0)).rows),
  COLUMNS: whole(1, 1, (call) => sizeOf(call.operand(0)).columns),
  INDEX: whole(1, 3, index),
  OFFSET: whole(3, 5, offset),
  INDIRECT: whole(1, 2, (call) => {
    if (!call.boolean(1, true)) throw new NotComputed();
    const text = call.text(0);
    const parsed = parseA1(text);
    const { workbook } = call.cells;
    if (parsed?.area !== undefined) return referencedRange(workbook, call.scope.sheet, parsed.title, parsed.area);
    if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(text)) return namedRange(workbook, text);
    return call.fail(
      '#REF!',
      `Function INDIRECT parameter 1 value is '${text}'. It is not a valid cell/range reference.`,
    );
  }),
  ADDRESS: lifted(2, 5, address),
  CHOOSE: lifted(2, Infinity, (call) => {
    const which = call.integer(0);
    if (which >= 1 && which < call.count) return call.operand(which);
    return call.fail(
      '#NUM!',
      `Function CHOOSE parameter 1 value is ${which}. Valid values are between 1 and ${call.count - 1} inclusive.`,
    );
  }),
  HYPERLINK: lifted(1, 2, (call) => (call.has(1) ? call.operand(1) : call.text(0))),
};

/** That of the first cell, or within ARRAYFORMULA those of all rows (or columns) of the range. */
function numbered(call: Call, by: 'row' | 'column'): Operand {
  const { startRow, endRow, startColumn, endColumn } = call.range(0);
  const [start, end] = by === 'row' ? [startRow, endRow] : [startColumn, endColumn];
  if (!call.scope.array || end === start + 1) return start + 1;
  const numbers = Array.from({ length: end - start }, (_, step) => start + step + 1);
  return by === 'row' ? numbers.map((number) => [number]) : [numbers];
}

/** A cell of a range or array, or a whole row or column of it where the other number is 0 or absent. */
function index(call: Call): Operand {
  const source = call.operand(0);
  const size = sizeOf(source);
  const [row, column] = [call.integer(1, 0), call.integer(2, 0)];
  // Whether one number picks a column of a single row is not known for sure.
  if (call.count === 2 && size.rows === 1 && size.columns > 1 && row > 1) throw new NotComputed();
  within(call, 2, row, size.rows);
  within(call, 3, column, size.columns);
  const [startRow, rows] = row === 0 ? [0, size.rows] : [row - 1, 1];
  const [startColumn, columns] = column === 0 ? [0, size.columns] : [column - 1, 1];
  if (isMatrix(source))
    return source.slice(startRow, startRow + rows).map((line) => line.slice(startColumn, startColumn + columns));
  if (!isRange(source)) return source;
  return {
    sheet: source.sheet,
    startRow: source.startRow + startRow,
    endRow: source.startRow + startRow + rows,
    startColumn: source.startColumn + startColumn,
    endColumn: source.startColumn + startColumn + columns,
  };
}

function within(call: Call, parameter: number, value: number, most: number): void {
  if (value >= 0 && value <= most) return;
  call.fail(
    '#NUM!',
    `Function INDEX parameter ${parameter} value is ${value}. Valid values are between 0 and ${most} inclusive.`,
  );
}

function offset(call: Call): Operand {
  const from = call.range(0);
  const size = sizeOf(from);
  const startRow = from.startRow + call.integer(1, 0);
  const startColumn = from.startColumn + call.integer(2, 0);
  const [rows, columns] = [call.integer(3, size.rows), call.integer(4, size.columns)];
  if (rows < 1 || columns < 1) throw new NotComputed();
  const { rowCount, columnCount } = from.sheet.state;
  if (startRow < 0 || startColumn < 0 || startRow + rows > rowCount || startColumn + columns > columnCount)
    return call.fail('#REF!', 'Function OFFSET evaluates to an out of bounds range.');
  return { sheet: from.sheet, startRow, endRow: startRow + rows, startColumn, endColumn: startColumn + columns };
}

/** Kinds 1 to 4: which part has a dollar sign. */
function address(call: Call): string {
  const [row, column, kind] = [call.integer(0), call.integer(1), call.integer(2, 1)];
  if (row < 1 || column < 1 || kind < 1 || kind > 4 || !call.boolean(3, true)) throw new NotComputed();
  const letters = (kind === 1 || kind === 3 ? '$' : '') + columnLetters(column - 1);
  const digits = (kind === 1 || kind === 2 ? '$' : '') + String(row);
  return call.has(4) ? `${quoteTitle(call.text(4))}!${letters}${digits}` : letters + digits;
}
