import { lastMeetingOf } from '../../domain/agenda/meeting-days.ts';
import { firstByScore, type ScoredDeal, scoredDeal } from '../../domain/agenda/notable-deals.ts';
import type { DealLine } from '../../domain/deals/deal-line.ts';
import { type DealStandards, isStalled, SIGNALS, type Signal } from '../../domain/deals/deal-signals.ts';
import type { ReportFigures } from '../report-figures.ts';

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

export function dealBoard(figures: ReportFigures): DealBoard {
  const { rules, asOf, openDeals } = figures;
  const lastMeeting = lastMeetingOf(rules, asOf.day);
  const standards = { ...figures.standards, lastMeeting: ({ lastReps }: DealLine) => lastMeeting(lastReps) };
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
