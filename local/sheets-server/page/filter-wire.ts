import { rangeArea } from '../conditional-format/range-area.ts';
import { filterCriteria } from '../filter/filter-criteria.ts';
import { hiddenRows } from '../filter/hidden-rows.ts';
import { arrayOf, type JsonObject, numberOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { filterWords } from './filter-words.ts';
import type { FilterWire, TabWire } from './wire.ts';

/** What filters make of a tab: with one of its filter views open, the basic filter does not matter, as in Sheets. */
export function filtersWire(
  workbook: Workbook,
  sheet: Sheet,
  wanted: number | undefined,
): Pick<TabWire, 'views' | 'view' | 'filter' | 'filtered'> {
  const all = sheet.list('filterViews');
  const views = all.map((view) => ({ id: idOf(view), title: stringOf(view.title) ?? 'Filter view' }));
  const open = wanted === undefined ? undefined : all.find((view) => idOf(view) === wanted);
  const filter = open ?? sheet.state.basicFilter;
  const hidden = filter === undefined ? new Set<number>() : hiddenRows(workbook, sheet, filter);
  const view = wanted === undefined ? undefined : viewOf(open, wanted, sheet, hidden.size);
  return {
    views,
    ...(view !== undefined && { view }),
    ...(filter !== undefined && { filter: filterOf(sheet, filter) }),
    filtered: runs(hidden),
  };
}

function viewOf(view: JsonObject | undefined, id: number, sheet: Sheet, hidden: number): TabWire['view'] {
  if (view === undefined) return { id };
  const { startRow, endRow } = rangeArea(sheet, view.range);
  const rows = Math.max(0, Math.min(endRow, sheet.cells.length) - startRow - 1);
  return {
    id,
    title: stringOf(view.title) ?? 'Filter view',
    rows,
    shown: Math.max(0, rows - hidden),
    sorted: arrayOf(view.sortSpecs).length > 0,
  };
}

function filterOf(sheet: Sheet, filter: JsonObject): FilterWire {
  return {
    area: rangeArea(sheet, filter.range),
    asks: filterCriteria(filter).map(({ column, criteria }) => ({ column, words: filterWords(criteria) })),
  };
}

const idOf = (view: JsonObject): number => numberOf(view.filterViewId) ?? -1;

/** Ascending numbers as half-open runs. */
function runs(rows: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === row) last[1] = row + 1;
    else found.push([row, row + 1]);
  }
  return found;
}
