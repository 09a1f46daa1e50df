import type { Json, JsonObject } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { formatRange } from '../range.ts';
import { type MajorDimension, rendering } from './options.ts';
import { readRange } from './read-range.ts';
import type { Written } from './write-range.ts';

export interface Echo {
  readonly wanted: boolean;
  readonly value: Json | undefined;
  readonly dateTime: Json | undefined;
  readonly dimension: MajorDimension;
}

/** An `UpdateValuesResponse`; counts of 0 are left out, as in every proto3 message. */
export function updateResponse(workbook: Workbook, written: Written, echo?: Echo): JsonObject {
  const { range, rows, columns, cells } = written;
  return {
    spreadsheetId: workbook.id,
    updatedRange: formatRange(range),
    ...(rows === 0 ? {} : { updatedRows: rows }),
    ...(columns === 0 ? {} : { updatedColumns: columns }),
    ...(cells === 0 ? {} : { updatedCells: cells }),
    ...(echo?.wanted === true
      ? { updatedData: readRange(workbook, range, echo.dimension, rendering(echo.value, echo.dateTime)) }
      : {}),
  };
}
