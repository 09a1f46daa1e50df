import { effectiveValue } from '../cell-view.ts';
import { type JsonObject, objectOf, stringOf } from '../json.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { renderValue } from '../number-format.ts';
import { cellLink } from '../spreadsheets/cell-link.ts';
import { cellStyle } from './cell-style.ts';
import { editText } from './edit-text.ts';
import { sparkline } from './sparkline.ts';
import type { CellWire, StyleWire } from './wire.ts';

/** Gathers what many cells share, once. */
export interface Shared {
  /** Undefined for a cell that looks like any other. */
  style(style: StyleWire): number | undefined;
  choices(validation: JsonObject): number | undefined;
}

/** One cell as the page shows it; null when there is nothing to see. */
export function cellWire(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  shared: Shared,
): CellWire | null {
  const { locale } = workbook.state;
  const entered = sheet.cells.value(row, column);
  const format = sheet.cells.format(row, column);
  const extras = sheet.cells.extras(row, column);
  if (entered === undefined && format === undefined && extras === undefined) return null;
  const value = effectiveValue(workbook, sheet, row, column);
  const shown = value === undefined ? '' : renderValue(value, format, locale);
  const style = shared.style(cellStyle(format, value));
  const validation = objectOf(extras?.dataValidation);
  const choices = validation.condition === undefined ? undefined : shared.choices(validation);
  const edit = entered === undefined ? undefined : editText(entered, format, locale);
  const note = stringOf(extras?.note);
  const link = safeLink(cellLink(sheet, row, column));
  const spark = isFormula(entered) && value === undefined ? sparkline(workbook, sheet, entered.formula) : undefined;
  const cell: CellWire = {
    ...(shown !== '' && { t: shown }),
    ...(style !== undefined && { s: style }),
    ...(edit !== undefined && edit !== shown && { e: edit }),
    ...(note !== undefined && { note }),
    ...(link !== undefined && { link }),
    ...(choices !== undefined && { choices }),
    ...(objectOf(validation.condition).type === 'BOOLEAN' && typeof value === 'boolean' && { tick: value }),
    ...(spark !== undefined && { spark }),
    ...(isFormula(entered) && value === undefined && spark === undefined && { unknown: true as const }),
  };
  return Object.keys(cell).length === 0 ? null : cell;
}

/** Within the workbook as `#gid=..`; other pages over http, https and mailto only. Anything else is no link. */
function safeLink(link: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  const within = /(?:^|docs\.google\.com\/.*)(#gid=\d+(?:&.*)?)$/.exec(link)?.[1];
  return within ?? (/^(https?:\/\/|mailto:)/i.test(link) ? link : undefined);
}
