import type { Area } from '../a1.ts';
import { numberOf, objectOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { findNamedRange, type Range } from '../range.ts';
import { Failure, isRange, type Operand } from './scalar.ts';

const missing = () => new Failure('#REF!', 'Reference does not exist.');

/** The cells of a reference; what is open ends with the grid. */
export function referencedRange(workbook: Workbook, own: Sheet, title: string | undefined, area: Area): Range {
  const sheet = title === undefined ? own : workbook.sheetByTitle(title);
  if (sheet === undefined) throw new Failure('#REF!', 'Unresolved sheet name.');
  const { rowCount, columnCount } = sheet.state;
  if (area.startRow >= rowCount || area.startColumn >= columnCount) throw missing();
  return {
    sheet,
    startRow: area.startRow,
    endRow: Math.min(area.endRow ?? rowCount, rowCount),
    startColumn: area.startColumn,
    endColumn: Math.min(area.endColumn ?? columnCount, columnCount),
  };
}

/** The cells that a name stands for. */
export function namedRange(workbook: Workbook, name: string): Range {
  const named = findNamedRange(workbook, name);
  if (named === undefined) throw new Failure('#NAME?', `Unknown range name: '${name.toUpperCase()}'.`);
  const range = objectOf(named.range);
  const sheet = workbook.sheet(numberOf(range.sheetId) ?? 0);
  if (sheet === undefined) throw missing();
  const area: Area = {
    startRow: numberOf(range.startRowIndex) ?? 0,
    endRow: numberOf(range.endRowIndex),
    startColumn: numberOf(range.startColumnIndex) ?? 0,
    endColumn: numberOf(range.endColumnIndex),
  };
  return referencedRange(workbook, sheet, undefined, area);
}

/** `A1:INDEX(..)`: the smallest range that holds both. */
export function spanned(from: Operand, to: Operand): Range {
  if (!isRange(from) || !isRange(to) || from.sheet !== to.sheet) throw missing();
  return {
    sheet: from.sheet,
    startRow: Math.min(from.startRow, to.startRow),
    endRow: Math.max(from.endRow, to.endRow),
    startColumn: Math.min(from.startColumn, to.startColumn),
    endColumn: Math.max(from.endColumn, to.endColumn),
  };
}
