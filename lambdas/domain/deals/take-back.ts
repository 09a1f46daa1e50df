import type { CloseEvent } from '../rows/activity-kind.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { DealEvent } from './deal-event.ts';

/** What of a counted close was taken back so far. */
export interface TakenBack {
  /** Minor units. */
  amount: number;
  /** The events that took it back whole. */
  readonly by: Set<CloseEvent>;
}

interface Sale {
  /** Who worked it first. */
  readonly first: Pick<DealEvent, 'reps'>;
  readonly close: DealEvent | undefined;
  /** The counted close was taken back. */
  cancelled: boolean;
  readonly takenBack: TakenBack;
}

/**
 * "Cancelled / Refunded are negative, in their own week, in net closes and revenue": never more than the sale was worth,
 * so a cancellation and the refund that follows it count once, and a partial refund takes back money but not the close.
 * Each event is of the last sale that has not had its like: two cancellations are of two sales. Changes that sale;
 * `first`: the close goes with it; `originators` worked that sale first. `undefined`: nothing was sold.
 */
export function takeBack(
  event: DealEvent,
  kind: 'cancelled' | 'refunded',
  occurrences: readonly Sale[],
): { readonly amount: number; readonly first: boolean; readonly originators: readonly RepKey[] } | undefined {
  const sales = occurrences.filter(({ close }) => close);
  const sale = sales.findLast(({ takenBack }) => !takenBack.by.has(kind)) ?? sales.at(-1);
  if (!sale) return undefined;
  const left = Math.max(0, (sale.close?.amount ?? 0) - sale.takenBack.amount);
  // A refund may be typed as a negative amount; without one it is of everything.
  const amount = Math.min(left, Math.abs(event.amount ?? left));
  const whole = kind === 'cancelled' || amount === left;
  const first = whole && !sale.cancelled;
  sale.takenBack.amount += amount;
  if (whole) {
    sale.takenBack.by.add(kind);
    sale.cancelled = true;
  }
  return { amount, first, originators: sale.first.reps };
}
