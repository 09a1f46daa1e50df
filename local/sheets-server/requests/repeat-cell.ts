import { updateMask, wants } from '../field-mask.ts';
import { shiftReferences } from '../formula/shift-references.ts';
import { isObject, objectOf, stringOf } from '../json.ts';
import { gridRange } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';
import { checkCellData, writeCell } from './write-cell.ts';

export const repeatCell = requestKind({
  name: 'repeatCell',
  check(draft, request) {
    const mask = updateMask(request.fields);
    const range = gridRange(draft, requireObject(request, 'range'));
    const cell = objectOf(request.cell);
    checkCellData(cell, mask);
    return { range, cell, mask };
  },
  apply(_draft, { range, cell, mask }) {
    const entered = cell.userEnteredValue;
    const formula = isObject(entered) && wants(mask, 'userEnteredValue') ? stringOf(entered.formulaValue) : undefined;
    for (let row = range.startRow; row < range.endRow; row += 1) {
      for (let column = range.startColumn; column < range.endColumn; column += 1) {
        // A repeated formula is adjusted as if it were filled from the first cell.
        const data =
          formula === undefined
            ? cell
            : {
                ...cell,
                userEnteredValue: {
                  formulaValue: shiftReferences(formula, row - range.startRow, column - range.startColumn),
                },
              };
        writeCell(range.sheet, row, column, data, mask);
      }
    }
    return {};
  },
});
