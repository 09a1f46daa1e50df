import type { TabName } from './tab-names.ts';

/** How a cell looks; `styles.ts` says what each name means in Sheets. */
export type StyleName =
  | 'title'
  | 'stamp'
  | 'banner'
  | 'heading'
  | 'head'
  | 'head-right'
  | 'text'
  | 'strong'
  | 'muted'
  | 'wrap'
  | 'wrap-strong'
  | 'wrap-muted'
  | 'label'
  | 'count'
  | 'count-strong'
  | 'count-muted'
  | 'count-top'
  | 'restated-count'
  | 'decimal'
  | 'hundredths'
  | 'percent'
  | 'percent-strong'
  | 'percent-muted'
  | 'money'
  | 'money-strong'
  | 'date'
  | 'good'
  | 'caution'
  | 'bad'
  | 'bad-top'
  | 'spark';

/** A formula that we compose ourselves; text from people never comes here. */
export interface Formula {
  readonly formula: string;
}

export interface CellLayout {
  /** Absent = empty. Dates are serial day numbers (days since 1899-12-30). */
  readonly value?: string | number | boolean | Formula;
  readonly style: StyleName;
  /** Shown when the pointer rests on the cell. */
  readonly note?: string;
  /** `#gid=...` within the workbook. */
  readonly link?: string;
}

/** Zero-based, half-open, within the tab. */
export interface CellRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface SeriesLayout {
  /** One column or one row; its first cell is the header when the chart's `headerCount` is 1. */
  readonly range: CellRange;
  readonly type?: 'LINE' | 'COLUMN' | 'AREA';
  readonly axis?: 'LEFT' | 'RIGHT';
  /** `#rrggbb` */
  readonly colour?: string;
  /** Drawn as a dashed line. */
  readonly dashed?: boolean;
}

export interface ChartLayout {
  readonly title: string;
  readonly subtitle?: string;
  readonly kind: 'LINE' | 'COLUMN' | 'BAR' | 'COMBO' | 'STACKED_COLUMN';
  readonly headerCount: 0 | 1;
  readonly domain: CellRange;
  readonly series: readonly SeriesLayout[];
  readonly bottomTitle?: string;
  readonly leftTitle?: string;
  readonly rightTitle?: string;
  /** Where its top left corner stands. */
  readonly anchor: { readonly row: number; readonly column: number };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A report tab as data: nothing of it knows of Sheets' requests. */
export interface TabLayout {
  readonly name: TabName;
  /** Hidden until there is something to see; people may show or hide it themselves in between. */
  readonly hidden?: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Widths of the columns in pixels; its length is the number of columns that we own. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly CellLayout[])[];
  readonly charts: readonly ChartLayout[];
}
