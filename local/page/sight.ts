import type { Columns } from './row-element.ts';
import type { Shape } from './shape.ts';

/** Rows drawn above and below the window, so that scrolling finds them there. */
const AHEAD = 8;
/** Narrower tabs are drawn from their first column on, because text there may run on into sight. */
const WHOLE_WIDTH = 40;
/** Columns come into sight some at a time: each time every row is drawn anew. */
const STEP = 4;
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
  const right = columns.at(view.x + view.width - gutter) + 2;
  return {
    from,
    to: Math.min(tab.rows, rows.at(view.y + view.height) + AHEAD),
    columns: [
      tab.columns > WHOLE_WIDTH
        ? Math.max(frozenColumns, columns.at(view.x + columns.offset(frozenColumns)) - 4)
        : frozenColumns,
      Math.max(frozenColumns, Math.min(tab.columns, Math.ceil(right / STEP) * STEP)),
    ],
  };
}
