import { invalid } from '../api-error.ts';
import { type MaskTree, mergeMasked, wants } from '../field-mask.ts';
import { isObject, type Json, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { CellValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';

/** Fields of `CellData` that a caller may write, apart from value and format. */
const EXTRAS = ['note', 'dataValidation', 'textFormatRuns', 'chipRuns', 'pivotTable'] as const;

/** Throws when a cell of a request cannot be written under this mask. */
export function checkCellData(cell: JsonObject, mask: MaskTree): void {
  if (wants(mask, 'userEnteredValue')) enteredValue(cell.userEnteredValue);
  if (isObject(cell.effectiveValue) && mask.has('effectiveValue'))
    throw invalid('effectiveValue cannot be written; write userEnteredValue.');
}

/** Writes the masked fields of one cell; those that `cell` lacks are cleared. */
export function writeCell(sheet: Sheet, row: number, column: number, cell: JsonObject, mask: MaskTree): void {
  const { cells } = sheet;
  if (wants(mask, 'userEnteredValue')) cells.setValue(row, column, enteredValue(cell.userEnteredValue));
  if (wants(mask, 'userEnteredFormat')) {
    const given = isObject(cell.userEnteredFormat) ? cell.userEnteredFormat : undefined;
    cells.setFormat(row, column, mergedFormat(cells.format(row, column), given, mask));
  }
  if (EXTRAS.some((name) => wants(mask, name))) writeExtras(sheet, row, column, cell, mask);
}

function mergedFormat(
  present: JsonObject | undefined,
  given: JsonObject | undefined,
  mask: MaskTree,
): JsonObject | undefined {
  const below = mask.get('userEnteredFormat');
  // The same object for every cell that got the same format keeps a large tab small.
  if (below === undefined || below.size === 0 || below.has('*')) return given;
  const merged = mergeMasked(objectOf(present), objectOf(given), below);
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function writeExtras(sheet: Sheet, row: number, column: number, cell: JsonObject, mask: MaskTree): void {
  const present = objectOf(sheet.cells.extras(row, column));
  const next: Record<string, Json | undefined> = { ...present };
  for (const name of EXTRAS) {
    if (!wants(mask, name)) continue;
    const given = cell[name];
    if (given === undefined || given === null || given === '') delete next[name];
    else next[name] = given;
  }
  sheet.cells.setExtras(row, column, Object.keys(next).length === 0 ? undefined : next);
}

/** An `ExtendedValue`: at most one of its fields. */
function enteredValue(value: Json | undefined): CellValue | undefined {
  if (!isObject(value)) return undefined;
  const { numberValue, stringValue, boolValue, formulaValue } = value;
  if (
    [numberValue, stringValue, boolValue, formulaValue].filter((part) => part !== undefined && part !== null).length > 1
  )
    throw invalid("oneof field 'value' is already set.");
  if (typeof boolValue === 'boolean') return boolValue;
  const number = numberOf(numberValue);
  if (number !== undefined) return number;
  const formula = stringOf(formulaValue);
  if (formula !== undefined) {
    if (!formula.startsWith('=')) throw invalid(`Invalid formula: "${formula}" must start with "=".`);
    return { formula };
  }
  const text = stringOf(stringValue);
  if (text !== undefined && text.length > LIMITS.charactersPerCell)
    throw invalid('Your input contains more than the maximum of 50000 characters in a single cell.');
  return text === '' ? undefined : text;
}
