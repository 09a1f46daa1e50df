import { isArray, isObject, type Json, type JsonObject, numberOf } from '../json.ts';
import { COLLECTIONS, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { moveFormulas, type OriginOf } from './move-formulas.ts';
import type { Movement, Rect } from './movement.ts';

/** Moves everything that points to cells: formulas, named and protected ranges, merges, filters, rules, charts. */
export function moveRanges(workbook: Workbook, movement: Movement, originOf?: OriginOf): void {
  const { state } = workbook;
  state.namedRanges = moveAll(state.namedRanges, movement);
  state.developerMetadata = moveAll(state.developerMetadata, movement);
  for (const sheet of workbook.sheets) moveOnSheet(workbook, sheet, movement);
  moveFormulas(workbook, movement, originOf);
}

function moveOnSheet(workbook: Workbook, sheet: Sheet, movement: Movement): void {
  const staying = withinSheet(movement);
  for (const name of COLLECTIONS) {
    const items = sheet.list(name);
    if (items.length === 0) continue;
    const free = name === 'charts' || name === 'merges';
    sheet.replaceList(name, moveAll(items, free ? movement : staying));
  }
  const { basicFilter } = sheet.state;
  if (basicFilter !== undefined) sheet.state.basicFilter = moveObject(basicFilter, staying);
  moveMerges(workbook, sheet);
}

/** Rules, filters and the like do not leave their tab: what would is left alone. */
const withinSheet = (movement: Movement): Movement => ({
  rect(rect) {
    const moved = movement.rect(rect);
    return moved?.sheetId === rect.sheetId ? moved : moved && rect;
  },
  index: movement.index,
});

/** Merged cells that were put on another tab stand in its list. */
function moveMerges(workbook: Workbook, sheet: Sheet): void {
  const gone = sheet.list('merges').filter((merge) => sheetIdOf(merge) !== sheet.id);
  if (gone.length === 0) return;
  sheet.replaceList(
    'merges',
    sheet.list('merges').filter((merge) => !gone.includes(merge)),
  );
  for (const merge of gone) {
    const target = workbook.sheet(sheetIdOf(merge));
    target?.replaceList('merges', [...target.list('merges'), merge]);
  }
}

function moveAll(items: readonly JsonObject[], movement: Movement): readonly JsonObject[] {
  return items.map((item) => moveObject(item, movement)).filter((item) => item !== undefined);
}

/** Undefined when the range, or the range that the object is about, is gone. */
function moveObject(object: JsonObject, movement: Movement): JsonObject | undefined {
  const moved = isGridRange(object)
    ? moveRange(object, movement)
    : isCoordinate(object)
      ? movePoint(object, movement)
      : isDimensionRange(object)
        ? moveDimensionRange(object, movement)
        : object;
  if (moved !== object || moved === undefined) return moved;
  const out: Record<string, Json | undefined> = {};
  for (const [key, value] of Object.entries(object)) {
    const next = moveJson(value, movement);
    if (next === undefined && value !== undefined && VITAL.has(key)) return undefined;
    out[key] = next;
  }
  return out;
}

/** What loses them has no place left. */
const VITAL = new Set(['range', 'ranges', 'dimensionRange', 'location']);

function moveJson(value: Json | undefined, movement: Movement): Json | undefined {
  if (isArray(value)) {
    const items = value.map((item) => moveJson(item, movement)).filter((item) => item !== undefined);
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  return isObject(value) ? moveObject(value, movement) : value;
}

const isGridRange = (object: JsonObject) =>
  'startRowIndex' in object || 'endRowIndex' in object || 'startColumnIndex' in object || 'endColumnIndex' in object;
const isCoordinate = (object: JsonObject) => 'rowIndex' in object || 'columnIndex' in object;
const isDimensionRange = (object: JsonObject) => 'dimension' in object && 'endIndex' in object;

const sheetIdOf = (object: JsonObject) => numberOf(object.sheetId) ?? 0;

function moveRange(range: JsonObject, movement: Movement): JsonObject | undefined {
  const rect: Rect = {
    sheetId: sheetIdOf(range),
    startRow: numberOf(range.startRowIndex),
    endRow: numberOf(range.endRowIndex),
    startColumn: numberOf(range.startColumnIndex),
    endColumn: numberOf(range.endColumnIndex),
  };
  const moved = movement.rect(rect);
  if (moved === undefined || moved === rect) return moved && range;
  const { startRow, endRow, startColumn, endColumn } = moved;
  return {
    ...onSheet(range, moved.sheetId),
    ...(startRow === undefined ? {} : { startRowIndex: startRow }),
    ...(endRow === undefined ? {} : { endRowIndex: endRow }),
    ...(startColumn === undefined ? {} : { startColumnIndex: startColumn }),
    ...(endColumn === undefined ? {} : { endColumnIndex: endColumn }),
  };
}

/** As Google answers it: sheet 0 is left out. */
function onSheet(range: JsonObject, sheetId: number): JsonObject {
  if (sheetId === sheetIdOf(range)) return range;
  const { sheetId: _, ...rest } = range;
  return sheetId === 0 ? rest : { sheetId, ...rest };
}

function moveDimensionRange(range: JsonObject, movement: Movement): JsonObject | undefined {
  const [start, end] = [numberOf(range.startIndex), numberOf(range.endIndex)];
  const rows = range.dimension === 'ROWS';
  const rect: Rect = {
    sheetId: sheetIdOf(range),
    startRow: rows ? start : undefined,
    endRow: rows ? end : undefined,
    startColumn: rows ? undefined : start,
    endColumn: rows ? undefined : end,
  };
  const moved = movement.rect(rect);
  if (moved === undefined || moved === rect || moved.sheetId !== rect.sheetId) return moved && range;
  const [startIndex, endIndex] = rows ? [moved.startRow, moved.endRow] : [moved.startColumn, moved.endColumn];
  return {
    ...range,
    ...(startIndex === undefined ? {} : { startIndex }),
    ...(endIndex === undefined ? {} : { endIndex }),
  };
}

function movePoint(point: JsonObject, movement: Movement): JsonObject {
  const moved = (key: string, dimension: 'ROWS' | 'COLUMNS') => {
    const index = numberOf(point[key]);
    return index === undefined ? {} : { [key]: movement.index(sheetIdOf(point), dimension, index) };
  };
  return { ...point, ...moved('rowIndex', 'ROWS'), ...moved('columnIndex', 'COLUMNS') };
}
