import { colourChannel } from '../float32.ts';
import { type Json, type JsonObject, objectOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';

/** Those that have a place of their own in the model. */
const OWN = new Set(['sheetId', 'title', 'index', 'sheetType', 'gridProperties']);
const OWN_GRID = new Set(['rowCount', 'columnCount']);

/** Keeps the rest of `SheetProperties`: hidden, tab colour, frozen rows and so on. Zero and false are the same as absent. */
export function applySheetProperties(sheet: Sheet, properties: JsonObject): void {
  const grid = kept(objectOf(properties.gridProperties), OWN_GRID);
  const rest = withTabColour(kept(properties, OWN));
  sheet.state.properties = Object.keys(grid).length === 0 ? rest : { ...rest, gridProperties: grid };
}

function kept(object: JsonObject, own: ReadonlySet<string>): JsonObject {
  const out: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object))
    if (!own.has(key) && value !== undefined && value !== null && value !== 0 && value !== false) out[key] = value;
  return out;
}

/** Google answers the colour in the old field and in the new one, whichever was written. */
function withTabColour(properties: JsonObject): JsonObject {
  const style = objectOf(properties.tabColorStyle).rgbColor;
  const { tabColor: _, tabColorStyle: __, ...rest } = properties;
  const colour = style ?? properties.tabColor;
  if (colour === undefined || colour === null) return rest;
  const rounded: Record<string, Json> = {};
  for (const [name, value] of Object.entries(objectOf(colour)))
    if (typeof value === 'number' && value !== 0) rounded[name] = colourChannel(value);
  return { ...rest, tabColor: rounded, tabColorStyle: { rgbColor: rounded } };
}
