import type { Grid } from '../../lambdas/domain/cells/cell.ts';
import { type TabRows, tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { tabsRead } from '../../lambdas/sheets/read-tabs.ts';

/** A tab as it comes from Sheets: in the bytes of an answer; beside an earlier one, as a warm function reads it. */
export function tabFromBytes(values: Grid, earlier?: TabRows): TabRows {
  const valueRanges = [{ dataFilters: [{ gridRange: {} }], valueRange: { values } }];
  return tabsRead(Buffer.from(JSON.stringify({ valueRanges })), 'test', [0]).tabs(earlier)[0] ?? tabOf([]);
}
