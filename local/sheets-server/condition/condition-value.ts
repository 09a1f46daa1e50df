import { evaluate } from '../formula/evaluate.ts';
import { shiftReferences } from '../formula/shift-references.ts';
import { type JsonObject, stringOf } from '../json.ts';
import { isFormula, type PlainValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { parseUserEntered } from '../parse-user-entered.ts';

/** The value for a cell that many rows below and columns right of where the rule begins; undefined: not computed. */
export type ValueAt = (rows: number, columns: number) => PlainValue | undefined;

/** A value of a condition, as typed: text stays text where the condition is about text, `=` and `+` begin a formula. */
export function conditionValue(workbook: Workbook, sheet: Sheet, json: JsonObject, asText: boolean): ValueAt {
  const relative = stringOf(json.relativeDate);
  if (relative !== undefined) {
    const today = evaluate(workbook, sheet, '=TODAY()');
    const day = typeof today === 'number' ? relativeDay(relative, today) : undefined;
    return () => day;
  }
  const typed = stringOf(json.userEnteredValue) ?? '';
  const entered = parseUserEntered(typed.replace(/^\+/, '='), workbook.state.locale).value;
  if (isFormula(entered)) {
    const known = new Map<string, PlainValue | undefined>();
    return (rows, columns) => {
      const formula = shiftReferences(entered.formula, rows, columns);
      if (!known.has(formula)) known.set(formula, evaluate(workbook, sheet, formula));
      return known.get(formula);
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
