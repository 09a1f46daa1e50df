import { objectOf, stringOf } from './json.ts';
import type { Sheet } from './model/sheet.ts';
import type { Workbook } from './model/workbook.ts';
import { numberFormatOf } from './number-format.ts';
import { parseUserEntered } from './parse-user-entered.ts';

/** Typed text that becomes a link. */
const ADDRESS = /^https?:\/\/[^\s/]+\.[^\s]+$/i;

/** Puts typed text into a cell as if a person had typed it: parsed in the workbook's locale, with the format it implies. */
export function enterText(workbook: Workbook, sheet: Sheet, row: number, column: number, text: string): void {
  const { cells } = sheet;
  const format = cells.format(row, column);
  const present = numberFormatOf(format);
  if (stringOf(present.type) === 'TEXT') {
    cells.setValue(row, column, text);
    return;
  }
  const { value, numberFormat } = parseUserEntered(text, workbook.state.locale);
  cells.setValue(row, column, value === '' ? undefined : value);
  if (typeof value === 'string' && ADDRESS.test(value)) {
    const textFormat = { ...objectOf(format?.textFormat), link: { uri: value } };
    cells.setFormat(row, column, { ...objectOf(format), textFormat });
  }
  if (numberFormat === undefined || stringOf(present.type) !== undefined) return;
  cells.setFormat(row, column, { ...objectOf(format), numberFormat: { ...numberFormat } });
}
