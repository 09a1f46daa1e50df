import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, numberOf } from '../json.ts';
import { checkRule } from './add-conditional-format-rule.ts';
import { requestKind } from './request-kind.ts';
import { requireSheet } from './require.ts';

/** Puts another rule in the place of one, or moves one to another place. */
export const updateConditionalFormatRule = requestKind({
  name: 'updateConditionalFormatRule',
  check(draft, request) {
    const rule = isObject(request.rule) ? checkRule(draft, request.rule) : undefined;
    const sheet = rule?.sheet ?? requireSheet(draft, request);
    const rules = sheet.list('conditionalFormats');
    const index = numberOf(request.index) ?? 0;
    const old = rules[index];
    if (old === undefined) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
    const to = rule === undefined ? (numberOf(request.newIndex) ?? 0) : index;
    if (to < 0 || to >= rules.length) throw invalid(`newIndex[${to}] is after the last rule of the sheet.`);
    return { sheet, index, to, old, next: rule?.rule ?? old, replaced: rule !== undefined };
  },
  apply(_draft, { sheet, index, to, old, next, replaced }) {
    const rules = sheet.list('conditionalFormats').filter((rule) => rule !== old);
    sheet.replaceList('conditionalFormats', [...rules.slice(0, to), next, ...rules.slice(to)]);
    const reply: JsonObject = replaced
      ? { newRule: next, oldRule: old, ...(to === 0 ? {} : { newIndex: to }) }
      : { newRule: next, ...(to === 0 ? {} : { newIndex: to }), ...(index === 0 ? {} : { oldIndex: index }) };
    return { updateConditionalFormatRule: reply };
  },
});
