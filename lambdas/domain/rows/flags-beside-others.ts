import type { Day } from '../days/day.ts';
import { dealKeyOf } from '../deals/deal-event.ts';
import type { CloseEvent } from './activity-kind.ts';
import type { AcceptedRow, ReadRow } from './read-rows.ts';
import type { RepDayRows } from './rep-days.ts';
import type { RowProblem } from './row-problem.ts';

const SALES: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['booked', 'invoiced', 'paid']);
const TAKES_BACK: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['cancelled', 'refunded']);

/** What only the rows beside a row tell of it. */
export type Flags = ReadonlyMap<ReadRow, readonly RowProblem[]>;

/** `closes`: the rows with a close event. */
export function flagsBesideOthers(repDays: readonly RepDayRows[], closes: Iterable<AcceptedRow>): Flags {
  const flags = new Map<ReadRow, RowProblem[]>();
  const flag: Flag = (row, problem) => {
    const others = flags.get(row);
    if (others) others.push(problem);
    else flags.set(row, [problem]);
  };
  flagDuplicates(repDays, flag);
  flagNothingSold(closes, flag);
  return flags;
}

type Flag = (row: AcceptedRow, problem: RowProblem) => void;

/** "Identical rows all count (two equal calls are possible) and are flagged as possible duplicates." */
function flagDuplicates(repDays: readonly RepDayRows[], flag: Flag): void {
  for (const { equal = [] } of repDays)
    for (const rows of equal)
      for (const row of rows)
        if (row.kind) flag(row, { kind: 'possible duplicate', got: `${rows.length} identical rows` });
}

/** A cancellation or refund of a deal that no row sold by then takes nothing back: most often a name is spelled otherwise. */
function flagNothingSold(closes: Iterable<AcceptedRow>, flag: Flag): void {
  const takesBack: AcceptedRow[] = [];
  const sales: AcceptedRow[] = [];
  for (const row of closes) {
    if (row.close === undefined) continue;
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
