/** What the page in the browser reads from the server, as JSON. Text in it is shown as text, never as markup. */
export interface StatusWire {
  /** Of the workbook; it rises with each write. */
  readonly version: number;
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
  /** Absent when nobody makes reports from this workbook. */
  readonly sync?: SyncStatus;
}

/** How far the reports follow the rows. */
export interface SyncStatus {
  readonly running: boolean;
  /** When the last sync ended, milliseconds since 1970. */
  readonly at?: number;
  /** What stands in the way, for people. */
  readonly problem?: string;
}

export interface BookWire {
  readonly title: string;
  readonly version: number;
  /** In order, without the hidden ones. */
  readonly tabs: readonly {
    readonly id: number;
    readonly title: string;
    readonly readOnly: boolean;
    /** A CSS colour for both modes. */
    readonly colour?: string;
  }[];
}

/** Zero-based, half-open. */
export interface AreaWire {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface TabWire {
  readonly id: number;
  readonly title: string;
  readonly version: number;
  /** Of the whole grid. */
  readonly rows: number;
  readonly columns: number;
  /** Up to the last cell with a value. */
  readonly usedRows: number;
  readonly usedColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  /** Pixels by index where they are not the default; 0 = hidden. */
  readonly widths: readonly (readonly [number, number])[];
  readonly heights: readonly (readonly [number, number])[];
  readonly defaultWidth: number;
  readonly merges: readonly AreaWire[];
  readonly locked: readonly (AreaWire & { readonly why: string })[];
  readonly charts: number;
  readonly views: readonly { readonly id: number; readonly title: string }[];
  /** The filter view that was asked for; without a title when the tab has none of that id. */
  readonly view?: {
    readonly id: number;
    readonly title?: string;
    /** Rows below its header, and how many of them it shows. */
    readonly rows?: number;
    readonly shown?: number;
    /** Whether Sheets would show its rows in another order. */
    readonly sorted?: boolean;
  };
  /** The filter in force: that of the view, else the basic filter. */
  readonly filter?: FilterWire;
  /** Rows that it hides, as half-open runs. */
  readonly filtered: readonly (readonly [number, number])[];
}

export interface FilterWire {
  /** Its first row is the header. */
  readonly area: AreaWire;
  /** The columns that it asks something of, in words. */
  readonly asks: readonly { readonly column: number; readonly words: string }[];
}

export interface StyleWire {
  /** Declarations made of our words and numbers only. */
  readonly css: string;
  /** What the height of a row depends on. */
  readonly wrap?: boolean;
  /** Text ends at the edge of the cell, though the next one is empty. */
  readonly clip?: boolean;
  readonly bold?: boolean;
  /** Font size, when it is not the default. */
  readonly pixels?: number;
}

/** One cell; short names, because there are many. */
export interface CellWire {
  /** What it shows. */
  readonly t?: string;
  /** Its style, an index into `styles`. */
  readonly s?: number;
  /** The text to edit, when it is not what it shows. */
  readonly e?: string;
  readonly note?: string;
  /** `#gid=..&range=..`, `/w/ID#..`, or an http, https or mailto address. */
  readonly link?: string;
  /** The text in parts, when they do not all look the same or lead to the same place. */
  readonly runs?: readonly RunWire[];
  readonly spark?: { readonly kind: 'line' | 'columns'; readonly values: readonly number[] };
  /** A checkbox, ticked or not; and what to type to turn it, when that is not TRUE and FALSE. */
  readonly tick?: boolean;
  readonly tickText?: string;
  /** Values to choose from, an index into `choices`. */
  readonly choices?: number;
  /** A formula that the server does not compute: shown as such, never faked. */
  readonly unknown?: true;
}

export interface RunWire {
  readonly t: string;
  /** An index into `styles`. */
  readonly s?: number;
  readonly link?: string;
}

export interface CellsWire {
  readonly version: number;
  /** From the first row asked for; empty cells are null, trailing ones left out. */
  readonly rows: readonly (readonly (CellWire | null)[])[];
  readonly styles: readonly StyleWire[];
  readonly choices: readonly (readonly string[])[];
}

export type LegendPlace = 'bottom' | 'top' | 'left' | 'right' | 'none';

export interface SeriesWire {
  readonly name: string;
  readonly type: 'LINE' | 'COLUMN' | 'AREA' | 'STEPS' | 'SCATTER';
  /** `null` where the cell holds no number: a gap, not zero. */
  readonly values: readonly (number | null)[];
  readonly right: boolean;
  /** Series of one stack stand on each other. */
  readonly stack?: string;
  readonly dashed: boolean;
  /** `none`: only its points are drawn. */
  readonly line: 'solid' | 'dashed' | 'dotted' | 'none';
  /** Of the line, in pixels. */
  readonly width?: number;
  /** `#rrggbb` */
  readonly colour?: string;
  /** Carries what stands on it and is not seen itself: the lower edge of a band. */
  readonly invisible: boolean;
  /** Whether its numbers are fractions shown as percent. */
  readonly percent: boolean;
  readonly point?: { readonly shape?: string; readonly size?: number };
  /** Text at each point; `''` for none. */
  readonly labels?: readonly string[];
  /** Google's `placement` of them. */
  readonly labelPlace?: string;
  /** Points with a colour of their own: index and `#rrggbb`. */
  readonly pointColours?: readonly (readonly [number, string])[];
}

/** Where a chart stands: the cell below its top left corner, the distance from it, its size; in pixels. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Heading {
  readonly title: string;
  readonly subtitle?: string;
  readonly centred?: boolean;
}

export interface AxesDrawing extends Heading {
  readonly kind: 'axes';
  readonly horizontal: boolean;
  readonly smooth: boolean;
  /** Lines go on over gaps. */
  readonly joined: boolean;
  readonly legend: LegendPlace;
  readonly categories: readonly string[];
  /** The domain as numbers, for points at their places. */
  readonly places?: readonly (number | null)[];
  readonly series: readonly SeriesWire[];
  /** By `BOTTOM_AXIS`, `LEFT_AXIS`, `RIGHT_AXIS`. */
  readonly axisTitles: Readonly<Record<string, string>>;
  readonly axisRanges: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
  /** What a stack comes to at each category. */
  readonly totals?: readonly { readonly value: number; readonly text: string }[];
}

export interface PieDrawing extends Heading {
  readonly kind: 'pie';
  /** `labels`: names stand at the slices. */
  readonly legend: LegendPlace | 'labels';
  /** Share of the radius that is cut out. */
  readonly hole: number;
  readonly slices: readonly { readonly name: string; readonly value: number; readonly shown: string }[];
}

export interface ScoreDrawing extends Heading {
  readonly kind: 'score';
  readonly value: string;
  readonly baseline?: {
    readonly text: string;
    readonly direction: 'up' | 'down' | 'same';
    /** A CSS colour for both modes. */
    readonly colour?: string;
  };
}

export type ChartDrawing = AxesDrawing | PieDrawing | ScoreDrawing;

export interface ChartWire {
  readonly place: ChartPlace;
  readonly title: string;
  /** What it shows, in the words of its maker. */
  readonly altText?: string;
  /** A CSS colour for both modes. */
  readonly paper?: string;
  /** One of the two: what to draw, or why it is not drawn. */
  readonly drawing?: ChartDrawing;
  readonly problem?: string;
}
