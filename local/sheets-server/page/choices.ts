import { quoteTitle } from '../a1.ts';
import { effectiveValue, shownFormat } from '../cell-view.ts';
import { arrayOf, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { renderValue } from '../number-format.ts';
import { findNamedRange, resolveA1 } from '../range.ts';

const MOST = 500;

/** The values that a dropdown offers; undefined when the rule is no dropdown. */
export function choicesOf(workbook: Workbook, sheet: Sheet, validation: JsonObject): string[] | undefined {
  const { type, values } = objectOf(validation.condition);
  const given = arrayOf(values).map((value) => stringOf(objectOf(value).userEnteredValue) ?? '');
  if (type === 'ONE_OF_LIST') return given.slice(0, MOST);
  if (type !== 'ONE_OF_RANGE') return undefined;
  try {
    return valuesOf(workbook, sheet, (given[0] ?? '').replace(/^=/, ''));
  } catch {
    // The range of a rule may be gone; then there is nothing to choose from.
    return [];
  }
}

function valuesOf(workbook: Workbook, sheet: Sheet, text: string): string[] {
  // Without the name of a tab, cells are meant of the tab that the rule stands on.
  const own = !text.includes('!') && findNamedRange(workbook, text) === undefined;
  const range = resolveA1(workbook, own ? `${quoteTitle(sheet.title)}!${text}` : text);
  const found = new Set<string>();
  const end = Math.min(range.endRow, range.sheet.cells.length);
  for (let row = range.startRow; row < end && found.size < MOST; row += 1)
    for (let column = range.startColumn; column < range.endColumn; column += 1) {
      const value = effectiveValue(workbook, range.sheet, row, column);
      if (value === undefined) continue;
      found.add(renderValue(value, shownFormat(workbook, range.sheet, row, column), workbook.state.locale));
    }
  return [...found];
}
