import { invalid } from '../api-error.ts';
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
  throw invalid(`No embedded object with ID: ${id}`);
}
