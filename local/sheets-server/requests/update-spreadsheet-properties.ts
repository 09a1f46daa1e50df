import { invalid } from '../api-error.ts';
import { mergeMasked, updateMask } from '../field-mask.ts';
import { stringOf } from '../json.ts';
import { setSpreadsheetProperties } from '../spreadsheets/spreadsheet-properties.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const updateSpreadsheetProperties = requestKind({
  name: 'updateSpreadsheetProperties',
  check(draft, request) {
    const properties = requireObject(request, 'properties');
    const mask = updateMask(request.fields);
    const { title, locale, timeZone, properties: rest } = draft.state;
    const next = mergeMasked({ ...rest, title, locale, timeZone }, properties, mask);
    if ((stringOf(next.title) ?? '') === '') throw invalid('Spreadsheet title cannot be empty.');
    requireZone(stringOf(next.timeZone) ?? '');
    return next;
  },
  apply(draft, next) {
    setSpreadsheetProperties(draft, next);
    return {};
  },
});

export function requireZone(zone: string): void {
  if (!isZone(zone)) throw invalid(`Invalid time zone: ${zone}`);
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
