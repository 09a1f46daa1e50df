import { NearNames } from './near-duplicates.ts';
import type { AcceptedRow, ReadRow } from './read-rows.ts';
import { firstTextOf } from './row-line.ts';

/** What rows add up to, each by itself: one that came is added and one that is gone taken out, whatever the others are. */
export class RowTally {
  rows = 0;
  /** Rows of which Health says more than that they are there: rejected, flagged, or of a rep who is not on Team. */
  readonly noted = new Set<ReadRow>();
  /** Rows with a close event. */
  readonly closes = new Set<AcceptedRow>();
  /** Dates that were typed as text -> rows. */
  readonly textDates = new Map<string, number>();
  /** Prospects of accepted rows, as typed -> rows. */
  readonly prospects = new Map<string, number>();
  readonly names = new NearNames();

  add(row: ReadRow): void {
    this.rows++;
    if (isNoted(row)) this.noted.add(row);
    const date = firstTextOf(row.line);
    if (date !== undefined) count(this.textDates, date, 1);
    if (!row.kind) return;
    if (row.close !== undefined) this.closes.add(row);
    if (count(this.prospects, row.prospect, 1) === 1) this.names.add(row.prospect);
  }

  remove(row: ReadRow): void {
    this.rows--;
    this.noted.delete(row);
    const date = firstTextOf(row.line);
    if (date !== undefined) count(this.textDates, date, -1);
    if (!row.kind) return;
    this.closes.delete(row);
    if (count(this.prospects, row.prospect, -1) === 0) this.names.remove(row.prospect);
  }
}

const isNoted = (row: ReadRow): boolean =>
  !row.kind || row.problems.length > 0 || row.reps.some(({ onTeam }) => !onTeam);

/** How often it is there then. */
function count<K>(counts: Map<K, number>, key: K, more: 1 | -1): number {
  const rows = (counts.get(key) ?? 0) + more;
  if (rows === 0) counts.delete(key);
  else counts.set(key, rows);
  return rows;
}
