import { type JsonObject, objectOf } from '../../json.ts';
import type { Sheet } from '../../model/sheet.ts';

export interface Area {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  endColumn: number;
}

/** Every validation rule of a tab with the areas where it holds; equal rules are one. */
export function ruledAreas(sheet: Sheet): { rule: JsonObject; areas: Area[] }[] {
  const rules = new Map<string, { rule: JsonObject; areas: Area[] }>();
  const keys = new WeakMap<JsonObject, string>();
  const keyOf = (row: number, column: number): string | undefined => {
    const rule = sheet.cells.extras(row, column)?.dataValidation;
    if (rule === undefined || rule === null) return undefined;
    const object = objectOf(rule);
    const key = keys.get(object) ?? JSON.stringify(object);
    keys.set(object, key);
    if (!rules.has(key)) rules.set(key, { rule: object, areas: [] });
    return key;
  };
  for (let column = 0; column < sheet.state.columnCount; column += 1) {
    let start = 0;
    let current: string | undefined;
    for (let row = 0; row <= sheet.cells.length; row += 1) {
      const key = row === sheet.cells.length ? undefined : keyOf(row, column);
      if (key === current) continue;
      if (current !== undefined) addRun(rules.get(current)?.areas ?? [], start, row, column);
      start = row;
      current = key;
    }
  }
  return [...rules.values()];
}

/** Widens the area on the left when it is as high. */
function addRun(areas: Area[], startRow: number, endRow: number, column: number): void {
  const left = areas.find((area) => area.endColumn === column && area.startRow === startRow && area.endRow === endRow);
  if (left !== undefined) left.endColumn = column + 1;
  else areas.push({ startRow, endRow, startColumn: column, endColumn: column + 1 });
}
