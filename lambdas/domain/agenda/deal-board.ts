import type { AsOf } from '../days/as-of.ts';
import type { DealLine } from '../deals/deal-line.ts';
import { type DealStandards, isStalled, type LearnedStandards, SIGNALS, type Signal } from '../deals/deal-signals.ts';
import type { Rules } from '../inputs/rules.ts';
import { lastMeetingOf } from './meeting-days.ts';
import { firstByScore, type ScoredDeal, scoredDeal } from './notable-deals.ts';

/** More rows would be read by nobody, and cost every reader. */
export const LISTED = 500;

/** The open deals, and what stalls among them. */
export interface DealBoard {
  readonly standards: DealStandards;
  readonly open: number;
  /** The first ones by score. */
  readonly listed: readonly ScoredDeal[];
  /** By step (0 attempt, 1 opportunity, 2 ask). */
  readonly steps: readonly [StepCount, StepCount, StepCount];
  /** Opportunities and asks: prospects that are still at attempts are many, and most of them end there. */
  readonly pursued: StepCount;
  /** Of opportunities and asks. */
  readonly signals: ReadonlyMap<Signal, number>;
}

/** Amounts in minor units. */
export interface StepCount {
  readonly open: number;
  readonly stalled: number;
  readonly amount: number;
  readonly stalledAmount: number;
}

interface BoardSums {
  readonly rules: Rules;
  readonly asOf: AsOf;
  readonly openDeals: readonly DealLine[];
  readonly standards: LearnedStandards;
}

export function dealBoard({ rules, asOf, openDeals, standards: learned }: BoardSums): DealBoard {
  const lastMeeting = lastMeetingOf(rules, asOf.day);
  const standards = { ...learned, lastMeeting: ({ lastReps }: DealLine) => lastMeeting(lastReps) };
  const deals = openDeals.map((line) => scoredDeal(line, standards));
  const pursued = deals.filter(({ step }) => step > 0);
  const at = (step: number): StepCount => countOf(deals.filter((deal) => deal.step === step));
  return {
    standards,
    open: deals.length,
    listed: firstByScore(deals, LISTED),
    steps: [at(0), at(1), at(2)],
    pursued: countOf(pursued),
    signals: new Map(
      SIGNALS.map((signal) => [signal, pursued.filter(({ signals }) => signals.includes(signal)).length]),
    ),
  };
}

function countOf(deals: readonly ScoredDeal[]): StepCount {
  const stalled = deals.filter(({ signals }) => isStalled(signals));
  return { open: deals.length, stalled: stalled.length, amount: amountOf(deals), stalledAmount: amountOf(stalled) };
}

const amountOf = (deals: readonly ScoredDeal[]): number => deals.reduce((sum, { line }) => sum + (line.amount ?? 0), 0);
