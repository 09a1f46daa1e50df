import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { someRows } from './ingest-rows.ts';
import { type Service, service, WORKBOOK } from './ports.ts';
import { serial } from './trees.ts';

export const SETTINGS = 'Settings';
export const settings = (before: Cell): Cell[][] => [
  ['Setting', 'Value'],
  ['Archived before', before],
];
export const head = (one: Service) => one.store.table.heads.get(WORKBOOK);
export const figures = (one: Service): string | undefined => head(one)?.derived?.root;
export const rowsOnSheet = (one: Service): Cell[][] => one.sheet.tab('Activity').rows.slice(1);
export const setRows = (one: Service, rows: readonly (readonly Cell[])[]): void => {
  one.sheet.tab('Activity').rows.splice(1, Number.POSITIVE_INFINITY, ...rows.map((cells) => [...cells]));
};
export const dayOf = (cells: readonly Cell[]): number => Math.floor(Number(cells[0]));

/** The figures of a workbook whose sheet holds these rows. */
export async function figuresOf(rows: readonly (readonly Cell[])[], now: number): Promise<string | undefined> {
  const twin = service(rows);
  twin.now = now;
  await twin.settle();
  return figures(twin);
}

/** The 70 rows run from 24 January to 2 February. */
export const ROWS = someRows(70);
export const FEBRUARY = serial('2026-02-01');

/** A workbook whose rows before February are gone from the sheet, `before` being the setting. */
export async function archived(before: Cell = FEBRUARY): Promise<Service> {
  const one = service(ROWS, { [SETTINGS]: settings(before) });
  await one.settle();
  setRows(
    one,
    ROWS.filter((cells) => dayOf(cells) >= FEBRUARY),
  );
  await one.settle();
  return one;
}
