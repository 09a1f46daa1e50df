import { type MaskTree, mergeMasked, updateMask, wants } from '../field-mask.ts';
import { type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import { isObjectSheet } from '../model/sheet.ts';
import { applySheetProperties } from '../spreadsheets/apply-sheet-properties.ts';
import { sheetPropertiesJson } from '../spreadsheets/sheet-properties-json.ts';
import { renameInFormulas } from '../structure/move-formulas.ts';
import { resize } from '../structure/resize.ts';
import { checkFrozen, checkTitle } from './add-sheet.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireSheet } from './require.ts';

export const updateSheetProperties = requestKind({
  name: 'updateSheetProperties',
  check(draft, request) {
    const properties = requireObject(request, 'properties');
    const mask = updateMask(request.fields);
    const sheet = requireSheet(draft, properties);
    const whole = mask.has('*');
    const title = whole || mask.has('title') ? (stringOf(properties.title) ?? '') : undefined;
    if (title !== undefined) checkTitle(draft, title, sheet);
    const next = mergeMasked(withoutOldColour(sheetPropertiesJson(draft, sheet), mask), properties, mask);
    const grid = objectOf(next.gridProperties);
    const rows = numberOf(grid.rowCount) ?? sheet.state.rowCount;
    const columns = numberOf(grid.columnCount) ?? sheet.state.columnCount;
    if (isObjectSheet(sheet)) return { sheet, title, next, rows, columns, index: indexOf(properties, mask) };
    checkFrozen({ ...grid, rowCount: rows, columnCount: columns });
    return { sheet, title, next, rows, columns, index: indexOf(properties, mask) };
  },
  apply(draft, { sheet, title, next, rows, columns, index }) {
    if (title !== undefined && title !== sheet.title) {
      renameInFormulas(draft, sheet, title);
      sheet.state.title = title;
    }
    if (!isObjectSheet(sheet)) resize(draft, sheet, rows, columns);
    applySheetProperties(sheet, next);
    if (index !== undefined) {
      const others = draft.sheets.filter((other) => other !== sheet);
      const from = draft.sheets.indexOf(sheet);
      // Google counts the place before the tab is taken out of the row.
      others.splice(index > from ? index - 1 : index, 0, sheet);
      draft.sheets = others;
    }
    return {};
  },
});

const indexOf = (properties: JsonObject, mask: MaskTree): number | undefined =>
  wants(mask, 'index') && mask.size > 0 ? numberOf(properties.index) : undefined;

/** The tab's colour stands in two fields; writing one of them replaces both. */
function withoutOldColour(properties: JsonObject, mask: MaskTree): JsonObject {
  if (!mask.has('tabColor') && !mask.has('tabColorStyle')) return properties;
  const { tabColor: _, tabColorStyle: __, ...rest } = properties;
  return rest;
}
