import { type JsonObject, numberOf, objectOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Dimension } from './dimension-range.ts';

export const groupCollection = (dimension: Dimension): 'rowGroups' | 'columnGroups' =>
  dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';

/** How deep each row or column is grouped, up to the last grouped one. */
export function groupDepths(sheet: Sheet, dimension: Dimension): number[] {
  const depths: number[] = [];
  for (const group of sheet.list(groupCollection(dimension))) {
    const range = objectOf(group.range);
    const end = numberOf(range.endIndex) ?? 0;
    while (depths.length < end) depths.push(0);
    for (let index = numberOf(range.startIndex) ?? 0; index < end; index += 1)
      depths[index] = Math.max(depths[index] ?? 0, numberOf(group.depth) ?? 1);
  }
  return depths;
}

/** The groups of every depth, from the outermost in. */
export function groupsFrom(
  depths: readonly number[],
  rangeJson: (start: number, end: number) => JsonObject,
): JsonObject[] {
  const groups: JsonObject[] = [];
  const deepest = Math.max(0, ...Array.from(depths, (depth) => depth ?? 0));
  for (let depth = 1; depth <= deepest; depth += 1) {
    for (let start = 0; start < depths.length; start += 1) {
      if ((depths[start] ?? 0) < depth) continue;
      let end = start;
      while ((depths[end] ?? 0) >= depth) end += 1;
      groups.push({ range: rangeJson(start, end), depth });
      start = end;
    }
  }
  return groups;
}
