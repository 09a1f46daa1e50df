import { isArray, isObject, type Json, type JsonObject, numberOf } from '../json.ts';
import { COLLECTIONS, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { moveFormulas } from './move-formulas.ts';
import { moveEnd, moveStart, type Shift } from './shift.ts';

/** Moves everything that points into the tab: formulas, named and protected ranges, merges, filters, rules, charts. */
export function moveRanges(workbook: Workbook, shift: Shift): void {
  const { state } = workbook;
  state.namedRanges = moveAll(state.namedRanges, shift);
  state.developerMetadata = moveAll(state.developerMetadata, shift);
  for (const sheet of workbook.sheets) moveOnSheet(sheet, shift);
  moveFormulas(workbook, shift);
}

function moveOnSheet(sheet: Sheet, shift: Shift): void {
  for (const name of COLLECTIONS) {
    const items = sheet.list(name);
    if (items.length > 0) sheet.replaceList(name, moveAll(items, shift));
  }
  const { basicFilter } = sheet.state;
  if (basicFilter !== undefined) sheet.state.basicFilter = moveObject(basicFilter, shift);
}

function moveAll(items: readonly JsonObject[], shift: Shift): readonly JsonObject[] {
  return items.map((item) => moveObject(item, shift)).filter((item) => item !== undefined);
}

/** Undefined when the range, or the range that the object is about, is gone. */
function moveObject(object: JsonObject, shift: Shift): JsonObject | undefined {
  const moved = isGridRange(object)
    ? moveRange(object, shift)
    : isCoordinate(object)
      ? movePoint(object, shift)
      : isDimensionRange(object)
        ? moveDimensionRange(object, shift)
        : object;
  if (moved !== object || moved === undefined) return moved;
  const out: Record<string, Json | undefined> = {};
  for (const [key, value] of Object.entries(object)) {
    const next = moveJson(value, shift);
    if (next === undefined && value !== undefined && VITAL.has(key)) return undefined;
    out[key] = next;
  }
  return out;
}

/** What loses them has no place left. */
const VITAL = new Set(['range', 'ranges', 'dimensionRange', 'location']);

function moveJson(value: Json | undefined, shift: Shift): Json | undefined {
  if (isArray(value)) {
    const items = value.map((item) => moveJson(item, shift)).filter((item) => item !== undefined);
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  return isObject(value) ? moveObject(value, shift) : value;
}

const isGridRange = (object: JsonObject) =>
  'startRowIndex' in object || 'endRowIndex' in object || 'startColumnIndex' in object || 'endColumnIndex' in object;
const isCoordinate = (object: JsonObject) => 'rowIndex' in object || 'columnIndex' in object;
const isDimensionRange = (object: JsonObject) => 'dimension' in object && 'endIndex' in object;

function moveRange(range: JsonObject, shift: Shift): JsonObject | undefined {
  if (shift.dimension === 'ROWS') return moveEnds(range, shift, 'startRowIndex', 'endRowIndex');
  return moveEnds(range, shift, 'startColumnIndex', 'endColumnIndex');
}

const moveDimensionRange = (range: JsonObject, shift: Shift): JsonObject | undefined =>
  range.dimension === shift.dimension ? moveEnds(range, shift, 'startIndex', 'endIndex') : range;

function moveEnds(range: JsonObject, shift: Shift, first: string, last: string): JsonObject | undefined {
  if ((numberOf(range.sheetId) ?? 0) !== shift.sheetId) return range;
  const start = numberOf(range[first]);
  const end = numberOf(range[last]);
  const newStart = start === undefined ? undefined : moveStart(start, shift);
  const newEnd = end === undefined ? undefined : moveEnd(end, shift);
  if (newEnd !== undefined && newEnd <= (newStart ?? 0)) return undefined;
  return {
    ...range,
    ...(newStart === undefined ? {} : { [first]: newStart }),
    ...(newEnd === undefined ? {} : { [last]: newEnd }),
  };
}

function movePoint(point: JsonObject, shift: Shift): JsonObject {
  const key = shift.dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const index = numberOf(point[key]);
  if (index === undefined || (numberOf(point.sheetId) ?? 0) !== shift.sheetId) return point;
  return { ...point, [key]: moveStart(index, shift) };
}
