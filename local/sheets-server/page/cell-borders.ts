import { inArea, rangeArea } from '../conditional-format/range-area.ts';
import { type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import { hexOf, inBothModes } from './colours.ts';

const LINES: Readonly<Record<string, string>> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

type Side = 'top' | 'right' | 'bottom' | 'left';

/**
 * The lines around each cell of a tab as CSS. An edge belongs to the cell on its left or above it, where the grid line
 * is that it replaces: there it is drawn, whichever of the two cells says so.
 */
export function cellBorders(sheet: Sheet): (row: number, column: number) => readonly string[] {
  const merges = sheet.list('merges').map((json) => rangeArea(sheet, json));
  const line = (row: number, column: number, side: Side): JsonObject | undefined => {
    const borders = sheet.cells.format(row, column)?.borders;
    if (borders === undefined) return undefined;
    const border = objectOf(objectOf(borders)[side]);
    return LINES[stringOf(border.style) ?? ''] === undefined ? undefined : border;
  };
  return (row, column) => {
    const merge = merges.find((area) => inArea(area, row, column));
    const lastRow = merge === undefined ? row : merge.endRow - 1;
    const lastColumn = merge === undefined ? column : merge.endColumn - 1;
    return [
      ...lineCss('right', line(row, lastColumn, 'right') ?? line(row, lastColumn + 1, 'left')),
      ...lineCss('bottom', line(lastRow, column, 'bottom') ?? line(lastRow + 1, column, 'top')),
      ...lineCss('left', column === 0 ? line(row, column, 'left') : undefined),
      ...lineCss('top', row === 0 ? line(row, column, 'top') : undefined),
    ];
  };
}

function lineCss(side: Side, border: JsonObject | undefined): string[] {
  if (border === undefined) return [];
  const colour = inBothModes(hexOf(border.colorStyle, border.color) ?? '#000000', 'text');
  return [`border-${side}:${LINES[stringOf(border.style) ?? '']} ${colour}`];
}
