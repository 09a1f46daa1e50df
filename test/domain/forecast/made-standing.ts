import { BANDS, bandOf, cellOf, OPEN_STEPS, type OpenStep } from '../../../lambdas/domain/forecast/age-bands.ts';
import type { Hazards } from '../../../lambdas/domain/forecast/hazards.ts';
import type { Random } from '../../../lambdas/domain/forecast/random.ts';
import { type Standing, standingNow } from '../../../lambdas/domain/forecast/standing.ts';
import type { StandingDeal } from '../../../lambdas/domain/forecast/standing-deal.ts';
import { noCounts, type StepCounts } from '../../../lambdas/domain/forecast/step-exits.ts';
import { historyOf, START } from '../../support/deal-histories.ts';

/** A deal of Ana's that came into an ask today, unless said otherwise. */
export const dealOf = (more: Partial<StandingDeal> = {}): StandingDeal => ({
  step: 2,
  since: START,
  firstReps: ['r:ana'],
  reps: ['r:ana'],
  learnedFrom: true,
  ...more,
});

/** The same chances in every week of a step, for attempt, opportunity and ask. */
export function steadyHazards(next: readonly number[], lost: readonly number[] = [0, 0, 0]): Hazards {
  const of = (byStep: readonly number[]) =>
    Float64Array.from({ length: OPEN_STEPS * BANDS }, (_, at) => byStep[Math.floor(at / BANDS)] ?? 0);
  return { next: of(next), lost: of(lost) };
}

/** So much seen that the chances drawn from it are these again, but for a thousandth. */
export function certainCounts({ next, lost }: Hazards): StepCounts {
  const seen = 1e7;
  return { next: next.map((of) => of * seen), lost: lost.map((of) => of * seen), atRisk: next.map(() => seen) };
}

export function countsIn(step: OpenStep, week: number, next: number, lost: number, atRisk: number): StepCounts {
  const counts = noCounts();
  const at = cellOf(step, bandOf(week));
  [counts.next[at], counts.lost[at], counts.atRisk[at]] = [next, lost, atRisk];
  return counts;
}

/** Nothing known, nothing open, nothing to come, unless said otherwise; the first day forecast is START + 1. */
export function standingOf(more: Partial<Standing> = {}, hazards: Partial<Standing['hazards']> = {}): Standing {
  const nothing = standingNow(historyOf([], START));
  const { team = steadyHazards([0, 0, 0]) } = hazards;
  return {
    ...nothing,
    coming: new Map(),
    usual: () => 1000,
    hazards: { sameDay: [1 / 7, 1 / 7, 1 / 7], team, teamCounts: certainCounts(team), of: () => team, ...hazards },
    ...more,
  };
}

/** Draws that were thought of, in order; more than these are a fault. */
export function scripted(...draws: readonly number[]): Random {
  const left = [...draws];
  return () => {
    const draw = left.shift();
    if (draw === undefined) throw new Error('more was drawn than there is');
    return draw;
  };
}

/** The two draws of which Box and Muller make this: radius |z|, to the right or to the left. */
export const drawsOfNormal = (z: number): readonly [number, number] => [1 - Math.exp(-(z * z) / 2), z < 0 ? 0.5 : 0];

export const mean = (of: ArrayLike<number>): number => Array.from(of).reduce((sum, one) => sum + one, 0) / of.length;
export const variance = (of: ArrayLike<number>): number => {
  const middle = mean(of);
  return mean(Array.from(of, (one) => (one - middle) ** 2));
};
