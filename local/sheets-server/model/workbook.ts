import type { JsonObject } from '../json.ts';
import type { Sheet } from './sheet.ts';

export interface WorkbookState {
  readonly id: string;
  title: string;
  locale: string;
  timeZone: string;
  /** The rest of `SpreadsheetProperties` that somebody set. */
  properties: JsonObject;
  namedRanges: readonly JsonObject[];
  developerMetadata: readonly JsonObject[];
  /** What Drive keeps of the file: permissions, trashed and so on; absent while nobody changed it. */
  file?: JsonObject;
}

/** One spreadsheet. Writes go to a fork that replaces it when the whole write succeeded. */
export class Workbook {
  readonly state: WorkbookState;
  /** In the order of the tabs. */
  sheets: Sheet[];
  /** Milliseconds since 1970, for formulas that ask for the time. During a write it stands still at the write's own. */
  clock: () => number = Date.now;

  constructor(state: WorkbookState, sheets: Sheet[]) {
    this.state = state;
    this.sheets = sheets;
  }

  fork(): Workbook {
    return new Workbook(
      { ...this.state },
      this.sheets.map((sheet) => sheet.fork()),
    );
  }

  get id(): string {
    return this.state.id;
  }

  sheet(id: number): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  /** Tab names are told apart without regard to case. */
  sheetByTitle(title: string): Sheet | undefined {
    const wanted = title.toLowerCase();
    return (
      this.sheets.find((sheet) => sheet.title === title) ??
      this.sheets.find((sheet) => sheet.title.toLowerCase() === wanted)
    );
  }
}
