import { numberOf, objectOf } from '../../json.ts';
import type { Sheet } from '../../model/sheet.ts';
import { groupDepths } from '../../requests/dimension-groups.ts';
import type { Dimension } from '../../requests/dimension-range.ts';

/** Excel knows one level less than Sheets. */
const MOST_LEVELS = 7;

export interface Outline {
  readonly outlineLevel?: number;
  readonly hidden?: boolean;
  /** On the line whose button opens the group again. */
  readonly collapsed?: boolean;
}

/** What the groups of a tab say of its rows or columns, by index. `buttonAfter`: groups are opened from the line behind. */
export function outlineOf(sheet: Sheet, dimension: Dimension, buttonAfter: boolean): Map<number, Outline> {
  const lines = new Map<number, Outline>();
  for (const [index, depth] of groupDepths(sheet, dimension).entries())
    if (depth > 0) lines.set(index, { outlineLevel: Math.min(depth, MOST_LEVELS) });
  for (const group of sheet.list(dimension === 'ROWS' ? 'rowGroups' : 'columnGroups')) {
    if (group.collapsed !== true) continue;
    const { startIndex, endIndex } = objectOf(group.range);
    const start = numberOf(startIndex) ?? 0;
    const end = numberOf(endIndex) ?? start;
    for (let index = start; index < end; index += 1) lines.set(index, { ...lines.get(index), hidden: true });
    const button = buttonAfter ? end : start - 1;
    if (button >= 0) lines.set(button, { ...lines.get(button), collapsed: true });
  }
  return lines;
}
