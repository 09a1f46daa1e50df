import { arrayOf, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { PlainValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { conditionTests } from './condition-tests.ts';
import { conditionValue, type Place } from './condition-value.ts';
import { testedCell } from './tested-cell.ts';

/** Undefined where nothing can be said: a formula is not computed here. */
export type CellTest = (row: number, column: number) => boolean | undefined;

/**
 * Google's `BooleanCondition` as a question to each cell. References in its formulas are meant from `origin` and move
 * with the cell that is asked about. Undefined for a condition that this server does not know.
 */
export function conditionTest(
  workbook: Workbook,
  sheet: Sheet,
  condition: JsonObject,
  origin: Place,
): CellTest | undefined {
  const type = stringOf(condition.type) ?? '';
  const test = Object.hasOwn(conditionTests, type) ? conditionTests[type] : undefined;
  if (test === undefined) return undefined;
  const asText = type.startsWith('TEXT_');
  const values = arrayOf(condition.values).map((json) =>
    conditionValue(workbook, sheet, objectOf(json), origin, asText),
  );
  return (row, column) => {
    const given: PlainValue[] = [];
    for (const valueAt of values) {
      const value = valueAt(row, column);
      if (value === undefined) return undefined;
      given.push(value);
    }
    const cell = type === 'CUSTOM_FORMULA' ? UNSEEN : testedCell(workbook, sheet, row, column);
    return cell && test(cell, given);
  };
}

/** A formula says itself what it looks at. */
const UNSEEN = { value: undefined, shown: '', dated: false };
