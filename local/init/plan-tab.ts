import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { columnRequests, markRequestsOf } from './column-requests.ts';
import { columnAt, type TabPlace } from './place-tab.ts';
import { rowRequests } from './row-requests.ts';
import { markRequests } from './set-up-mark.ts';
import type { Surroundings } from './tab-spec.ts';

type Request = sheets_v4.Schema$Request;

/** Of a tab that is added. */
const ROWS = 1000;
/** Columns beside ours, for people. */
const SPARE_COLUMNS = 3;
/** Noted when the first rows were brought. */
const ROWS_PART = 'rows';

export function addTabRequest({ spec, sheetId, title }: TabPlace, index: number | undefined): Request {
  return {
    addSheet: {
      properties: {
        sheetId,
        title,
        ...(index !== undefined && { index }),
        gridProperties: { rowCount: ROWS, columnCount: spec.columns.length + SPARE_COLUMNS, frozenRowCount: 1 },
      },
    },
  };
}

/** What is missing on a tab. Columns are brought back whenever they are gone; looks, dropdowns and rows only once. */
export function planTab(
  place: TabPlace,
  places: ReadonlyMap<InputTab, TabPlace>,
  surroundings: Surroundings,
  parts: readonly string[],
): { readonly requests: readonly Request[]; readonly steps: readonly string[] } {
  const { spec, sheetId, title, view, added, isBare } = place;
  const before = view?.mark;
  const done = new Set(before?.done);
  const columns = spec.columns.filter(({ field }) => added.has(field) || !done.has(field));
  const mayBringRows = spec.rows !== undefined && (spec.rows.missing !== 'empty' || !done.has(ROWS_PART));
  const rows = mayBringRows ? rowRequests(place, surroundings) : { count: 0, requests: [] };
  const requests: Request[] = [
    ...(view ? growColumns(place, view.columnCount) : []),
    ...(view && isBare ? [freezeHeader(sheetId)] : []),
    ...columns.flatMap((column) => columnRequests(place, column, places)),
    ...rows.requests,
  ];
  let rules = view?.ruleCount ?? 0;
  for (const column of columns) {
    const marks = markRequestsOf(place, column, rules);
    rules += marks.length;
    requests.push(...marks);
  }
  const now = [
    ...new Set([...done, ...columns.map(({ field }) => field), ...(spec.rows ? [ROWS_PART] : []), ...parts]),
  ];
  if (requests.length === 0 && now.every((part) => done.has(part))) return { requests: [], steps: [] };
  requests.push(...markRequests(sheetId, before, spec.name, now));
  const names = columns.filter(({ field }) => added.has(field)).map(({ name }) => name);
  const dressed = columns.filter(({ field }) => !added.has(field)).map(({ name }) => name);
  return {
    requests,
    steps: [
      ...(view ? [] : [`Add the tab ${title}: ${names.join(', ')}.`]),
      ...(view && names.length > 0
        ? [`${title}: add ${names.length === 1 ? 'the column' : 'the columns'} ${names.join(', ')}.`]
        : []),
      ...(dressed.length > 0
        ? [`${title}: notes, dropdowns and marks where there are none, on ${dressed.join(', ')}.`]
        : []),
      ...(rows.count > 0 ? [`${title}: fill in ${rows.count} ${rows.count === 1 ? 'row' : 'rows'}.`] : []),
    ],
  };
}

function growColumns(place: TabPlace, columnCount: number): Request[] {
  const needed = 1 + Math.max(...place.spec.columns.map(({ field }) => columnAt(place, field)));
  const length = needed - columnCount;
  return length > 0 ? [{ appendDimension: { sheetId: place.sheetId, dimension: 'COLUMNS', length } }] : [];
}

const freezeHeader = (sheetId: number): Request => ({
  updateSheetProperties: {
    properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
    fields: 'gridProperties.frozenRowCount',
  },
});
