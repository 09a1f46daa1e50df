import { invalid } from '../api-error.ts';
import { filterCriteria } from '../filter/filter-criteria.ts';
import { isPartedAsIn } from '../formula/locale-separators.ts';
import { arrayOf, isObject, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';

/** Conditions whose value is a formula or a reference, which starts with `=`. */
const OF_FORMULA = new Set(['CUSTOM_FORMULA', 'ONE_OF_RANGE']);

/**
 * Throws when a `BooleanCondition` has a value that its type cannot take. Values are parsed as if a person typed them:
 * where the comma is the decimal mark, it parts no arguments.
 */
export function checkCondition({ state: { locale } }: Workbook, condition: JsonObject): void {
  const type = stringOf(condition.type) ?? '';
  if (!OF_FORMULA.has(type)) return;
  for (const item of arrayOf(condition.values)) {
    const value = stringOf(objectOf(item).userEnteredValue);
    if (value !== undefined && !(value.startsWith('=') && isPartedAsIn(value, locale)))
      throw invalid(`Invalid ConditionValue.userEnteredValue: ${value} for ConditionType: ${type}`);
  }
}

/** The same for what a basic filter or a filter view asks of its columns. */
export function checkFilterConditions(draft: Workbook, filter: JsonObject): void {
  for (const { criteria } of filterCriteria(filter))
    if (isObject(criteria.condition)) checkCondition(draft, criteria.condition);
}
