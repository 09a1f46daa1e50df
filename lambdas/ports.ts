import type { Grid } from './domain/cells/cell.ts';
import type { TabRows } from './domain/cells/tab-rows.ts';
import type { ActivityPlace, Head } from './domain/trees/head.ts';
import type { ItemRef, TreeItem } from './domain/trees/item.ts';
import type { FilterViewLayout } from './tabs/filter-view.ts';
import type { ChartLayout, TabLayout } from './tabs/layout.ts';

/** What one `spreadsheets.get` with a field mask tells. */
export interface WorkbookDescription {
  readonly title: string;
  /** As Sheets writes it: `en_US`, `nl_NL`. */
  readonly locale: string;
  /** IANA name, as Sheets writes it. */
  readonly timeZone: string;
  readonly tabs: readonly TabDescription[];
  readonly namedRanges: readonly { readonly id: string; readonly name: string }[];
  /** The column that the named range of the Check column covers; absent = there is no such range. */
  readonly checkRange?: CheckRange;
}

export interface TabDescription {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly chartIds: readonly number[];
  readonly protectedRangeIds: readonly number[];
}

export interface CheckRange {
  readonly sheetId: number;
  /** Zero-based. */
  readonly column: number;
  /** Zero-based, half-open; without an end all rows that there are and will be. Absent = whole columns. */
  readonly rows?: { readonly start: number; readonly end?: number };
}

/** The Check column as it was read. */
export interface ColumnPlace {
  readonly sheetId: number;
  /** Zero-based. */
  readonly column: number;
  /** Whether the named range that moves along with it covers it, only some of its rows, another column, or is still to be made. */
  readonly range: 'there' | 'part' | 'elsewhere' | 'none';
}

/** One read of several tabs: the bytes as they came, parsed only when somebody asks; one tab for each sheet id asked for. */
export interface TabsRead {
  /** Digest of the raw bytes. */
  readonly digest: string;
  readonly bytes: number;
  /** `earlier`: a tab as it was read before, which saves looking for its rows; it counts in the first call. */
  tabs(earlier?: TabRows): readonly TabRows[];
  /** All cells of all tabs at once. */
  grids(): readonly Grid[];
}

/**
 * The number in the sheet that a batch built on a stale view trips over: a named range on Health, called
 * `leadsheet_gen_<generation>_<key>`. Characters that a name can't hold become `_`, also in the id that is derived.
 */
export interface Fence {
  readonly generation: number;
  /** What was published, so that a batch whose answer was lost is recognised. */
  readonly key: string;
}

/** How far a tab reaches on the sheet, as we last left it. */
export interface TabExtent {
  /** Rows and columns that carry our cells. */
  readonly rows: number;
  readonly columns: number;
  /** Size of the grid. */
  readonly gridRows: number;
  readonly gridColumns: number;
  /** Whether we hid the tab. */
  readonly hidden?: boolean;
  /** How many charts we put there, the first ones of the layout. */
  readonly charts: number;
  /** Ids of the charts that stand on the tab now; absent: all `charts` of them. Tells a chart that a person deleted. */
  readonly chartIds?: readonly number[];
  /** Where we put them, in their order, so that a chart follows when the layout moves it; absent: none is moved. */
  readonly chartAnchors?: readonly ChartLayout['anchor'][];
}

export interface TabPublication {
  readonly layout: TabLayout;
  /** Absent: the tab is not there and is set up. */
  readonly previous?: TabExtent;
}

export interface Publication {
  /** The fence that stands on the sheet now; absent before the first publication. */
  readonly from?: Fence;
  /** Differs from `from`, also when only a tab is repaired: raise the generation. */
  readonly to: Fence;
  readonly tabs: readonly TabPublication[];
  /** Tabs that stay as they are, beside Health: the batch is stale when somebody deleted one of them. */
  readonly standing?: readonly TabPublication['layout']['name'][];
  /** Create the named range of the "as of" line, because it is not there. */
  readonly addAsOfRange: boolean;
  /** Titles of the tabs that are there, so that a new tab gets a title that is free. */
  readonly takenTitles?: readonly string[];
}

/** Google Sheets. Every method throws the errors of `sheets-errors.ts`, each saying what to do. */
export interface SheetsPort {
  describe(workbook: string): Promise<WorkbookDescription>;
  /** One request for all tabs, values unformatted, dates as serial numbers. */
  read(workbook: string, sheetIds: readonly number[]): Promise<TabsRead>;
  /**
   * Writes text, never parsed, into cells of the Check column (zero-based row -> text) in one request; `''` clears. They
   * land in that column also when it was moved since it was read. With its range `elsewhere`, only that is put right.
   */
  writeColumn(workbook: string, place: ColumnPlace, cells: ReadonlyMap<number, string>): Promise<void>;
  /**
   * One atomic batch. `stale`: the sheet was not as `publication` supposed and nothing was written. `published` also
   * when the answer was lost and the fence shows that the batch was applied.
   */
  publish(workbook: string, publication: Publication): Promise<'published' | 'stale'>;
  /** Makes our filter views on Activity these; views of people stay. Writing them twice is writing them once. */
  putFilterViews(workbook: string, place: ActivityPlace, views: readonly FilterViewLayout[]): Promise<void>;
}

