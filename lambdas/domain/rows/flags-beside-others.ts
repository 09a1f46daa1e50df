import type { Day } from '../days/day.ts';
import { dealKeyOf } from '../deals/deal-event.ts';
import { entry } from '../trees/entry.ts';
import type { CloseEvent } from './activity-kind.ts';
import type { AcceptedRow, ReadRow, RepDayName } from './read-rows.ts';
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
    return found ? { ...row, problems: [...row.problems, ...found] } : row;
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
    if (equals !== undefined && row.kind) flag(row, { kind: 'possible duplicate', got: `${equals} identical rows` });
  }
}

/** A cancellation or refund of a deal that no row sold by then takes nothing back: most often a name is spelled otherwise. */
function flagNothingSold(rows: readonly ReadRow[], flag: Flag): void {
  const takesBack: AcceptedRow[] = [];
  const sales: AcceptedRow[] = [];
  for (const row of rows) {
    if (!row.kind || row.close === undefined) continue;
    if (SALES.has(row.close)) sales.push(row);
    else if (TAKES_BACK.has(row.close)) takesBack.push(row);
  }
  if (takesBack.length === 0) return;
  const sold = new Map<string, Day>();
  for (const { prospect, deal, repDay } of sales) {
    const key = dealKeyOf(prospect, deal);
    sold.set(key, Math.min(repDay.day, sold.get(key) ?? repDay.day));
  }
  for (const row of takesBack) {
    const first = sold.get(dealKeyOf(row.prospect, row.deal));
    if (first === undefined || first > row.repDay.day) flag(row, { kind: 'nothing was sold', got: row.outcome });
  }
}
