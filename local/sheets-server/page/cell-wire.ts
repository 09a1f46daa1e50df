import { effectiveValue, shownFormat } from '../cell-view.ts';
import type { CellLooks } from '../conditional-format/cell-looks.ts';
import { isUncomputed } from '../formula/evaluate.ts';
import { type JsonObject, objectOf, stringOf } from '../json.ts';
import { type CellValue, isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { renderValue } from '../number-format.ts';
import { computedLink } from '../spreadsheets/computed-link.ts';
import { cellStyle } from './cell-style.ts';
import { checkbox } from './checkbox.ts';
import { editText } from './edit-text.ts';
import { linkTarget } from './link-target.ts';
import { sparkline } from './sparkline.ts';
import { textRuns } from './text-runs.ts';
import type { CellWire, StyleWire } from './wire.ts';

/** Gathers what many cells share, once. */
export interface Shared {
  /** Undefined for a cell that looks like any other. */
  style(style: StyleWire): number | undefined;
  choices(validation: JsonObject): number | undefined;
  readonly looks: CellLooks;
  /** Lines around a cell, as CSS. */
  borders(row: number, column: number): readonly string[];
  /** Whether a workbook is on this server. */
  has(spreadsheetId: string): boolean;
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
  const format = shownFormat(workbook, sheet, row, column);
  const extras = sheet.cells.extras(row, column);
  const look = shared.looks.formatAt(row, column);
  const borders = shared.borders(row, column);
  if (entered === undefined && look === undefined && extras === undefined && borders.length === 0) return null;
  const value = effectiveValue(workbook, sheet, row, column);
  const shown = value === undefined ? '' : renderValue(value, format, locale);
  const validation = objectOf(extras?.dataValidation);
  const box = checkbox(validation, value, shown);
  // A checkbox stands in the middle, as a truth value does, before anybody ticked it.
  const style = shared.style(cellStyle(look, box.tick ?? value, borders));
  const choices = validation.condition === undefined ? undefined : shared.choices(validation);
  const edit = entered === undefined ? undefined : editText(entered, format, locale);
  const note = stringOf(extras?.note);
  const cell: CellWire = {
    ...(shown !== '' && { t: shown }),
    ...(style !== undefined && { s: style }),
    ...(edit !== undefined && edit !== shown && { e: edit }),
    ...(note !== undefined && { note }),
    ...linksOf(workbook, sheet, row, column, shared, shown),
    ...(choices !== undefined && { choices }),
    ...box,
    ...(value === undefined && notComputed(workbook, sheet, row, column, entered)),
  };
  return Object.keys(cell).length === 0 ? null : cell;
}

/** Where the whole cell leads, or what its text is made of when parts of it differ. */
function linksOf(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  shared: Shared,
  shown: string,
): Pick<CellWire, 'link' | 'runs'> {
  const target = (link: string | undefined) => linkTarget(link, workbook.id, shared.has);
  const parts = textRuns(shown, sheet.cells.extras(row, column));
  if (parts === undefined) {
    const link = target(computedLink(workbook, sheet, row, column));
    return link === undefined ? {} : { link };
  }
  const runs = parts.map(({ text, style, link }) => {
    const [s, to] = [shared.style(style), target(link)];
    return { t: text, ...(s !== undefined && { s }), ...(to !== undefined && { link: to }) };
  });
  return { runs };
}

function notComputed(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  entered: CellValue | undefined,
): Pick<CellWire, 'spark' | 'unknown'> {
  if (!isFormula(entered)) return {};
  const spark = sparkline(workbook, sheet, entered.formula);
  if (spark !== undefined) return { spark };
  // A formula may come to nothing, and that is known.
  return isUncomputed(workbook, sheet, row, column) ? { unknown: true } : {};
}
