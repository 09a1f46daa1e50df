import type { JsonObject } from '../json.ts';

export interface FormulaCell {
  /** With its leading `=`. */
  readonly formula: string;
}

/** What a person or program put into a cell; an empty cell is `undefined`. Dates are serial day numbers. */
export type CellValue = string | number | boolean | FormulaCell;

/** What a cell shows before formatting. */
export type PlainValue = string | number | boolean | { readonly error: string; readonly message: string };

export const isFormula = (value: CellValue | undefined): value is FormulaCell => typeof value === 'object';

/** Google's `CellFormat`, as received. One object may be shared by many cells. */
export type CellFormat = JsonObject;

/** The rest of Google's `CellData`: note, dataValidation, textFormatRuns and the like. */
export type CellExtras = JsonObject;
