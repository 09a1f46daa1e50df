import type { Day } from '../days/day.ts';
import type { DealHistory } from './deal.ts';
import { isOpeningDeal } from './deal-figures.ts';
import type { DealLine } from './deal-line.ts';
import type { Occurrence } from './occurrence.ts';

/** Every run of a deal as the reports need it, oldest first; only the last can be open. */
export function dealLinesOf({ occurrences }: DealHistory, openingUntil: Day): DealLine[] {
  return occurrences.map((occurrence, index) =>
    lineOf(occurrence, index, isOpeningDeal(occurrence, index, openingUntil)),
  );
}

function lineOf(occurrence: Occurrence, index: number, opening: boolean): DealLine {
  const { first, last, close, state, askAmount, nextStep, reached, lastMsi, msis, slips } = occurrence;
  return {
    prospect: last.prospect,
    deal: last.deal,
    occurrence: index + 1,
    opening,
    reached,
    state,
    firstReps: first.reps,
    lastReps: occurrence.lastReps,
    lastMsi,
    msis,
    slips,
    closedFirst: first.kind === 'close',
    decided: state === 'open' ? undefined : (close ?? last).day,
    amount: close?.amount ?? askAmount,
    nextStep: state === 'open' ? nextStep : undefined,
  };
}
