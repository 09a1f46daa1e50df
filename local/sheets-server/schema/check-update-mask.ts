import { invalid } from '../api-error.ts';
import { parseMask } from '../field-mask.ts';
import type { JsonObject } from '../json.ts';
import { unknownPath } from './check-mask.ts';

/** The message that the `fields` of an update request speak of. */
const ROOTS: Readonly<Record<string, string>> = {
  appendCells: 'CellData',
  repeatCell: 'CellData',
  updateBanding: 'BandedRange',
  updateCells: 'CellData',
  updateDeveloperMetadata: 'DeveloperMetadata',
  updateDimensionGroup: 'DimensionGroup',
  updateDimensionProperties: 'DimensionProperties',
  updateEmbeddedObjectBorder: 'EmbeddedObjectBorder',
  updateEmbeddedObjectPosition: 'OverlayPosition',
  updateFilterView: 'FilterView',
  updateNamedRange: 'NamedRange',
  updateProtectedRange: 'ProtectedRange',
  updateSheetProperties: 'SheetProperties',
  updateSlicerSpec: 'SlicerSpec',
  updateSpreadsheetProperties: 'SpreadsheetProperties',
  updateTable: 'Table',
};

/** Refuses a mask with a field that the message does not have; an absent mask is the request's own affair. */
export function checkUpdateMask(kind: string, request: JsonObject): void {
  const root = ROOTS[kind];
  const { fields } = request;
  if (root === undefined || typeof fields !== 'string' || fields.trim() === '') return;
  const path = unknownPath(parseMask(fields), root);
  if (path !== undefined) throw invalid(`Invalid field: ${path}`);
}
