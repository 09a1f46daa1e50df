import type { Rates } from './activity-needed.ts';
import type { StepCounts } from './step-counts.ts';

/**
 * Closes to expect from what was done: attempts, opportunities and asks each foretell the same closes through the rep's
 * own ratios, so the three readings are averaged; who starts at Opportunity has two.
 */
export function expectedCloses({ attempts, opportunities, asks }: StepCounts, rates: Rates): number {
  const perOpportunity = rates.asksPerOpportunity * rates.closesPerAsk;
  const readings = [opportunities * perOpportunity, asks * rates.closesPerAsk];
  if (rates.start === 'attempt') readings.push(attempts * rates.opportunitiesPerAttempt * perOpportunity);
  return readings.reduce((sum, reading) => sum + reading, 0) / readings.length;
}

/** "Reps are ordered by closes expected from their activity", most first; then as they were. */
export function byExpectedCloses<T>(reps: readonly T[], expected: (rep: T) => number): T[] {
  return reps
    .map((rep) => ({ rep, closes: expected(rep) }))
    .sort((a, b) => b.closes - a.closes)
    .map(({ rep }) => rep);
}
