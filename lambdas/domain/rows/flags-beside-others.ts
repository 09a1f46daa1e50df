import type { Day } from '../days/day.ts';
import { dealKeyOf } from '../deals/deal-event.ts';
import { entry } from '../trees/entry.ts';
import type { CloseEvent } from './activity-kind.ts';
import type { ActivityRow } from './activity-row.ts';
import type { ReadRow, RepDayName } from './read-rows.ts';
import type { RepDays } from './rep-days.ts';
import type { RowLine } from './row-line.ts';
import type { RowProblem } from './row-problem.ts';

const SALES: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['booked', 'invoiced', 'paid']);
const TAKES_BACK: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['cancelled', 'refunded']);

/** The rows with the flags that only the rows beside them give. */
export function withFlagsBesideOthers(rows: readonly ReadRow[], repDays: RepDays): readonly ReadRow[] {
  const flags = new Map<ReadRow, RowProblem[]>();
  const flag: Flag = (row, problem) => entry(flags, row, (): RowProblem[] => []).push(problem);
  flagDuplicates(rows, repDays, flag);
  flagNothingSold(rows, flag);
  if (flags.size === 0) return rows;
  return rows.map((row) => {
    const found = flags.get(row);
    return found ? { ...row, reading: { ...row.reading, problems: [...row.reading.problems, ...found] } } : row;
  });
}

type Flag = (row: ReadRow, problem: RowProblem) => void;

/** "Identical rows all count (two equal calls are possible) and are flagged as possible duplicates." */
function flagDuplicates(rows: readonly ReadRow[], repDays: RepDays, flag: Flag): void {
  const repeated = new Map<RepDayName, ReadonlyMap<RowLine, number>>();
  for (const [name, repDay] of repDays) if (repDay.repeated) repeated.set(name, repDay.repeated);
  if (repeated.size === 0) return;
  for (const row of rows) {
    const equals = repeated.get(row.repDay)?.get(row.line);
    if (equals !== undefined && row.reading.row)
      flag(row, { kind: 'possible duplicate', got: `${equals} identical rows` });
  }
}

/** A cancellation or refund of a deal that no row sold by then takes nothing back: most often a name is spelled otherwise. */
function flagNothingSold(rows: readonly ReadRow[], flag: Flag): void {
  const takesBack: [ReadRow, ActivityRow][] = [];
  const sales: ActivityRow[] = [];
  for (const row of rows) {
    const read = row.reading.row;
    if (read?.close === undefined) continue;
    if (SALES.has(read.close)) sales.push(read);
    else if (TAKES_BACK.has(read.close)) takesBack.push([row, read]);
  }
  if (takesBack.length === 0) return;
  const sold = new Map<string, Day>();
  for (const { prospect, deal, day } of sales) {
    const key = dealKeyOf(prospect, deal);
    sold.set(key, Math.min(day, sold.get(key) ?? day));
  }
  for (const [row, { prospect, deal, day, outcome }] of takesBack) {
    const first = sold.get(dealKeyOf(prospect, deal));
    if (first === undefined || first > day) flag(row, { kind: 'nothing was sold', got: outcome });
  }
}
