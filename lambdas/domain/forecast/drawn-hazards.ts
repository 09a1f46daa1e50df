import { type Hazards, seenHazards } from './hazards.ts';
import { gamma, type Random } from './random.ts';
import type { StepCounts } from './step-exits.ts';

/**
 * The hazards as they could be as well, given what was seen: a Bayesian bootstrap (Rubin 1981) of the deals at risk. On
 * average it is left ÷ at risk; it varies widely where few were at risk, and not at all where none left.
 */
export function drawnHazards({ next, lost, atRisk }: StepCounts, random: Random): Hazards {
  const drawn = { next: next.map((deals) => gamma(deals, random)), lost: lost.map((deals) => gamma(deals, random)) };
  const left = (at: number): number => (drawn.next[at] ?? 0) + (drawn.lost[at] ?? 0);
  const stayed = (at: number): number => Math.max(0, (atRisk[at] ?? 0) - (next[at] ?? 0) - (lost[at] ?? 0));
  return seenHazards({ ...drawn, atRisk: atRisk.map((_, at) => left(at) + gamma(stayed(at), random)) });
}
