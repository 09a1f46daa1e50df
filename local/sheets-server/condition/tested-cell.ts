import { effectiveValue, shownFormat } from '../cell-view.ts';
import { isUncomputed } from '../formula/evaluate.ts';
import type { PlainValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { isDateTime, renderValue } from '../number-format.ts';

/** What a condition looks at. */
export interface TestedCell {
  readonly value: PlainValue | undefined;
  /** As the cell shows it; `''` when it is empty. */
  readonly shown: string;
  /** Whether a number in it is a date or time. */
  readonly dated: boolean;
}

/** Undefined when the cell holds a formula that is not computed here: nothing can be said of it. */
export function testedCell(workbook: Workbook, sheet: Sheet, row: number, column: number): TestedCell | undefined {
  const value = effectiveValue(workbook, sheet, row, column);
  if (value === undefined) return isUncomputed(workbook, sheet, row, column) ? undefined : EMPTY;
  const format = shownFormat(workbook, sheet, row, column);
  const { locale } = workbook.state;
  return { value, shown: renderValue(value, format, locale), dated: isDateTime(format, locale) };
}

const EMPTY: TestedCell = { value: undefined, shown: '', dated: false };
