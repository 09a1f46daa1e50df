import { invalid } from '../api-error.ts';
import { numberOf, stringOf } from '../json.ts';
import { sheetPropertiesJson } from '../spreadsheets/sheet-properties-json.ts';
import { copySheet } from '../structure/copy-sheet.ts';
import { checkCellCount } from '../structure/resize.ts';
import { checkNewSheet } from './add-sheet.ts';
import { requestKind } from './request-kind.ts';

export const duplicateSheet = requestKind({
  name: 'duplicateSheet',
  check(draft, request) {
    const id = numberOf(request.sourceSheetId) ?? 0;
    const source = draft.sheet(id);
    if (source === undefined) throw invalid(`No sheet with id: ${id}`);
    const [sheetId, title] = [numberOf(request.newSheetId), stringOf(request.newSheetName)];
    checkNewSheet(draft, { sheetId, title });
    const index = numberOf(request.insertSheetIndex) ?? 0;
    if (index < 0 || index > draft.sheets.length) throw invalid(`insertSheetIndex[${index}] is after the last sheet.`);
    return { source, sheetId, title, index };
  },
  apply(draft, { source, sheetId, title, index }, mint) {
    const copy = copySheet(draft, source, mint, { sheetId, title });
    draft.sheets.splice(index, 0, copy);
    checkCellCount(draft);
    return { duplicateSheet: { properties: sheetPropertiesJson(draft, copy) } };
  },
});
