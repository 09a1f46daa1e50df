import type { Day } from '../../lambdas/domain/days/day.ts';

/** Where a deal of the simulation stands: what the rep does when it is due. */
type Stage =
  | 'lead'
  | 'opportunity'
  | 'ask'
  | 'booking'
  | 'losing'
  | 'reopening'
  | 'booked'
  | 'invoiced'
  | 'paid'
  | 'renewing'
  | 'over';

export interface SalesDeal {
  readonly prospect: string;
  /** Blank for the only deal with a prospect. */
  readonly name: string;
  rep: string;
  stage: Stage;
  due: Day;
  /** Attempts that led nowhere. */
  tries: number;
  /** Conversations still to come before the next step. */
  talks: number;
  /** Pounds. */
  amount: number;
  /** Decided in advance: a deal that stalls is never touched again after its talks. */
  stalls: boolean;
}

/** Deals in the middle of a sale come before leads; the due day decides within. */
export const urgency = (deal: SalesDeal): number => (deal.stage === 'lead' ? 1 : 0);