/** First-seen times of the rows of one rep-day: row identity -> epoch milliseconds. */
export type Seen = Readonly<Record<string, number>>;

export interface StoredItem extends ItemRef {
  /** Epoch milliseconds of the last put. */
  readonly putAt: number;
  /** Only further parts of its body are there, of a put or a delete that never ended. */
  readonly isTorn?: true;
}

/** DynamoDB. */
export interface StorePort {
  /** Strongly consistent. */
  readHead(workbook: string): Promise<Head | undefined>;
  /** Compare-and-swap on `revision` (`undefined` = there is no head yet); false when another was faster. */
  swapHead(workbook: string, expected: Head | undefined, next: Head): Promise<boolean>;
  /** Writes every item, also those that may exist already: the put time keeps the sweep away. */
  putItems(workbook: string, items: readonly TreeItem[]): Promise<void>;
  /**
   * Bodies by digest; an item that is not there throws `MissingItem`. Only erasing puts another body under a digest: for
   * a moment after it the one before may still be read.
   */
  getItems(workbook: string, refs: readonly ItemRef[]): Promise<ReadonlyMap<string, string>>;
  /** First-seen times by rep-day key; a rep-day without any is left out. */
  readSeen(workbook: string, repDays: readonly string[]): Promise<ReadonlyMap<string, Seen>>;
  /** Merges by minimum, whatever else writes meanwhile. */
  mergeSeen(workbook: string, seen: ReadonlyMap<string, Seen>): Promise<void>;
  /** Every immutable item, for the sweep; `area` narrows to one area. */
  listItems(workbook: string, area?: string): AsyncIterable<StoredItem>;
  /** Deletes unless it was put again since `putAt`; says whether it did. */
  deleteItem(workbook: string, item: StoredItem): Promise<boolean>;
  /** Forgets the first-seen times of rows: rep-day -> row identities. What is not there is no error. */
  dropSeen(workbook: string, rows: ReadonlyMap<string, readonly string[]>): Promise<void>;
  /**
   * Deletes the parts that were left of a large body when a smaller one was put in its place, and says how many; a body
   * that is being put meanwhile stays whole. Only erasing puts another body under an old name.
   */
  deleteStaleParts(workbook: string): Promise<number>;
}

/** A workbook that the deployed service serves. */
export interface Registration {
  readonly workbook: string;
  /** As it was called when it was registered; for people. */
  readonly title: string;
  /** E-mail of the Google service account that it is shared with. */
  readonly account: string;
  /** Epoch milliseconds. */
  readonly registeredAt: number;
  /** Epoch milliseconds at which the calendar, not an edit, next makes work: a new day, the cut-off hour, a meeting. */
  readonly dueAt: number;
}

/** Which workbooks are served, and how far dispatch has come. One small query reads all of it. */
export interface RegistryPort {
  list(): Promise<readonly Registration[]>;
  find(workbook: string): Promise<Registration | undefined>;
  /** Due at once. Doing it again replaces title and account, and makes it due again. */
  register(entry: Pick<Registration, 'workbook' | 'title' | 'account'>): Promise<void>;
  /** Its rows and reports stay. False when it was not registered. */
  unregister(workbook: string): Promise<boolean>;
  /**
   * Writes only when it differs; nothing for a workbook that is not registered. `ifStill`: nothing either when somebody
   * noted another time since (one who registers it again wants it at once).
   */
  noteDue(workbook: string, dueAt: number, ifStill?: number): Promise<void>;
  /** Where in Drive's list of changes an account has read to; absent before the first tick. */
  readPageToken(account: string): Promise<string | undefined>;
  savePageToken(account: string, pageToken: string): Promise<void>;
  /** True for the first caller of a key until the time given (epoch milliseconds), false for everybody else. */
  claim(key: string, until: number): Promise<boolean>;
}

/** The files that one service account can see change, in Google Drive. */
export interface DrivePort {
  /** Where the list of changes ends now. */
  startPageToken(): Promise<string>;
  /** One request a page. `expired`: Drive no longer knows the token, so anything may have changed. */
  changesSince(pageToken: string): Promise<DriveChanges | 'expired'>;
}

export interface DriveChanges {
  /** File id -> epoch milliseconds of its last change. */
  readonly changed: ReadonlyMap<string, number>;
  readonly pageToken: string;
}

/** Sends a hint to a queue. */
export interface QueuePort {
  send(message: StageHint): Promise<void>;
}

/** "There may be work for this workbook": what goes through the queues. Lost, doubled or late, it does no harm. */
export interface StageHint {
  readonly workbook: string;
  /** The Google service account to act as; absent = the one of the environment. */
  readonly account?: string | undefined;
  /** Epoch milliseconds of the edit that this is about, to measure how fresh the reports are. */
  readonly changedAt?: number | undefined;
}

/** Counts what a run costs: requests, units, bytes. */
export interface Meter {
  add(figure: MeterFigure, amount: number): void;
}

export type MeterFigure =
  | 'sheets.reads'
  | 'sheets.writes'
  | 'sheets.bytesRead'
  | 'sheets.bytesWritten'
  | 'sheets.retries'
  | 'drive.reads'
  | 'dynamodb.readUnits'
  | 'dynamodb.writeUnits'
  | 'dynamodb.requests'
  | 'dynamodb.retries';
