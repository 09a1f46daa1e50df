import { parameter, type WriteOperation } from '../operation.ts';
import { formatRange, type Range, resolveA1 } from '../range.ts';
import { insertRows } from '../structure/dimensions.ts';
import { findTable } from './find-table.ts';
import { majorDimension, valueInput } from './options.ts';
import { updateResponse } from './update-response.ts';
import { readValues, writeRange } from './write-range.ts';

export const valuesAppend: WriteOperation = {
  name: 'values.append',
  writes: true,
  run(draft, input) {
    const values = readValues(input.body, 'data');
    const how = valueInput(parameter(input, 'valueInputOption'));
    const dimension = majorDimension(input.body.majorDimension);
    const range = resolveA1(draft, input.path.range ?? '');
    const table = findTable(range);
    const startRow = table?.endRow ?? range.startRow;
    const startColumn = table?.startColumn ?? range.startColumn;
    const height = dimension === 'ROWS' ? values.length : Math.max(0, ...values.map((line) => line.length));
    const width = dimension === 'ROWS' ? Math.max(0, ...values.map((line) => line.length)) : values.length;
    const { state } = range.sheet;
    if (parameter(input, 'insertDataOption') === 'INSERT_ROWS' && startRow < state.rowCount)
      insertRows(draft, range.sheet, startRow, height);
    state.rowCount = Math.max(state.rowCount, startRow + height);
    state.columnCount = Math.max(state.columnCount, startColumn + width);
    const target: Range = {
      sheet: range.sheet,
      startRow,
      endRow: startRow + height,
      startColumn,
      endColumn: startColumn + width,
    };
    const written = writeRange(draft, target, values, dimension, how);
    return {
      spreadsheetId: draft.id,
      ...(table === undefined ? {} : { tableRange: formatRange(table) }),
      updates: updateResponse(draft, written, {
        wanted: parameter(input, 'includeValuesInResponse')?.toLowerCase() === 'true',
        value: parameter(input, 'responseValueRenderOption'),
        dateTime: parameter(input, 'responseDateTimeRenderOption'),
        dimension,
      }),
    };
  },
};
