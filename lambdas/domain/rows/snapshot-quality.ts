import { nameOf } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { AT } from './activity-columns.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { NEAR_DUPLICATES_LISTED, type Quality, REJECTED_LISTED, type RejectedRow } from './quality.ts';
import { cellsOf, decodeCell } from './row-line.ts';
import type { ProblemKind } from './row-problem.ts';
import type { Snapshot, SnapshotRow } from './snapshot.ts';

/** What Health says of a snapshot. The order of rows on the sheet makes no difference. */
export function qualityOf(snapshot: Snapshot): Quality {
  const problems: Partial<Record<ProblemKind, number>> = {};
  const outcomes = new Map<string, { name: string; rows: number }>();
  const spellings = new Map<string, Map<string, number>>();
  const rejected: SnapshotRow[] = [];
  let flagged = 0;
  for (const entry of snapshot.rows) {
    const { problems: found } = entry;
    for (const { kind } of found) problems[kind] = (problems[kind] ?? 0) + 1;
    if (!entry.kind) {
      rejected.push(entry);
      continue;
    }
    if (found.length > 0) flagged++;
    for (const rep of entry.reps) if (!rep.onTeam) count(spellings, rep.key, rep.name);
    if (found.some((problem) => problem.kind === 'outcome unknown')) {
      const known = outcomes.get(phrase(entry.outcome));
      const name = known && known.name < entry.outcome ? known.name : entry.outcome;
      outcomes.set(phrase(entry.outcome), { name, rows: (known?.rows ?? 0) + 1 });
    }
  }
  const near = nearDuplicates(snapshot.prospects.keys());
  return {
    rows: snapshot.rows.length,
    rejected: rejected.length,
    flagged,
    problems: Object.fromEntries(Object.entries(problems).sort(([a], [b]) => (a < b ? -1 : 1))),
    rejectedRows: rejected.sort(newestFirst).slice(0, REJECTED_LISTED).map(rejectedRow),
    unknownOutcomes: [...outcomes.values()]
      .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
      .map(({ name, rows }) => [name, rows]),
    nearDuplicates: near.slice(0, NEAR_DUPLICATES_LISTED),
    ...(near.length > NEAR_DUPLICATES_LISTED && { nearDuplicatesMore: near.length - NEAR_DUPLICATES_LISTED }),
    names: Object.fromEntries(
      [...spellings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, names]) => [key, mostUsed(names)]),
    ),
  };
}

const newestFirst = (a: SnapshotRow, b: SnapshotRow): number =>
  b.repDay.day - a.repDay.day || (a.line < b.line ? -1 : a.line > b.line ? 1 : 0);

function rejectedRow({ line, repDay, problems }: SnapshotRow): RejectedRow {
  const cells = cellsOf(line);
  return {
    day: repDay.day,
    rep: nameOf(decodeCell(repDay.rep)),
    prospect: nameOf(cells[AT.prospect]),
    activity: nameOf(cells[AT.activity]),
    problems,
  };
}

function count(spellings: Map<string, Map<string, number>>, key: string, name: string): void {
  const names = spellings.get(key) ?? new Map<string, number>();
  names.set(name, (names.get(name) ?? 0) + 1);
  spellings.set(key, names);
}

/** Of several spellings, the most frequent; of equally frequent ones, the first in order of text. */
function mostUsed(names: ReadonlyMap<string, number>): string {
  return [...names].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
