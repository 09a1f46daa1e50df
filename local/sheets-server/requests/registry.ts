import { addChart } from './add-chart.ts';
import { addConditionalFormatRule } from './add-conditional-format-rule.ts';
import { addDimensionGroup } from './add-dimension-group.ts';
import { addFilterView } from './add-filter-view.ts';
import { addNamedRange } from './add-named-range.ts';
import { addProtectedRange } from './add-protected-range.ts';
import { addSheet } from './add-sheet.ts';
import { appendDimension } from './append-dimension.ts';
import { clearBasicFilter } from './clear-basic-filter.ts';
import { copyPaste } from './copy-paste.ts';
import { createDeveloperMetadata } from './create-developer-metadata.ts';
import { cutPaste } from './cut-paste.ts';
import { deleteConditionalFormatRule } from './delete-conditional-format-rule.ts';
import { deleteDimension } from './delete-dimension.ts';
import { deleteDimensionGroup } from './delete-dimension-group.ts';
import { deleteEmbeddedObject } from './delete-embedded-object.ts';
import { deleteFilterView } from './delete-filter-view.ts';
import { deleteNamedRange } from './delete-named-range.ts';
import { deleteProtectedRange } from './delete-protected-range.ts';
import { deleteSheet } from './delete-sheet.ts';
import { insertDimension } from './insert-dimension.ts';
import { mergeCells } from './merge-cells.ts';
import { repeatCell } from './repeat-cell.ts';
import type { AnyRequestKind } from './request-kind.ts';
import { setBasicFilter } from './set-basic-filter.ts';
import { setDataValidation } from './set-data-validation.ts';
import { sortRange } from './sort-range.ts';
import { unmergeCells } from './unmerge-cells.ts';
import { updateBorders } from './update-borders.ts';
import { updateCells } from './update-cells.ts';
import { updateChartSpec } from './update-chart-spec.ts';
import { updateDimensionProperties } from './update-dimension-properties.ts';
import { updateEmbeddedObjectPosition } from './update-embedded-object-position.ts';
import { updateFilterView } from './update-filter-view.ts';
import { updateNamedRange } from './update-named-range.ts';
import { updateProtectedRange } from './update-protected-range.ts';
import { updateSheetProperties } from './update-sheet-properties.ts';
import { updateSpreadsheetProperties } from './update-spreadsheet-properties.ts';

const KINDS: readonly AnyRequestKind[] = [
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addFilterView,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendDimension,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteConditionalFormatRule,
  deleteDimensionGroup,
  deleteDimension,
  deleteEmbeddedObject,
  deleteFilterView,
  deleteNamedRange,
  deleteProtectedRange,
  deleteSheet,
  insertDimension,
  mergeCells,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateBorders,
  updateCells,
  updateChartSpec,
  updateDimensionProperties,
  updateEmbeddedObjectPosition,
  updateFilterView,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
];

/** Every kind of request that `spreadsheets.batchUpdate` knows, by its name. */
export const requestKinds: ReadonlyMap<string, AnyRequestKind> = new Map(KINDS.map((kind) => [kind.name, kind]));
