import { type Day, isoOf } from '../days/day.ts';
import type { Settings } from '../inputs/settings.ts';
import { isMsi } from '../weeks/figures.ts';
import { isSelling } from './activity-kind.ts';
import type { AcceptedRow, ReadRow } from './read-rows.ts';
import type { RepKey } from './rep-key.ts';
import type { ProblemKind, RowProblem } from './row-problem.ts';
import { problemsOf, type Snapshot } from './snapshot.ts';

/** Outcomes are classified by the manager, from the queue on Health: the rep has nothing to mend. */
const FOR_THE_MANAGER: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['outcome unknown']);

/**
 * The verdict beside a row: whether it counts and why not, and on rows of today the rep's number of MSIs so far.
 * `✓ 14 today`, `not an MSI: left a message`, `rejected: no date`.
 */
export function verdictOf(
  row: ReadRow,
  problems: readonly RowProblem[],
  today: Day,
  msisToday: ReadonlyMap<RepKey, number>,
  unconfirmed: Settings['unconfirmed'],
): string {
  const kinds = problems.flatMap(({ kind }) => (FOR_THE_MANAGER.has(kind) ? [] : [kind])).join(', ');
  if (!row.kind) return `rejected: ${kinds}`;
  const flags = kinds === '' ? '' : ` · ${kinds}`;
  if (row.repDay.day > today) return `held: counts on ${isoOf(row.repDay.day)}${flags}`;
  if (!isSelling(row.kind)) return `✓ not selling${flags}`;
  if (row.meaning === 'not meaningful') return `not an MSI: ${row.outcome.toLowerCase()}${flags}`;
  if (row.kind !== 'close' && !isMsi(row, unconfirmed)) return `not an MSI: no outcome${flags}`;
  const outcome = row.meaning === 'unconfirmed' ? ' · type the outcome' : '';
  return `✓${todayText(row, today, msisToday)}${outcome}${flags}`;
}

function todayText({ repDay, reps }: AcceptedRow, today: Day, msisToday: ReadonlyMap<RepKey, number>): string {
  if (repDay.day !== today || reps.length === 0) return '';
  const [only, ...others] = reps;
  if (only && others.length === 0) return ` ${msisToday.get(only.key) ?? 0} today`;
  return ` ${reps.map((rep) => `${rep.name} ${msisToday.get(rep.key) ?? 0}`).join(', ')} today`;
}

/** MSIs of today per rep, as the Check column tells them: rows of today that count. */
export function msisOfToday(
  { repDays }: Snapshot,
  today: Day,
  unconfirmed: Settings['unconfirmed'],
): Map<RepKey, number> {
  const msis = new Map<RepKey, number>();
  for (const { day, rows } of repDays) {
    if (day !== today) continue;
    for (const row of rows) {
      if (!row.kind || !isMsi(row, unconfirmed)) continue;
      for (const rep of row.reps) msis.set(rep.key, (msis.get(rep.key) ?? 0) + msisOf(row));
    }
  }
  return msis;
}

/** "Later rows of a closed deal (Invoiced, Paid, Cancelled, Refunded, Renewed) are no touches." */
function msisOf({ close, count }: AcceptedRow): number {
  return !close || close === 'booked' || close === 'lost' ? count : 0;
}

/** The Check cells that should read otherwise (zero-based row -> text); '' clears a verdict beside a row that is gone. */
export function checkCells(snapshot: Snapshot, today: Day, unconfirmed: Settings['unconfirmed']): Map<number, string> {
  const cells = new Map<number, string>();
  if (snapshot.checkColumn === undefined) return cells;
  const msisToday = msisOfToday(snapshot, today, unconfirmed);
  snapshot.rows.forEach((row, at) => {
    if (row === undefined) return;
    if (row.line === undefined) {
      // A header repeated inside the data keeps its own word.
      if (!(typeof row.shown === 'string' && /^check$/iu.test(row.shown.trim()))) cells.set(at, '');
      return;
    }
    const verdict = verdictOf(row, problemsOf(snapshot, row), today, msisToday, unconfirmed);
    if (row.shown !== verdict) cells.set(at, verdict);
  });
  return cells;
}
