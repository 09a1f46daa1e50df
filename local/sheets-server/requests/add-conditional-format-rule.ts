import { invalid } from '../api-error.ts';
import { arrayOf, isObject, type JsonObject, numberOf, objectOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, gridRangeJson } from '../range.ts';
import { checkCondition } from './check-condition.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const addConditionalFormatRule = requestKind({
  name: 'addConditionalFormatRule',
  check(draft, request) {
    const { sheet, rule } = checkRule(draft, requireObject(request, 'rule'));
    const index = numberOf(request.index) ?? 0;
    if (index < 0 || index > sheet.list('conditionalFormats').length)
      throw invalid(`index[${index}] is after the last rule of the sheet.`);
    return { sheet, index, rule };
  },
  apply(_draft, { sheet, index, rule }) {
    const rules = [...sheet.list('conditionalFormats')];
    rules.splice(index, 0, rule);
    sheet.replaceList('conditionalFormats', rules);
    return {};
  },
});

/** The tab that a rule stands on, and the rule with its ranges as they are answered. */
export function checkRule(draft: Workbook, rule: JsonObject): { readonly sheet: Sheet; readonly rule: JsonObject } {
  const ranges = arrayOf(rule.ranges).map((range, index) => gridRange(draft, objectOf(range), `rule.ranges[${index}]`));
  const sheet = ranges[0]?.sheet;
  if (sheet === undefined) throw invalid('Must specify at least one range.');
  if (ranges.some((range) => range.sheet !== sheet)) throw invalid('All ranges of a rule must be on the same sheet.');
  if ((rule.booleanRule === undefined) === (rule.gradientRule === undefined))
    throw invalid('Must specify exactly one of booleanRule and gradientRule.');
  const { condition } = objectOf(rule.booleanRule);
  if (isObject(condition)) checkCondition(draft, condition);
  return { sheet, rule: { ...rule, ranges: ranges.map(gridRangeJson) } };
}
