import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, numberOf, objectOf, withoutEmpty } from '../json.ts';
import type { Mint } from '../mint.ts';
import { isObjectSheet, newObjectSheet, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridCoordinate, tidyGridRange } from '../range.ts';

/** Google's own size of a chart in pixels. */
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

/** Over the cells of a tab, or on a tab of its own that is made when it is put there. */
export type Place = { readonly sheet: Sheet; readonly position: JsonObject } | 'new sheet';

export interface Placed {
  readonly sheet: Sheet;
  readonly position: JsonObject;
}

/** Where an `EmbeddedObjectPosition` puts a chart. */
export function checkPlace(draft: Workbook, position: JsonObject): Place {
  if (position.newSheet === true) return 'new sheet';
  if (isObject(position.overlayPosition)) return overCells(draft, position.overlayPosition);
  const id = numberOf(position.sheetId);
  const sheet = id === undefined ? undefined : draft.sheet(id);
  if (sheet === undefined || !isObjectSheet(sheet))
    throw invalid('One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set');
  return { sheet, position: { sheetId: sheet.id } };
}

/** Google's `OverlayPosition`. */
export function overCells(draft: Workbook, overlay: JsonObject): Placed {
  const anchor = objectOf(overlay.anchorCell);
  const { sheet } = gridCoordinate(draft, anchor);
  return {
    sheet,
    position: { overlayPosition: { ...DEFAULT_SIZE, ...withoutEmpty(overlay), anchorCell: tidyGridRange(anchor) } },
  };
}

/** Makes the tab of a chart that gets one. */
export function settle(draft: Workbook, place: Place, mint: Mint): Placed {
  if (place !== 'new sheet') return place;
  const sheetId = mint.number((id) => draft.sheet(id) !== undefined);
  const sheet = newObjectSheet(sheetId, freeTitle(draft));
  draft.sheets.push(sheet);
  return { sheet, position: { sheetId } };
}

function freeTitle(draft: Workbook): string {
  for (let number = 1; ; number += 1) if (draft.sheetByTitle(`Chart${number}`) === undefined) return `Chart${number}`;
}
