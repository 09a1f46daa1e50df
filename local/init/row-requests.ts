import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { letterOf } from '../../lambdas/domain/cells/columns.ts';
import { headerKey } from '../../lambdas/domain/cells/phrase.ts';
import { textOf } from '../../lambdas/domain/cells/table.ts';
import { columnAt, type TabPlace } from './place-tab.ts';
import type { RowSpec, Surroundings } from './tab-spec.ts';
import { validationRule } from './validation.ts';
import { isBlankRow, valueAt } from './workbook-view.ts';

type Request = sheets_v4.Schema$Request;

export interface RowsPlan {
  readonly count: number;
  readonly requests: readonly Request[];
}

/** The rows that a tab begins with, below what stands there. */
export function rowRequests(place: TabPlace, surroundings: Surroundings): RowsPlan {
  const { spec, view, headerRow } = place;
  const start = view
    ? Math.max(
        headerRow,
        view.rows.findLastIndex((row) => !isBlankRow(row)),
      ) + 1
    : headerRow + 1;
  const rows = missingRows(place, start > headerRow + 1, surroundings);
  if (rows.length === 0) return { count: 0, requests: [] };
  const lacking = start + rows.length - (view?.rowCount ?? Number.POSITIVE_INFINITY);
  const grow = { appendDimension: { sheetId: place.sheetId, dimension: 'ROWS', length: lacking } };
  const writes = spec.columns.flatMap(({ field }) => {
    const values = rows.map((row) => ({ values: [cellOf(row[field])] }));
    const range = area(place, start, rows.length, columnAt(place, field));
    return rows.some((row) => row[field] !== undefined)
      ? [{ updateCells: { range, rows: values, fields: 'userEnteredValue' } }]
      : [];
  });
  const rules = rows.flatMap((row, at) => ruleOf(place, row, start + at) ?? []);
  return { count: rows.length, requests: [...(lacking > 0 ? [grow] : []), ...writes, ...rules] };
}

function missingRows(
  { spec, view, headerRow, columnOf, added }: TabPlace,
  hasRows: boolean,
  surroundings: Surroundings,
) {
  if (!spec.rows) return [];
  const all = spec.rows.make(surroundings);
  const { missing } = spec.rows;
  if (missing === 'empty') return hasRows ? [] : all;
  const column = added.has(missing.field) ? -1 : (columnOf.get(missing.field) ?? -1);
  const there = new Set(
    view?.rows.slice(headerRow + 1).map((_, row) => headerKey(textOf(valueAt(view, headerRow + 1 + row, column)))),
  );
  return all.filter((row) => !there.has(headerKey(String(row[missing.field] ?? ''))));
}

const cellOf = (value: string | number | undefined): sheets_v4.Schema$CellData =>
  value === undefined
    ? {}
    : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };

function ruleOf(place: TabPlace, row: RowSpec, at: number): Request | undefined {
  const own = place.spec.rows?.takes?.(row);
  if (!own) return undefined;
  const column = columnAt(place, own.field);
  const rule = validationRule(own.takes, `$${letterOf(column)}${at + 1}`, String(row.about ?? ''), new Map());
  return rule && { setDataValidation: { range: area(place, at, 1, column), rule } };
}

const area = ({ sheetId }: TabPlace, row: number, rows: number, column: number): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + rows,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});
