import type { Day } from '../days/day.ts';
import { dealKeyOf } from '../deals/deal-event.ts';
import type { CloseEvent } from './activity-kind.ts';
import type { AcceptedRow, ReadRow, RepDayName } from './read-rows.ts';
import type { RepDays } from './rep-days.ts';
import type { RowLine } from './row-line.ts';
import type { RowProblem } from './row-problem.ts';

const SALES: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['booked', 'invoiced', 'paid']);
const TAKES_BACK: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['cancelled', 'refunded']);

/** The rows with the flags that only the rows beside them give. */
export function withFlagsBesideOthers(rows: readonly ReadRow[], repDays: RepDays): readonly ReadRow[] {
  const flagged = [...rows];
  const flag: Flag = (at, problem) => {
    const row = flagged[at];
    if (row) flagged[at] = { ...row, problems: [...row.problems, problem] };
  };
  flagDuplicates(rows, repDays, flag);
  flagNothingSold(rows, flag);
  return flagged;
}

/** `at` = the place among the rows. */
type Flag = (at: number, problem: RowProblem) => void;

/** "Identical rows all count (two equal calls are possible) and are flagged as possible duplicates." */
function flagDuplicates(rows: readonly ReadRow[], repDays: RepDays, flag: Flag): void {
  const repeated = new Map<RepDayName, ReadonlyMap<RowLine, number>>();
  for (const [name, repDay] of repDays) if (repDay.repeated) repeated.set(name, repDay.repeated);
  if (repeated.size === 0) return;
  rows.forEach((row, at) => {
    const equals = repeated.get(row.repDay)?.get(row.line);
    if (equals !== undefined && row.kind) flag(at, { kind: 'possible duplicate', got: `${equals} identical rows` });
  });
}

/** A cancellation or refund of a deal that no row sold by then takes nothing back: most often a name is spelled otherwise. */
function flagNothingSold(rows: readonly ReadRow[], flag: Flag): void {
  const takesBack: [at: number, AcceptedRow][] = [];
  const sales: AcceptedRow[] = [];
  rows.forEach((row, at) => {
    if (!row.kind || row.close === undefined) return;
    if (SALES.has(row.close)) sales.push(row);
    else if (TAKES_BACK.has(row.close)) takesBack.push([at, row]);
  });
  if (takesBack.length === 0) return;
  const sold = new Map<string, Day>();
  for (const { prospect, deal, repDay } of sales) {
    const key = dealKeyOf(prospect, deal);
    sold.set(key, Math.min(repDay.day, sold.get(key) ?? repDay.day));
  }
  for (const [at, row] of takesBack) {
    const first = sold.get(dealKeyOf(row.prospect, row.deal));
    if (first === undefined || first > row.repDay.day) flag(at, { kind: 'nothing was sold', got: row.outcome });
  }
}
