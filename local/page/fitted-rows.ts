import type { TabWire } from '../sheets-server/page/wire.ts';
import type { Axis } from './axis.ts';
import type { Block } from './cell-store.ts';
import { isFiltered } from './filtered-rows.ts';
import { ROW_PIXELS, rowHeight } from './row-height.ts';
import { rowsOf } from './shape.ts';

/** Heights of rows: those that somebody set, and those that follow from text that was read. */
export class FittedRows {
  /** Also of rows that a filter hides now: they come back. */
  private readonly fitted = new Map<number, number>();
  private tab: TabWire | undefined;
  private axis: Axis | undefined;

  /** The rows of a tab. Of one that was open, heights fitted to text stay until that text comes again. */
  of(tab: TabWire): Axis {
    const axis = rowsOf(tab);
    const set = new Set(tab.heights.map(([row]) => row));
    if (this.tab?.id !== tab.id) this.fitted.clear();
    axis.resize([...this.fitted].filter(([row]) => row < tab.rows && !set.has(row) && !isFiltered(tab.filtered, row)));
    this.tab = tab;
    this.axis = axis;
    return axis;
  }

  /** Fits the rows of a block to their text; tells whether any became taller or lower. */
  fit({ startRow, startColumn, cells }: Block, columns: Axis): boolean {
    const { tab, axis } = this;
    if (tab === undefined || axis === undefined) return false;
    const set = new Set(tab.heights.map(([row]) => row));
    const sizes: [number, number][] = [];
    for (const [index, line] of cells.rows.entries()) {
      const row = startRow + index;
      if (row >= tab.rows || set.has(row)) continue;
      const merges = tab.merges.filter((merge) => row >= merge.startRow && row < merge.endRow);
      // As in Sheets, a text in merged cells makes no row taller.
      const alone = line.map((cell, at) =>
        merges.some((merge) => startColumn + at >= merge.startColumn && startColumn + at < merge.endColumn)
          ? null
          : cell,
      );
      const height = rowHeight(alone, cells.styles, (at) => columns.size(startColumn + at));
      // Columns further right can only make a row taller.
      if (startColumn > 0 && height <= (this.fitted.get(row) ?? ROW_PIXELS)) continue;
      if (height === ROW_PIXELS) this.fitted.delete(row);
      else this.fitted.set(row, height);
      if (!isFiltered(tab.filtered, row)) sizes.push([row, height]);
    }
    return axis.resize(sizes);
  }
}
