import type { JsonObject } from '../json.ts';
import { CellGrid } from './cell-grid.ts';

/** Width of a column and height of a row that nobody changed, in pixels. */
export const DEFAULT_COLUMN_PIXELS = 100;
export const DEFAULT_ROW_PIXELS = 21;

/** The things that stand on a tab beside its cells, each as Google's JSON and in the order of their making. */
export const COLLECTIONS = [
  'merges',
  'protectedRanges',
  'charts',
  'filterViews',
  'conditionalFormats',
  'developerMetadata',
  'bandedRanges',
  'slicers',
  'tables',
  'rowGroups',
  'columnGroups',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

export interface SheetState {
  readonly sheetId: number;
  title: string;
  rowCount: number;
  columnCount: number;
  /** The rest of `SheetProperties`: hidden, tabColor, rightToLeft and, below `gridProperties`, the frozen rows and so on. */
  properties: JsonObject;
  collections: Readonly<Partial<Record<Collection, readonly JsonObject[]>>>;
  basicFilter: JsonObject | undefined;
  /** `DimensionProperties` by index, only where they differ from the default. */
  rowMetadata: ReadonlyMap<number, JsonObject>;
  columnMetadata: ReadonlyMap<number, JsonObject>;
}

/** One tab. Everything but the cells is replaced, never changed in place: a fork shares it. */
export class Sheet {
  readonly state: SheetState;
  readonly cells: CellGrid;

  constructor(state: SheetState, cells: CellGrid = new CellGrid()) {
    this.state = state;
    this.cells = cells;
  }

  fork(): Sheet {
    return new Sheet({ ...this.state }, this.cells.fork());
  }

  get id(): number {
    return this.state.sheetId;
  }

  get title(): string {
    return this.state.title;
  }

  list(collection: Collection): readonly JsonObject[] {
    return this.state.collections[collection] ?? [];
  }

  replaceList(collection: Collection, items: readonly JsonObject[]): void {
    this.state.collections = { ...this.state.collections, [collection]: items };
  }
}

export const newSheet = (sheetId: number, title: string, rowCount = 1000, columnCount = 26): Sheet =>
  new Sheet({
    sheetId,
    title,
    rowCount,
    columnCount,
    properties: {},
    collections: {},
    basicFilter: undefined,
    rowMetadata: new Map(),
    columnMetadata: new Map(),
  });

/** A tab that holds a chart instead of cells: its grid has no rows. */
export const newObjectSheet = (sheetId: number, title: string): Sheet => newSheet(sheetId, title, 0, 0);

export const isObjectSheet = ({ state }: Sheet): boolean => state.rowCount === 0;
