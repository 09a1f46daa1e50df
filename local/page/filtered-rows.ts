import type { AreaWire, TabWire } from '../sheets-server/page/wire.ts';

type Runs = TabWire['filtered'];

/** Whether a filter hides a row. `runs` are half-open and ascending. */
export function isFiltered(runs: Runs, row: number): boolean {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.[1] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return row >= (runs[low]?.[0] ?? Number.POSITIVE_INFINITY);
}

/** The parts of an area that a filter shows. */
export function shownParts(runs: Runs, area: AreaWire): AreaWire[] {
  const parts: AreaWire[] = [];
  let startRow = area.startRow;
  for (const [from, to] of runs) {
    if (to <= startRow) continue;
    if (from >= area.endRow) break;
    if (from > startRow) parts.push({ ...area, startRow, endRow: from });
    startRow = Math.max(startRow, to);
  }
  if (startRow < area.endRow) parts.push({ ...area, startRow });
  return parts;
}
