import type { Day } from '../days/day.ts';
import { dealKeyOf } from '../deals/deal-event.ts';
import type { CloseEvent } from './activity-kind.ts';
import type { RowReading } from './activity-row.ts';
import type { RowProblem } from './row-problem.ts';

const SALES: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['booked', 'invoiced', 'paid']);
const TAKES_BACK: ReadonlySet<CloseEvent> = new Set<CloseEvent>(['cancelled', 'refunded']);

interface Read {
  readonly reading: RowReading;
}

const is = ({ reading: { row } }: Read, events: ReadonlySet<CloseEvent>): boolean =>
  row?.close !== undefined && events.has(row.close);

/** A cancellation or refund of a deal that no row sold by then takes nothing back: most often a name is spelled otherwise. */
export function flagNothingSold<R extends Read>(rows: R[]): R[] {
  if (!rows.some((row) => is(row, TAKES_BACK))) return rows;
  const sold = new Map<string, Day>();
  for (const entry of rows) {
    const { row } = entry.reading;
    if (!row || !is(entry, SALES)) continue;
    const key = dealKeyOf(row.prospect, row.deal);
    sold.set(key, Math.min(row.day, sold.get(key) ?? row.day));
  }
  return rows.map((entry) => {
    const { row, problems } = entry.reading;
    if (!row || !is(entry, TAKES_BACK)) return entry;
    const first = sold.get(dealKeyOf(row.prospect, row.deal));
    if (first !== undefined && first <= row.day) return entry;
    const nothing: RowProblem = { kind: 'nothing was sold', got: row.outcome };
    return { ...entry, reading: { row, problems: [...problems, nothing] } };
  });
}
