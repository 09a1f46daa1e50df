import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CheckRange, ColumnPlace } from '../ports.ts';

/** The named range on the whole Check column: it moves along when somebody moves the column. */
export const CHECK_RANGE = 'leadsheet_check';
/** Of our choice, so that a second creation is refused. */
const CHECK_RANGE_ID = 'leadsheetcheck';

export function checkRangeRequest({ sheetId, column, range: known }: ColumnPlace): sheets_v4.Schema$Request {
  const range = { sheetId, startColumnIndex: column, endColumnIndex: column + 1 };
  const namedRange = { namedRangeId: CHECK_RANGE_ID, name: CHECK_RANGE, range };
  return known === 'none' ? { addNamedRange: { namedRange } } : { updateNamedRange: { namedRange, fields: 'range' } };
}

/** Where it stands. Google leaves zeros out. */
export function checkRangeOf(namedRanges: readonly sheets_v4.Schema$NamedRange[]): CheckRange | undefined {
  const found = namedRanges.find(({ namedRangeId }) => namedRangeId === CHECK_RANGE_ID);
  if (!found) return undefined;
  const { sheetId, startColumnIndex, startRowIndex, endRowIndex } = found.range ?? {};
  const end = endRowIndex ?? undefined;
  const rows = { start: startRowIndex ?? 0, ...(end !== undefined && { end }) };
  return { sheetId: sheetId ?? 0, column: startColumnIndex ?? 0, rows };
}
