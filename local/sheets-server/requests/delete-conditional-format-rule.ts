import { invalid } from '../api-error.ts';
import { numberOf } from '../json.ts';
import { requestKind } from './request-kind.ts';
import { requireSheet } from './require.ts';

export const deleteConditionalFormatRule = requestKind({
  name: 'deleteConditionalFormatRule',
  check(draft, request) {
    const sheet = requireSheet(draft, request);
    const index = numberOf(request.index) ?? 0;
    const rule = sheet.list('conditionalFormats')[index];
    if (rule === undefined) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
    return { sheet, rule };
  },
  apply(_draft, { sheet, rule }) {
    const rules = sheet.list('conditionalFormats').filter((other) => other !== rule);
    sheet.replaceList('conditionalFormats', rules);
    return { deleteConditionalFormatRule: { rule } };
  },
});
