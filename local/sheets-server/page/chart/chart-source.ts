import { effectiveValue, shownFormat } from '../../cell-view.ts';
import { rowsHiddenByFilter } from '../../filter/hidden-rows.ts';
import { arrayOf, type Json, type JsonObject, objectOf, stringOf } from '../../json.ts';
import type { PlainValue } from '../../model/cell.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { renderValue } from '../../number-format.ts';
import { gridRange } from '../../range.ts';

export interface SourceCell {
  readonly value: PlainValue | undefined;
  readonly shown: string;
  readonly percent: boolean;
  /** What another number would look like in this cell. */
  readonly show: (value: number) => string;
}

/** Reads the cells that Google's `ChartData` names, one after another. Throws when they are gone. */
export type ReadSource = (data: Json | undefined) => SourceCell[];

/** Hidden rows and columns are left out unless the chart wants them. */
export function sourceReader(workbook: Workbook, spec: JsonObject): ReadSource {
  const strategy = stringOf(spec.hiddenDimensionStrategy) ?? '';
  const skipsRows = strategy !== 'SHOW_ALL' && strategy !== 'SKIP_HIDDEN_COLUMNS';
  const skipsColumns = strategy !== 'SHOW_ALL' && strategy !== 'SKIP_HIDDEN_ROWS';
  const filtered = new Map<Sheet, ReadonlySet<number>>();
  const isHidden = (sheet: Sheet, row: number, column: number): boolean => {
    if (skipsColumns && sheet.state.columnMetadata.get(column)?.hiddenByUser === true) return true;
    if (!skipsRows) return false;
    const rows = filtered.get(sheet) ?? rowsHiddenByFilter(workbook, sheet);
    filtered.set(sheet, rows);
    return rows.has(row) || sheet.state.rowMetadata.get(row)?.hiddenByUser === true;
  };
  return (data) =>
    arrayOf(objectOf(objectOf(data).sourceRange).sources).flatMap((json) => {
      const { sheet, startRow, endRow, startColumn, endColumn } = gridRange(workbook, objectOf(json));
      const cells: SourceCell[] = [];
      for (let row = startRow; row < endRow; row += 1)
        for (let column = startColumn; column < endColumn; column += 1)
          if (!isHidden(sheet, row, column)) cells.push(sourceCell(workbook, sheet, row, column));
      return cells;
    });
}

function sourceCell(workbook: Workbook, sheet: Sheet, row: number, column: number): SourceCell {
  const value = effectiveValue(workbook, sheet, row, column);
  const format = shownFormat(workbook, sheet, row, column);
  const show = (one: PlainValue) => renderValue(one, format, workbook.state.locale);
  const percent = stringOf(objectOf(format?.numberFormat).type) === 'PERCENT';
  return { value, shown: value === undefined ? '' : show(value), percent, show };
}

export const numberIn = ({ value }: SourceCell): number | null => (typeof value === 'number' ? value : null);
