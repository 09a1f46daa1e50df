import { nameOf } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { AT } from './activity-columns.ts';
import { NEAR_DUPLICATES_LISTED, type Quality, REJECTED_LISTED, type RejectedRow } from './quality.ts';
import type { RejectedReading } from './read-rows.ts';
import { cellsOf, decodeCell } from './row-line.ts';
import type { ProblemKind } from './row-problem.ts';
import { problemsOf, type Snapshot } from './snapshot.ts';

/** What Health says of a snapshot. The order of rows on the sheet makes no difference. */
export function qualityOf(snapshot: Snapshot): Quality {
  const { count: rows, noted, flags, nearDuplicates: near } = snapshot;
  const problems: Partial<Record<ProblemKind, number>> = {};
  const outcomes = new Map<string, { name: string; rows: number }>();
  const spellings = new Map<string, Map<string, number>>();
  const rejected: RejectedReading[] = [];
  let flagged = 0;
  for (const row of new Set([...noted, ...flags.keys()])) {
    const found = problemsOf(snapshot, row);
    for (const { kind } of found) problems[kind] = (problems[kind] ?? 0) + 1;
    if (!row.kind) {
      rejected.push(row);
      continue;
    }
    if (found.length > 0) flagged++;
    for (const rep of row.reps) if (!rep.onTeam) count(spellings, rep.key, rep.name);
    if (found.some((problem) => problem.kind === 'outcome unknown')) {
      const known = outcomes.get(phrase(row.outcome));
      const name = known && known.name < row.outcome ? known.name : row.outcome;
      outcomes.set(phrase(row.outcome), { name, rows: (known?.rows ?? 0) + 1 });
    }
  }
  return {
    rows,
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

const newestFirst = (a: RejectedReading, b: RejectedReading): number =>
  b.repDay.day - a.repDay.day || (a.line < b.line ? -1 : a.line > b.line ? 1 : 0);

function rejectedRow({ line, repDay, problems }: RejectedReading): RejectedRow {
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
