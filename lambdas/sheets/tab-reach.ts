import type { TabExtent } from '../ports.ts';
import type { TabLayout } from '../tabs/layout.ts';
import { neededGrid, ownReach, type Reach } from '../tabs/needed-grid.ts';

/** The cells to write: those of the layout and those that it had before, as far as the grid still goes. */
export function writtenReach(layout: TabLayout, previous: TabExtent | undefined): Reach {
  const own = ownReach(layout);
  if (previous === undefined) return own;
  const grid = neededGrid(layout);
  return {
    rows: Math.min(Math.max(own.rows, previous.rows), Math.max(grid.rows, previous.gridRows)),
    columns: Math.min(Math.max(own.columns, previous.columns), Math.max(grid.columns, previous.gridColumns)),
  };
}
