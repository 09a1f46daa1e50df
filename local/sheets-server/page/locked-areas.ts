import { numberOf, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { TabWire } from './wire.ts';

const OTHERWISE = 'These cells are protected.';

/** Where the page refuses typing: what the tab's protected ranges cover, unless they only warn. */
export function lockedAreas(sheet: Sheet): TabWire['locked'] {
  const { rowCount, columnCount } = sheet.state;
  return sheet
    .list('protectedRanges')
    .filter((one) => one.warningOnly !== true)
    .map(({ range, description }) => {
      const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = objectOf(range);
      return {
        startRow: numberOf(startRowIndex) ?? 0,
        endRow: numberOf(endRowIndex) ?? rowCount,
        startColumn: numberOf(startColumnIndex) ?? 0,
        endColumn: numberOf(endColumnIndex) ?? columnCount,
        why: stringOf(description) ?? OTHERWISE,
      };
    });
}

export const isReadOnly = (sheet: Sheet): boolean =>
  lockedAreas(sheet).some(
    (area) =>
      area.startRow === 0 &&
      area.startColumn === 0 &&
      area.endRow >= sheet.state.rowCount &&
      area.endColumn >= sheet.state.columnCount,
  );
