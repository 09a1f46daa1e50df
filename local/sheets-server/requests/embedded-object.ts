import { invalid } from '../api-error.ts';
import { isObjectSheet, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Found, findItem } from './collection-item.ts';

/** A chart or a slicer: they share their requests. */
export interface EmbeddedObject {
  readonly collection: 'charts' | 'slicers';
  readonly found: Found;
}

export function requireEmbeddedObject(draft: Workbook, id: number): EmbeddedObject {
  const chart = findItem(draft, 'charts', 'chartId', id);
  if (chart !== undefined) return { collection: 'charts', found: chart };
  const slicer = findItem(draft, 'slicers', 'slicerId', id);
  if (slicer !== undefined) return { collection: 'slicers', found: slicer };
  throw invalid(`No embedded object with id: ${id}`);
}

/** A tab that was made for a chart goes with it. */
export function removeEmptyObjectSheet(draft: Workbook, sheet: Sheet): void {
  if (isObjectSheet(sheet) && sheet.list('charts').length === 0)
    draft.sheets = draft.sheets.filter((other) => other !== sheet);
}
