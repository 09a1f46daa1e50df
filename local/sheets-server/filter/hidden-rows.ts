import { type CellTest, conditionTest } from '../condition/condition-test.ts';
import { testedCell } from '../condition/tested-cell.ts';
import { type CellLooks, cellLooks } from '../conditional-format/cell-looks.ts';
import { rgbOf } from '../conditional-format/colours.ts';
import { rangeArea } from '../conditional-format/range-area.ts';
import { arrayOf, isObject, type Json, type JsonObject, objectOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { effectiveFormat } from '../spreadsheets/effective-format.ts';
import { filterCriteria } from './filter-criteria.ts';

/** Rows that the basic filter of a tab hides. */
export const rowsHiddenByFilter = (workbook: Workbook, sheet: Sheet): ReadonlySet<number> =>
  sheet.state.basicFilter === undefined ? NOTHING : hiddenRows(workbook, sheet, sheet.state.basicFilter);

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Rows below the header of a basic filter or filter view that do not meet its criteria, as the cells are now. A cell
 * that nobody can judge, for its formula is not computed here, hides nothing.
 */
export function hiddenRows(workbook: Workbook, sheet: Sheet, filter: JsonObject): ReadonlySet<number> {
  const area = rangeArea(sheet, filter.range);
  const first = area.startRow + 1;
  const looks = cellLooks(workbook, sheet);
  const tests = filterCriteria(filter)
    .filter(({ column }) => column >= area.startColumn && column < area.endColumn)
    .flatMap(({ column, criteria }) =>
      testsOf(workbook, sheet, looks, criteria, { row: first, column }).map((test) => ({ column, test })),
    );
  const hidden = new Set<number>();
  if (tests.length === 0) return hidden;
  for (let row = first; row < area.endRow; row += 1)
    if (tests.some(({ column, test }) => test(row, column) === false)) hidden.add(row);
  return hidden;
}

function testsOf(
  workbook: Workbook,
  sheet: Sheet,
  looks: CellLooks,
  criteria: JsonObject,
  origin: { readonly row: number; readonly column: number },
): CellTest[] {
  const tests: CellTest[] = [];
  const values = new Set(arrayOf(criteria.hiddenValues));
  if (values.size > 0)
    tests.push((row, column) => {
      const cell = testedCell(workbook, sheet, row, column);
      return cell && !values.has(cell.shown);
    });
  const condition = isObject(criteria.condition)
    ? conditionTest(workbook, sheet, criteria.condition, origin)
    : undefined;
  if (condition !== undefined) tests.push(condition);
  const { visibleBackgroundColorStyle: paper, visibleBackgroundColor: olderPaper } = criteria;
  const { visibleForegroundColorStyle: ink, visibleForegroundColor: olderInk } = criteria;
  const format = (row: number, column: number) => effectiveFormat(looks.formatAt(row, column));
  if (paper ?? olderPaper)
    tests.push((row, column) => sameColour(format(row, column).backgroundColorStyle, paper, olderPaper));
  if (ink ?? olderInk)
    tests.push((row, column) =>
      sameColour(objectOf(format(row, column).textFormat).foregroundColorStyle, ink, olderInk),
    );
  return tests;
}

/** By the 256 steps that a channel has. */
function sameColour(shown: Json | undefined, style: Json | undefined, older: Json | undefined): boolean {
  const steps = (rgb: ReturnType<typeof rgbOf>) => rgb?.map((part) => Math.round(part * 255)).join();
  return steps(rgbOf(shown, undefined)) === steps(rgbOf(style, older));
}
