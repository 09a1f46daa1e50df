import { isObject, type JsonObject, objectOf } from '../json.ts';
import { gridRange, type Range } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

const SIDES = ['top', 'bottom', 'left', 'right', 'innerHorizontal', 'innerVertical'] as const;

export const updateBorders = requestKind({
  name: 'updateBorders',
  check: (draft, request) => ({
    range: gridRange(draft, requireObject(request, 'range')),
    borders: Object.fromEntries(
      SIDES.flatMap((side) => (isObject(request[side]) ? [[side, objectOf(request[side])]] : [])),
    ),
  }),
  apply(_draft, { range, borders }) {
    const { cells } = range.sheet;
    for (let row = range.startRow; row < range.endRow; row += 1) {
      for (let column = range.startColumn; column < range.endColumn; column += 1) {
        const changed = bordersOf(range, row, column, borders);
        if (Object.keys(changed).length === 0) continue;
        const format = objectOf(cells.format(row, column));
        cells.setFormat(row, column, { ...format, borders: merged(objectOf(format.borders), changed) });
      }
    }
    return {};
  },
});

/** The four sides of one cell, taken from the outline or the inner lines. */
function bordersOf(
  range: Range,
  row: number,
  column: number,
  borders: Readonly<Record<string, JsonObject>>,
): JsonObject {
  const sides = {
    top: borders[row === range.startRow ? 'top' : 'innerHorizontal'],
    bottom: borders[row === range.endRow - 1 ? 'bottom' : 'innerHorizontal'],
    left: borders[column === range.startColumn ? 'left' : 'innerVertical'],
    right: borders[column === range.endColumn - 1 ? 'right' : 'innerVertical'],
  };
  return Object.fromEntries(
    Object.entries(sides).filter((entry): entry is [string, JsonObject] => entry[1] !== undefined),
  );
}

const merged = (present: JsonObject, changed: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries({ ...present, ...changed }).filter(([, border]) => objectOf(border).style !== 'NONE'),
  );
