import { invalid } from '../api-error.ts';
import { type JsonObject, numberOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { requireObject, requireSheet } from './require.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

export interface DimensionRange {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

export function requireDimension(json: JsonObject): Dimension {
  const dimension = stringOf(json.dimension);
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('Must specify a dimension of ROWS or COLUMNS.');
  return dimension;
}

/** Google's `DimensionRange`; open ends reach to the end of the grid. */
export function dimensionRange(
  draft: Workbook,
  request: JsonObject,
  field = 'range',
  beyondEnd = false,
): DimensionRange {
  const json = requireObject(request, field);
  const sheet = requireSheet(draft, json);
  const dimension = requireDimension(json);
  const count = dimension === 'ROWS' ? sheet.state.rowCount : sheet.state.columnCount;
  const start = numberOf(json.startIndex) ?? 0;
  const end = numberOf(json.endIndex) ?? count;
  if (start < 0 || end <= start) throw invalid(`${field}.endIndex[${end}] must be after ${field}.startIndex[${start}]`);
  if (!beyondEnd && (start > count || end > count))
    throw invalid(`Cannot use ${dimension.toLowerCase()} ${start} to ${end}: the sheet has ${count}`);
  return { sheet, dimension, start, end };
}

export const dimensionRangeJson = ({ sheet, dimension, start, end }: DimensionRange): JsonObject => ({
  ...(sheet.id === 0 ? {} : { sheetId: sheet.id }),
  dimension,
  startIndex: start,
  endIndex: end,
});
