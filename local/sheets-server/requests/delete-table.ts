import { arrayOf, type JsonObject, objectOf } from '../json.ts';
import { gridRange, type Range } from '../range.ts';
import { removeItem } from './collection-item.ts';
import { covers } from './merge-cells.ts';
import { clearedRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';
import { requireTable } from './table.ts';

/** The table goes with its contents and with the conditional formats upon it. */
export const deleteTable = requestKind({
  name: 'deleteTable',
  check(draft, request) {
    const found = requireTable(draft, requireString(request, 'tableId'));
    return { found, range: gridRange(draft, requireObject(found.item, 'range')) };
  },
  apply(_draft, { found, range }) {
    writeRows(range, clearedRows(range, range.endRow - range.startRow));
    removeItem(found, 'tables');
    range.sheet.replaceList('conditionalFormats', rulesBeside(range));
    return {};
  },
});

function rulesBeside(range: Range): JsonObject[] {
  return range.sheet.list('conditionalFormats').flatMap((rule) => {
    const ranges = arrayOf(rule.ranges).filter((area) => !covers(range, objectOf(area)));
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
}
