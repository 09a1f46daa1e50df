import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { columnFormat, HEADER_FORMAT, MARK_FORMATS } from './looks.ts';
import { columnAt, referenceTo, type TabPlace } from './place-tab.ts';
import type { ColumnSpec } from './tab-spec.ts';
import { validationRule } from './validation.ts';
import type { CellView } from './workbook-view.ts';

type Request = sheets_v4.Schema$Request;

/** One column: its header, its looks, what it takes. What people decided there before stays. */
export function columnRequests(
  place: TabPlace,
  column: ColumnSpec,
  places: ReadonlyMap<InputTab, TabPlace>,
): Request[] {
  const at = columnAt(place, column.field);
  const isAdded = place.added.has(column.field);
  const below = belowHeader(place, at);
  const cells = (place.view?.rows.slice(place.headerRow + 1) ?? []).map((row) => row[at] ?? {});
  const rule = column.takes && validationRule(column.takes, referenceTo(place)(column.field), column.note, places);
  const format = isAdded ? columnFormat(column.takes) : undefined;
  const isProtected = place.view?.protectedColumns.some(([from, to]) => from <= at && at < to) ?? false;
  return [
    ...(isAdded ? [width(place.sheetId, at, column.width)] : []),
    ...headerRequests(place, column, at, isAdded),
    ...(format
      ? [
          {
            repeatCell: { range: below, cell: { userEnteredFormat: format }, fields: 'userEnteredFormat.numberFormat' },
          },
        ]
      : []),
    ...(rule && !cells.some(isValidated) ? [{ setDataValidation: { range: below, rule } }] : []),
    ...(column.ours && !isProtected ? [warnOnEdit(below)] : []),
  ];
}

const isValidated = (cell: CellView): boolean => cell.isValidated ?? false;

function headerRequests(place: TabPlace, { name, note }: ColumnSpec, at: number, isAdded: boolean): Request[] {
  const { sheetId, headerRow, view } = place;
  const range = {
    sheetId,
    startRowIndex: headerRow,
    endRowIndex: headerRow + 1,
    startColumnIndex: at,
    endColumnIndex: at + 1,
  };
  const there = view?.rows[headerRow]?.[at];
  const cell: sheets_v4.Schema$CellData = {
    ...(isAdded && { userEnteredValue: { stringValue: name } }),
    ...(!there?.hasFormat && { userEnteredFormat: HEADER_FORMAT }),
    ...(!there?.hasNote && note !== '' && { note }),
  };
  const fields = Object.keys(cell).join(',');
  return fields === '' ? [] : [{ updateCells: { range, rows: [{ values: [cell] }], fields } }];
}

/** The conditional formats of a column, after those that are there: people's own go first. */
export function markRequestsOf(place: TabPlace, column: ColumnSpec, firstIndex: number): Request[] {
  const range = belowHeader(place, columnAt(place, column.field));
  return (column.marks ?? []).map(({ when, look }, offset) => ({
    addConditionalFormatRule: {
      index: firstIndex + offset,
      rule: {
        ranges: [range],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: `=${when(referenceTo(place))}` }] },
          format: MARK_FORMATS[look],
        },
      },
    },
  }));
}

/** Without an end: rows that are added later are meant as well. */
const belowHeader = ({ sheetId, headerRow }: TabPlace, column: number): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex: headerRow + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

const width = (sheetId: number, column: number, pixelSize: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
    properties: { pixelSize },
    fields: 'pixelSize',
  },
});

/** A warning, no lock: with a lock reps could neither sort nor delete rows. */
const warnOnEdit = (range: sheets_v4.Schema$GridRange): Request => ({
  addProtectedRange: {
    protectedRange: {
      range,
      description: 'Leadsheet writes this column; what is typed here is overwritten.',
      warningOnly: true,
    },
  },
});
