import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { learnedGaps, learnedStepDays, percentile } from '../ratios/learned.ts';
import type { DealLine } from './deal-line.ts';
import type { LearnedStandards } from './deal-signals.ts';
import { ownerDays } from './owner-days.ts';

const USUAL_GAP = 0.75;
const LONGER_THAN_USUAL = 14;
const TOP_DECILE = 0.9;

export interface DealFiguresIn {
  readonly rules: Rules;
  readonly weeks: Weeks;
  readonly current: Week;
  readonly openDeals: readonly DealLine[];
}

/** What this team's own won deals say about how long is too long. */
export function learnedStandards({ rules, weeks, current, openDeals }: DealFiguresIn, today: Day): LearnedStandards {
  const usualGap = percentile(learnedGaps(weeks, current), USUAL_GAP) ?? 0;
  return {
    today,
    staleAbove: Math.max(rules.settings.staleAfter, usualGap),
    stuckAbove: learnedStepDays(weeks, current).map((days) => {
      const median = percentile(days, 0.5);
      return median === undefined ? undefined : median + LONGER_THAN_USUAL;
    }),
    bigAbove: percentile(amounts(openDeals), TOP_DECILE) ?? Number.POSITIVE_INFINITY,
    workingDays: ownerDays(rules, today),
    plansNextSteps: openDeals.some(({ nextStep }) => nextStep !== undefined),
  };
}

function amounts(deals: readonly DealLine[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { amount } of deals) if (amount !== undefined) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return counts;
}
