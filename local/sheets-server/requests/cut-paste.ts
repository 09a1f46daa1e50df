import { invalid } from '../api-error.ts';
import { numberOf } from '../json.ts';
import { gridRange, sheetOf } from '../range.ts';
import { pasteParts } from './paste-parts.ts';
import { clearedRows, takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const cutPaste = requestKind({
  name: 'cutPaste',
  check(draft, request) {
    const source = gridRange(draft, requireObject(request, 'source'), 'source');
    const coordinate = requireObject(request, 'destination');
    const sheet = sheetOf(draft, coordinate);
    const startRow = numberOf(coordinate.rowIndex) ?? 0;
    const startColumn = numberOf(coordinate.columnIndex) ?? 0;
    const endRow = startRow + source.endRow - source.startRow;
    const endColumn = startColumn + source.endColumn - source.startColumn;
    if (endRow > sheet.state.rowCount || endColumn > sheet.state.columnCount)
      throw invalid('The pasted cells do not fit into the grid.');
    return {
      source,
      destination: { sheet, startRow, endRow, startColumn, endColumn },
      parts: pasteParts(request.pasteType),
    };
  },
  apply(_draft, { source, destination, parts }) {
    const height = source.endRow - source.startRow;
    const cells = takeRows(
      source,
      Array.from({ length: height }, (_, row) => source.startRow + row),
    );
    writeRows(source, clearedRows(source, height), parts);
    writeRows(destination, cells, parts);
    return {};
  },
});
