import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { SetUpMark } from './set-up-mark.ts';

/** What `leadsheet init` looks at before it decides. */
export interface WorkbookView {
  readonly title: string;
  readonly timeZone: string;
  /** In their order in the workbook; without tabs that are one big chart. */
  readonly tabs: readonly TabView[];
}

export interface TabView {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first rows, as many as are looked at. */
  readonly rows: readonly (readonly CellView[])[];
  /** How many conditional formats there are. */
  readonly ruleCount: number;
  /** Zero-based columns, half-open, that a protected range covers. */
  readonly protectedColumns: readonly (readonly [from: number, to: number])[];
  /** What an earlier `init` noted; absent = none was here. */
  readonly mark?: SetUpMark;
}

export interface CellView {
  readonly value?: Cell;
  readonly hasNote?: true;
  readonly hasFormat?: true;
  readonly isValidated?: true;
}

export const valueAt = (tab: TabView, row: number, column: number): Cell => tab.rows[row]?.[column]?.value;
export const isBlankRow = (cells: readonly CellView[]): boolean => cells.every(({ value }) => isEmpty(value));

const isEmpty = (value: Cell): boolean => value === undefined || value === null || value === false || value === '';
