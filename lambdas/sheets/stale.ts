import type { Fence, Publication, TabPublication, WorkbookDescription } from '../ports.ts';
import { AS_OF_RANGE, TAB_SHEET_IDS } from '../tabs/tab-names.ts';
import { fenceId } from './fence.ts';
import { chartId } from './ids.ts';
import { newTitles } from './new-titles.ts';
import { AS_OF_RANGE_ID } from './requests.ts';
import { standingCharts } from './tab-charts.ts';

/** Whether the named range of the fence is on the sheet: the batch that added it was applied as a whole. */
export function fenceStands(now: WorkbookDescription, fence: Fence): boolean {
  return now.namedRanges.some(({ id }) => id === fenceId(fence));
}

/**
 * Whether the sheet is not as the publication supposed, so that Sheets refused it through nobody's fault. Judged by
 * the sheet itself and not by the wording of the refusal, which Google promises nobody.
 */
export function isStale(now: WorkbookDescription, publication: Publication): boolean {
  const { from, to, addAsOfRange, tabs, standing = [] } = publication;
  const health = TAB_SHEET_IDS.Health;
  return (
    (from !== undefined && !fenceStands(now, from)) ||
    fenceStands(now, to) ||
    (addAsOfRange && now.namedRanges.some(({ id, name }) => id === AS_OF_RANGE_ID || name === AS_OF_RANGE)) ||
    !(
      now.tabs.some((tab) => tab.sheetId === health) || tabs.some((tab) => isNew(tab) && tab.layout.name === 'Health')
    ) ||
    titlesWereTaken(now, publication) ||
    standing.some((name) => !now.tabs.some((tab) => tab.sheetId === TAB_SHEET_IDS[name])) ||
    tabs.some((tab) => tabIsStale(now, tab))
  );
}

const isNew = (tab: TabPublication) => tab.previous === undefined;

/** Somebody gave a tab the title that we chose for a new one. */
function titlesWereTaken(now: WorkbookDescription, publication: Publication): boolean {
  const chosen = new Set([...newTitles(publication).values()].map((title) => title.toLowerCase()));
  return now.tabs.some((tab) => chosen.has(tab.title.toLowerCase()));
}

function tabIsStale(now: WorkbookDescription, tab: TabPublication): boolean {
  const sheetId = TAB_SHEET_IDS[tab.layout.name];
  const there = now.tabs.find((candidate) => candidate.sheetId === sheetId);
  if (tab.previous === undefined || there === undefined) return (tab.previous === undefined) === (there !== undefined);
  const supposed = standingCharts(tab);
  const added = tab.layout.charts.map((_, index) => chartId(sheetId, index)).filter((id) => !supposed.includes(id));
  return (
    there.rowCount < tab.previous.gridRows ||
    there.columnCount < tab.previous.gridColumns ||
    supposed.some((id) => !there.chartIds.includes(id)) ||
    added.some((id) => there.chartIds.includes(id))
  );
}
