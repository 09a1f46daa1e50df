import { rangeArea } from '../conditional-format/range-area.ts';
import { filterCriteria } from '../filter/filter-criteria.ts';
import { hiddenRows } from '../filter/hidden-rows.ts';
import { arrayOf, type JsonObject, numberOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { filterWords } from './filter-words.ts';
import type { AreaWire, FilterWire, TabWire } from './wire.ts';

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
  const view = wanted === undefined ? undefined : viewOf(open, wanted, sheet, hidden);
  return {
    views,
    ...(view !== undefined && { view }),
    ...(filter !== undefined && { filter: filterOf(sheet, filter) }),
    filtered: runs(hidden),
  };
}

/** Blank rows below the others count neither as rows nor as hidden. */
function viewOf(view: JsonObject | undefined, id: number, sheet: Sheet, hidden: ReadonlySet<number>): TabWire['view'] {
  if (view === undefined) return { id };
  const rows = filledRows(sheet, rangeArea(sheet, view.range));
  return {
    id,
    title: stringOf(view.title) ?? 'Filter view',
    rows: rows.length,
    shown: rows.filter((row) => !hidden.has(row)).length,
    sorted: arrayOf(view.sortSpecs).length > 0,
  };
}

/** The rows below the header that hold something. */
function filledRows({ cells }: Sheet, { startRow, endRow, startColumn, endColumn }: AreaWire): number[] {
  const rows: number[] = [];
  for (let row = startRow + 1; row < Math.min(endRow, cells.length); row += 1) {
    const values = cells.row(row)?.values.slice(startColumn, endColumn) ?? [];
    if (values.some((value) => value !== undefined)) rows.push(row);
  }
  return rows;
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
