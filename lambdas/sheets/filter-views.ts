import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { letterOf } from '../domain/cells/columns.ts';
import type { ActivityPlace } from '../domain/trees/head.ts';
import { FIRST_VIEW_ID, type FilterViewLayout, LAST_VIEW_ID, type ViewCriterion } from '../tabs/filter-view.ts';
import { batchUpdate } from './batch-update.ts';
import { type Call, parsed } from './call.ts';

type Request = sheets_v4.Schema$Request;

/**
 * Makes our filter views on a tab these, in one request after a look at those that stand there: people may have deleted
 * some, and a lost answer may have left all. Views of people are left alone.
 */
export async function putFilterViews(
  call: Call,
  workbook: string,
  place: ActivityPlace,
  views: readonly FilterViewLayout[],
): Promise<void> {
  const body = await call.body(workbook, {
    figure: 'sheets.reads',
    send: (sheets, http) =>
      sheets.spreadsheets.get(
        { spreadsheetId: workbook, fields: 'sheets(properties(sheetId),filterViews(filterViewId))' },
        http,
      ),
  });
  const { sheets = [] } = parsed(body, workbook) as sheets_v4.Schema$Spreadsheet; // Google's own type of this answer
  const here = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === place.sheetId);
  const standing = (here?.filterViews ?? [])
    .map(({ filterViewId }) => filterViewId ?? 0)
    .filter((id) => id >= FIRST_VIEW_ID && id <= LAST_VIEW_ID);
  const requests = filterViewRequests(place, views, new Set(standing));
  if (requests.length === 0) return;
  await call.body(workbook, batchUpdate(workbook, requests));
}

/** Deleted are those of ours that are no longer wanted. */
export function filterViewRequests(
  place: ActivityPlace,
  views: readonly FilterViewLayout[],
  standing: ReadonlySet<number>,
): Request[] {
  const wanted = new Set(views.map(({ id }) => id));
  return [
    ...[...standing].filter((id) => !wanted.has(id)).map((filterId) => ({ deleteFilterView: { filterId } })),
    ...views.map((view): Request => {
      const filter = filterView(place, view);
      return standing.has(view.id)
        ? { updateFilterView: { filter, fields: 'title,range,filterSpecs' } }
        : { addFilterView: { filter } };
    }),
  ];
}

/** The view reaches from the header down, over every column: people may add some. */
function filterView(place: ActivityPlace, { id, title, criteria }: FilterViewLayout): sheets_v4.Schema$FilterView {
  return {
    filterViewId: id,
    title,
    range: { sheetId: place.sheetId, startRowIndex: place.row },
    filterSpecs: criteria.flatMap((criterion) => {
      const columnIndex = place[criterion.column];
      return columnIndex === undefined
        ? []
        : [{ columnIndex, filterCriteria: { condition: condition(place, criterion) } }];
    }),
  };
}

/**
 * Formulas of our own, in which names of people stand as quoted text; they look at the first row below the header.
 * Sheets reads them as if they were typed: arguments are parted by `;`, which does in every locale, and numbers are whole.
 */
function condition(place: ActivityPlace, criterion: ViewCriterion): sheets_v4.Schema$BooleanCondition {
  const cell = `$${letterOf(place[criterion.column] ?? 0)}${place.row + 2}`;
  const formula = (userEnteredValue: string) => ({ type: 'CUSTOM_FORMULA', values: [{ userEnteredValue }] });
  if (criterion.column === 'date') {
    // Dates typed as text are read as Sheets reads them.
    const day = `INT(IF(ISNUMBER(${cell});${cell};DATEVALUE(${cell})))`;
    return formula(`=IFERROR(AND(${day}>=${criterion.from};${day}<${criterion.to});FALSE)`);
  }
  if (criterion.column === 'check')
    return formula(`=LEFT(${cell};${criterion.startsWith.length})=${quoted(criterion.startsWith)}`);
  if (criterion.names.length === 0) return formula(`=TRIM(${cell})=""`);
  // RE2 takes a backslash before ASCII punctuation alone: before ’ or an emoji it would be an error.
  const any = criterion.names.map((name) => name.replace(/[!-/:-@[-`{-~]/g, '\\$&')).join('|');
  return formula(`=REGEXMATCH(LOWER(${cell});${quoted(`(^|;)\\s*(${any})\\s*(;|$)`)})`);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
