import { findHeader, letterOf } from '../../lambdas/domain/cells/columns.ts';
import { INPUT_SHEET_IDS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import { freeTitle } from '../../lambdas/sheets/free-title.ts';
import type { TabSpec } from './tab-spec.ts';
import { isBlankRow, type TabView } from './workbook-view.ts';

/** Where a tab and its columns stand, or will stand. */
export interface TabPlace {
  readonly spec: TabSpec;
  readonly sheetId: number;
  readonly title: string;
  /** Absent = it is added. */
  readonly view?: TabView;
  /** Zero-based. */
  readonly headerRow: number;
  readonly columnOf: ReadonlyMap<string, number>;
  /** Fields whose column is added. */
  readonly added: ReadonlySet<string>;
  /** Nothing stands there: its looks are ours to decide. */
  readonly isBare: boolean;
}

/** Why a tab is left as it is. */
export interface Attention {
  readonly message: string;
}

export function placeTab(
  spec: TabSpec,
  view: TabView | undefined,
  takenTitles: readonly string[],
): TabPlace | Attention {
  if (!view || view.rows.every(isBlankRow)) {
    return {
      spec,
      sheetId: view?.sheetId ?? INPUT_SHEET_IDS[spec.name],
      title: view?.title ?? freeTitle(spec.name, takenTitles),
      ...(view && { view }),
      headerRow: 0,
      columnOf: new Map(spec.columns.map(({ field }, column) => [field, column])),
      added: new Set(spec.columns.map(({ field }) => field)),
      isBare: true,
    };
  }
  return placeColumns(spec, view);
}

/** Columns that are missing come to the right of everything that stands on the tab. */
function placeColumns(spec: TabSpec, view: TabView): TabPlace | Attention {
  const grid = view.rows.map((row) => row.map(({ value }) => value));
  const optional = spec.columns.map(({ required: _, ...column }) => column);
  const header = findHeader(view.title, grid, optional);
  if ('message' in header) return header;
  const hasRows = view.rows.some((row, at) => at > header.row && !isBlankRow(row));
  if (hasRows) {
    // An empty column Date would reject every row that is there: it was perhaps only renamed.
    const strict = findHeader(view.title, grid, spec.columns);
    if ('message' in strict) return strict;
  }
  let next = Math.max(0, ...view.rows.map((row) => row.length));
  const added = new Set<string>();
  const columnOf = new Map<string, number>();
  for (const [index, { field }] of spec.columns.entries()) {
    const found = header.columns[index] ?? -1;
    if (found < 0) added.add(field);
    columnOf.set(field, found < 0 ? next++ : found);
  }
  const { sheetId, title } = view;
  return { spec, sheetId, title, view, headerRow: header.row, columnOf, added, isBare: false };
}

export const columnAt = (place: TabPlace, field: string): number => {
  const column = place.columnOf.get(field);
  if (column === undefined) throw new Error(`The set-up of ${place.spec.name} has no column ${field}.`);
  return column;
};

/** `$C2`: the cell of a field in the first row below the header. */
export const referenceTo =
  (place: TabPlace) =>
  (field: string): string =>
    `$${letterOf(columnAt(place, field))}${place.headerRow + 2}`;
