import { bill } from '../../../local/cost/bill.ts';
import { monthlyUsage } from '../../../local/cost/monthly-usage.ts';
import { HOUR, ROWS, TEAM, WORKING_HOURS } from './assumptions.ts';
import type { Fleet } from './fleet.ts';
import type { FleetDay } from './simulate.ts';
import { type Resource, scarcest, type Use } from './use.ts';

export interface FleetSummary {
  readonly fleet: Fleet;
  readonly editsAnHour: number;
  /** Seconds from a typed row to the changed tab; `Infinity` when so many were not shown in the end. */
  readonly p50: number;
  readonly p95: number;
  readonly use: Use;
  readonly scarcest: { readonly resource: Resource; readonly share: number };
  /** US dollars a month by the list, as `leadsheet cost` reckons. */
  readonly dollars: number;
}

/** "Typed row to changed tab: p95 at most 3 minutes", in seconds. */
export const PROMISED = 180;

export const isFresh = ({ p95 }: FleetSummary): boolean => p95 <= PROMISED;

export function summaryOf({ fleet, freshness, changedRuns, used }: FleetDay): FleetSummary {
  const { workbooks, accounts } = fleet;
  const usage = monthlyUsage({
    workbooks,
    rows: ROWS,
    changesADay: changedRuns / workbooks,
    serviceAccounts: Math.min(accounts, workbooks),
  });
  return {
    fleet,
    editsAnHour: (workbooks * TEAM.reps * TEAM.rowsADay * HOUR) / (WORKING_HOURS.to - WORKING_HOURS.from),
    p50: quantile(freshness, 0.5) / 1000,
    p95: quantile(freshness, 0.95) / 1000,
    use: used,
    scarcest: scarcest(used),
    dollars: bill(usage).reduce((sum, { listed }) => sum + listed, 0),
  };
}

/** The smallest value that is not exceeded by this share of `sorted`; throws for none. */
export function quantile(sorted: Float64Array, share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('there is no quantile of nothing');
  return value;
}
