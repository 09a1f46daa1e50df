import type { Columns } from './row-element.ts';
import type { Shape } from './shape.ts';

/** Rows drawn above and below the window, so that scrolling finds them there. */
const AHEAD = 8;
/** Narrow tabs are drawn in their whole width. */
const WHOLE_WIDTH = 40;
/** How far above the window the first cell of a merge is looked for. */
const MERGE_REACH = 200;

/** What is to be drawn of the parts that scroll, half-open. */
export interface Sight {
  readonly from: number;
  readonly to: number;
  readonly columns: Columns;
}

/** `view`: how far it is scrolled, and the size of the window. */
export function sightOf(
  { tab, rows, columns, frozenRows, frozenColumns, gutter }: Shape,
  view: DOMRectReadOnly,
): Sight {
  let from = Math.max(frozenRows, rows.at(view.y + rows.offset(frozenRows)) - AHEAD);
  for (const { startRow, endRow } of tab.merges)
    if (startRow >= frozenRows && startRow < from && endRow > from && from - startRow < MERGE_REACH) from = startRow;
  const wide = tab.columns > WHOLE_WIDTH;
  return {
    from,
    to: Math.min(tab.rows, rows.at(view.y + view.height) + AHEAD),
    columns: wide
      ? [
          Math.max(frozenColumns, columns.at(view.x + columns.offset(frozenColumns)) - 4),
          Math.min(tab.columns, columns.at(view.x + view.width - gutter) + 5),
        ]
      : [frozenColumns, tab.columns],
  };
}
