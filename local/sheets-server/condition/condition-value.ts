import { evaluate } from '../formula/evaluate.ts';
import { shiftReferences } from '../formula/shift-references.ts';
import { type JsonObject, stringOf } from '../json.ts';
import { isFormula, type PlainValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { parseUserEntered } from '../parse-user-entered.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The value for a cell; undefined: not computed. */
export type ValueAt = (row: number, column: number) => PlainValue | undefined;

/** A value of a condition, as typed: text stays text where the condition is about text, `=` and `+` begin a formula,
 * whose references are meant from `origin` and move with the cell. */
export function conditionValue(
  workbook: Workbook,
  sheet: Sheet,
  json: JsonObject,
  origin: Place,
  asText: boolean,
): ValueAt {
  const relative = stringOf(json.relativeDate);
  if (relative !== undefined) {
    const today = evaluate(workbook, sheet, '=TODAY()');
    const day = typeof today === 'number' ? relativeDay(relative, today) : undefined;
    return () => day;
  }
  const typed = stringOf(json.userEnteredValue) ?? '';
  const entered = parseUserEntered(typed.replace(/^\+/, '='), workbook.state.locale).value;
  if (isFormula(entered)) {
    return (row, column) => {
      const formula = shiftReferences(entered.formula, row - origin.row, column - origin.column);
      return evaluate(workbook, sheet, formula, row, column);
    };
  }
  const value = asText ? typed : entered;
  return () => value;
}

/** Days since 1899-12-30. A month or year back from a day that it lacks ends on its last one. */
function relativeDay(relative: string, today: number): number | undefined {
  const months = { PAST_MONTH: 1, PAST_YEAR: 12 }[relative];
  if (months === undefined)
    return { TODAY: today, YESTERDAY: today - 1, TOMORROW: today + 1, PAST_WEEK: today - 7 }[relative];
  const date = new Date(EPOCH + today * DAY);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(date.getUTCDate(), lastOfMonth.getUTCDate()));
  return (lastOfMonth.getTime() - EPOCH) / DAY;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
