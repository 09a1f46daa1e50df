import { formatArea } from '../sheets-server/a1.ts';
import type { AreaWire } from '../sheets-server/page/wire.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The active cell, and the far corner of what is selected with it. */
export interface Selection {
  readonly active: Place;
  readonly corner: Place;
}

export const selectCell = (place: Place): Selection => ({ active: place, corner: place });

export const areaOf = ({ active, corner }: Selection): AreaWire => ({
  startRow: Math.min(active.row, corner.row),
  endRow: Math.max(active.row, corner.row) + 1,
  startColumn: Math.min(active.column, corner.column),
  endColumn: Math.max(active.column, corner.column) + 1,
});

export const nameOf = (selection: Selection): string => formatArea(areaOf(selection));

export const contains = (area: AreaWire, { row, column }: Place): boolean =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;

export const overlap = (a: AreaWire, b: AreaWire): boolean =>
  a.startRow < b.endRow && b.startRow < a.endRow && a.startColumn < b.endColumn && b.startColumn < a.endColumn;
