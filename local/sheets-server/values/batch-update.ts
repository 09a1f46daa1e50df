import { badField, within } from '../api-error.ts';
import { resolveFilter } from '../data-filter.ts';
import { arrayOf, isObject, type JsonObject, stringOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Input, WriteOperation } from '../operation.ts';
import { type Range, resolveA1 } from '../range.ts';
import { majorDimension, valueInput } from './options.ts';
import { updateResponse } from './update-response.ts';
import { readValues, writeRange } from './write-range.ts';

type Target = (draft: Workbook, part: JsonObject, field: string) => readonly Range[];

export const valuesBatchUpdate: WriteOperation = {
  name: 'values.batchUpdate',
  writes: true,
  run: (draft, input) =>
    writeParts(draft, input, (workbook, part) => [resolveA1(workbook, stringOf(part.range) ?? '')]),
};

export const valuesBatchUpdateByDataFilter: WriteOperation = {
  name: 'values.batchUpdateByDataFilter',
  writes: true,
  run: (draft, input) =>
    writeParts(draft, input, (workbook, part, field) =>
      resolveFilter(workbook, part.dataFilter, `${field}.data_filter`),
    ),
};

function writeParts(draft: Workbook, { body }: Input, target: Target): JsonObject {
  const how = valueInput(body.valueInputOption);
  const written = arrayOf(body.data).flatMap((part, index) => {
    const field = `data[${index}]`;
    if (!isObject(part)) throw badField(field, `Invalid value at '${field}', ${JSON.stringify(part)}`);
    const values = readValues(part, field);
    const dimension = majorDimension(part.majorDimension);
    return within(field, () =>
      target(draft, part, field).map((range) => ({
        result: writeRange(draft, range, values, dimension, how),
        dimension,
        part,
      })),
    );
  });
  const total = (count: (part: (typeof written)[number]['result']) => number) =>
    written.reduce((sum, { result }) => sum + count(result), 0);
  const sheets = new Set(written.filter(({ result }) => result.cells > 0).map(({ result }) => result.range.sheet.id))
    .size;
  const columns = new Set(
    written.flatMap(({ result }) =>
      Array.from(
        { length: result.columns },
        (_, index) => `${result.range.sheet.id}:${result.range.startColumn + index}`,
      ),
    ),
  ).size;
  return {
    spreadsheetId: draft.id,
    ...present('totalUpdatedRows', distinctRows(written.map(({ result }) => result))),
    ...present('totalUpdatedColumns', columns),
    ...present(
      'totalUpdatedCells',
      total((result) => result.cells),
    ),
    ...present('totalUpdatedSheets', sheets),
    responses: written.map(({ result, dimension, part }) => ({
      ...updateResponse(draft, result, {
        wanted: body.includeValuesInResponse === true,
        value: body.responseValueRenderOption,
        dateTime: body.responseDateTimeRenderOption,
        dimension,
      }),
      ...(part.dataFilter === undefined ? {} : { dataFilter: part.dataFilter }),
    })),
  };
}

const present = (name: string, count: number): JsonObject => (count === 0 ? {} : { [name]: count });

function distinctRows(parts: readonly { readonly range: Range; readonly rows: number }[]): number {
  const rows = new Set<string>();
  for (const { range, rows: count } of parts)
    for (let row = 0; row < count; row += 1) rows.add(`${range.sheet.id}:${range.startRow + row}`);
  return rows.size;
}
