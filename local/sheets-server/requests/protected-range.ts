import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, objectOf, stringOf, withoutEmpty } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, gridRangeJson, tidyGridRange } from '../range.ts';
import { requireNamedRange } from './named-range.ts';
import { requireSheet } from './require.ts';

/** The tab it stands on and how it is kept. A range with only a `sheetId` is the whole tab and stays so. */
export function checkProtection(draft: Workbook, given: JsonObject): { sheet: Sheet; kept: JsonObject } {
  const namedRangeId = stringOf(given.namedRangeId);
  if (namedRangeId === undefined && !isObject(given.range)) throw invalid('Must specify either range or namedRangeId.');
  const editors = objectOf(given.editors);
  if (given.warningOnly === true && Object.keys(editors).length > 0)
    throw invalid('Cannot set editors on a warning-only protected range.');
  const range =
    namedRangeId === undefined ? objectOf(given.range) : objectOf(requireNamedRange(draft, namedRangeId).range);
  const sheet = requireSheet(draft, range);
  const bounded = Object.keys(range).some((key) => key !== 'sheetId');
  return {
    sheet,
    kept: {
      ...withoutFalse(given),
      range: bounded ? gridRangeJson(gridRange(draft, range, 'protectedRange.range')) : tidyGridRange(range),
      requestingUserCanEdit: true,
      ...(given.warningOnly === true ? {} : { editors: withoutEmptyLists(editors) }),
    },
  };
}

const withoutFalse = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(withoutEmpty(object)).filter(([, value]) => value !== false));

const withoutEmptyLists = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => !Array.isArray(value) || value.length > 0));
