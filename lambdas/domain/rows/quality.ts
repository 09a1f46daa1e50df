import type { Day } from '../days/day.ts';
import type { RepKey } from './rep-key.ts';
import type { ProblemKind, RowProblem } from './row-problem.ts';

/** A rejected row as Health lists it: what was typed and what is wrong. Where it stands changes with every sort. */
export interface RejectedRow {
  readonly day: Day;
  readonly rep: string;
  readonly prospect: string;
  readonly activity: string;
  readonly problems: readonly RowProblem[];
}

/** Whether a snapshot can be trusted: kept with the rows that it describes. */
export interface Quality {
  readonly rows: number;
  readonly rejected: number;
  /** Accepted rows with at least one flag. */
  readonly flagged: number;
  /** Rows by problem. */
  readonly problems: Readonly<Partial<Record<ProblemKind, number>>>;
  /** The newest 500. */
  readonly rejectedRows: readonly RejectedRow[];
  /** Outcomes on no list: rows by outcome as first typed in order of text. */
  readonly unknownOutcomes: readonly (readonly [outcome: string, rows: number])[];
  /** The first 50 groups in order of text. */
  readonly nearDuplicates: readonly (readonly string[])[];
  /** Groups that are not listed; absent = none. */
  readonly nearDuplicatesMore?: number;
  /** How reps that are not on Team are spelled. */
  readonly names: Readonly<Record<RepKey, string>>;
}

export const REJECTED_LISTED = 500;
/** As many as Health shows: nobody mends more at a time, and a list without an end would be written with every change. */
export const NEAR_DUPLICATES_LISTED = 50;
