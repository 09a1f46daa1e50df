import type { Run } from './runs.ts';

/** The input tabs of a workbook; only `Activity` is required. */
export type InputTab = 'Activity' | 'Team' | 'Goals' | 'Outcomes' | 'Calendar' | 'Drills' | 'Meetings' | 'Settings';

/** A reason why ingest keeps the last good generation, shown on Health until the sheet is mended. */
export interface Stop {
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  /** Digest of the payload that was refused; a confirmation quotes it. */
  readonly digest: string;
  /** Epoch milliseconds at which it was first seen. */
  readonly since: number;
}

/** Where the header of Activity and the columns of our filter views stood at the last read; zero-based. */
export interface ActivityPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly date: number;
  readonly rep?: number;
  readonly check?: number;
}

/**
 * The only mutable item of a workbook, below 1 KB: it names the roots of the immutable trees. Moving it is one
 * compare-and-swap on `revision`.
 */
export interface Head {
  /** Counts every swap. */
  readonly revision: number;
  /** Counts the snapshots of the sheet that ingest has noted; an older snapshot never replaces a newer one. */
  readonly generation: number;
  /** Digest of the raw bytes of the last payload. */
  readonly payload?: string;
  /** Sheet ids of the input tabs, so that a renamed tab is found again. */
  readonly tabs: Partial<Record<InputTab, number>>;
  readonly activity?: ActivityPlace;
  /** Root of the source tree. */
  readonly source?: string;
  /** Digest of the newest moment: which snapshots were in force when (`source/history.ts`). */
  readonly moment?: string;
  /** The last times that the source moved, newest first; absent in heads that were stored before this was noted. */
  readonly runs?: readonly Run[];
  readonly derived?: {
    /** Root of the derived tree. */
    readonly root: string;
    /** The source root that it was computed from. */
    readonly source: string;
    readonly generation: number;
  };
  readonly published?: {
    /** What the visible report tabs were laid out from. */
    readonly key: string;
    /** Number in the fence on the sheet. */
    readonly fence: number;
    /** Digest of the item that lists the published tabs. */
    readonly tabs: string;
    readonly generation: number;
    /** Epoch milliseconds at which the tabs were last written; absent in heads that were stored before this was noted. */
    readonly at?: number;
  };
  /** Digest of the item with what was decided once: closed weeks, fixed targets and agendas. */
  readonly facts?: string;
  /** Counts the runs that were overtaken once they had merged first-seen times: a report may have read times before that. */
  readonly seenLate?: number;
  readonly stop?: Stop;
  /**
   * The day for which the verdicts on the sheet were last seen to be right, in that zone; day 0 = some were written since
   * and are still to be seen. Absent = the workbook has no Check column.
   */
  readonly checked?: { readonly day: number; readonly timeZone: string };
  /** Why Sheets refused the verdicts of the last run, and what to do; shown on Health. The figures do not wait for them. */
  readonly checksRefused?: string;
}
