import { invalid } from '../api-error.ts';
import { arrayOf, type JsonObject, objectOf, stringOf } from '../json.ts';

/** Conditions whose value is a formula or a reference, which starts with `=`. */
const OF_FORMULA = new Set(['CUSTOM_FORMULA', 'ONE_OF_RANGE']);

/** Throws when a `BooleanCondition` has a value that its type cannot take. */
export function checkCondition(condition: JsonObject): void {
  const type = stringOf(condition.type) ?? '';
  if (!OF_FORMULA.has(type)) return;
  for (const item of arrayOf(condition.values)) {
    const value = stringOf(objectOf(item).userEnteredValue);
    if (value !== undefined && !value.startsWith('='))
      throw invalid(`Invalid ConditionValue.userEnteredValue: ${value} for ConditionType: ${type}`);
  }
}
