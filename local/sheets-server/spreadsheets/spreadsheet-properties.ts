import { type JsonObject, stringOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { DEFAULT_FORMAT, THEME } from './defaults.ts';

/** Google's `SpreadsheetProperties`. */
export function spreadsheetPropertiesJson(workbook: Workbook): JsonObject {
  const { title, locale, timeZone, properties } = workbook.state;
  return {
    title,
    locale,
    autoRecalc: 'ON_CHANGE',
    timeZone,
    defaultFormat: DEFAULT_FORMAT,
    spreadsheetTheme: THEME,
    ...properties,
  };
}

export function setSpreadsheetProperties(workbook: Workbook, next: JsonObject): void {
  const { title, locale, timeZone, ...rest } = next;
  const { state } = workbook;
  state.title = stringOf(title) ?? state.title;
  state.locale = stringOf(locale) ?? state.locale;
  state.timeZone = stringOf(timeZone) ?? state.timeZone;
  state.properties = rest;
}
