import { invalid } from '../api-error.ts';
import { type JsonObject, numberOf, stringOf } from '../json.ts';
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
