import { isObject, type Json } from '../json.ts';
import { gridRange } from '../range.ts';
import { checkCondition } from './check-condition.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** Without a rule the validation of the range is cleared. */
export const setDataValidation = requestKind({
  name: 'setDataValidation',
  check(draft, request) {
    const rule = request.rule;
    if (isObject(rule)) checkCondition(draft, requireObject(rule, 'condition'));
    return { range: gridRange(draft, requireObject(request, 'range')), rule: isObject(rule) ? rule : undefined };
  },
  apply(_draft, { range, rule }) {
    const { cells } = range.sheet;
    for (let row = range.startRow; row < range.endRow; row += 1) {
      for (let column = range.startColumn; column < range.endColumn; column += 1) {
        const next: Record<string, Json | undefined> = { ...cells.extras(row, column) };
        if (rule === undefined) delete next.dataValidation;
        else next.dataValidation = rule;
        cells.setExtras(row, column, Object.keys(next).length === 0 ? undefined : next);
      }
    }
    return {};
  },
});
