import { invalid } from '../api-error.ts';
import { type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import { gridRange, gridRangeJson, type Range } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const mergeCells = requestKind({
  name: 'mergeCells',
  check(draft, request) {
    const range = gridRange(draft, requireObject(request, 'range'));
    const parts = split(range, stringOf(request.mergeType) ?? 'MERGE_ALL');
    for (const merge of range.sheet.list('merges'))
      if (touches(merge, range) && !covers(range, merge))
        throw invalid('You must select all cells in a merged range to merge or unmerge them.');
    for (const part of parts) checkFrozen(part);
    return { range, parts };
  },
  apply(_draft, { range, parts }) {
    const { sheet } = range;
    const kept = sheet.list('merges').filter((merge) => !touches(merge, range));
    const merged = parts.filter((part) => part.endRow - part.startRow > 1 || part.endColumn - part.startColumn > 1);
    for (const part of merged) keepFirst(part);
    sheet.replaceList('merges', [...kept, ...merged.map(gridRangeJson)]);
    return {};
  },
});

function split(range: Range, type: string): Range[] {
  if (type === 'MERGE_ALL') return [range];
  const parts: Range[] = [];
  if (type === 'MERGE_ROWS')
    for (let row = range.startRow; row < range.endRow; row += 1)
      parts.push({ ...range, startRow: row, endRow: row + 1 });
  else if (type === 'MERGE_COLUMNS')
    for (let column = range.startColumn; column < range.endColumn; column += 1)
      parts.push({ ...range, startColumn: column, endColumn: column + 1 });
  else throw invalid(`Invalid value at 'merge_type', "${type}"`);
  return parts;
}

/** A merged cell stands on one side of the frozen edge. */
function checkFrozen({ sheet, startRow, endRow, startColumn, endColumn }: Range): void {
  const { frozenRowCount, frozenColumnCount } = objectOf(sheet.state.properties.gridProperties);
  const rows = numberOf(frozenRowCount) ?? 0;
  const columns = numberOf(frozenColumnCount) ?? 0;
  if (startRow < rows && endRow > rows) throw invalid("You can't merge frozen and non-frozen rows.");
  if (startColumn < columns && endColumn > columns) throw invalid("You can't merge frozen and non-frozen columns.");
}

/** Tells the cells of a tab that a merge covers: all of it but its top left corner. */
export function coveredByMerge(sheet: Sheet): (row: number, column: number) => boolean {
  const merges = sheet.list('merges').map(edges);
  if (merges.length === 0) return () => false;
  return (row, column) =>
    merges.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        row >= startRow &&
        row < endRow &&
        column >= startColumn &&
        column < endColumn &&
        (row !== startRow || column !== startColumn),
    );
}

/** A merged cell keeps the value of its top left corner alone. */
function keepFirst({ sheet, startRow, endRow, startColumn, endColumn }: Range): void {
  for (let row = startRow; row < endRow; row += 1)
    for (let column = startColumn; column < endColumn; column += 1)
      if (row !== startRow || column !== startColumn) sheet.cells.setValue(row, column, undefined);
}

const edges = (merge: JsonObject) => ({
  startRow: numberOf(merge.startRowIndex) ?? 0,
  endRow: numberOf(merge.endRowIndex) ?? 0,
  startColumn: numberOf(merge.startColumnIndex) ?? 0,
  endColumn: numberOf(merge.endColumnIndex) ?? 0,
});

export function touches(merge: JsonObject, range: Range): boolean {
  const { startRow, endRow, startColumn, endColumn } = edges(merge);
  return (
    startRow < range.endRow && endRow > range.startRow && startColumn < range.endColumn && endColumn > range.startColumn
  );
}

export function covers(range: Range, merge: JsonObject): boolean {
  const { startRow, endRow, startColumn, endColumn } = edges(merge);
  return (
    startRow >= range.startRow &&
    endRow <= range.endRow &&
    startColumn >= range.startColumn &&
    endColumn <= range.endColumn
  );
}
