import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { MadeForecast } from '../forecast/past-forecasts.ts';
import type { Segment } from '../inputs/team.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { digest } from '../trees/digest.ts';
import type { ItemRef, TreeItem } from '../trees/item.ts';
import type { Figures } from './figures.ts';
import type { FrozenWeeks } from './frozen-weeks.ts';

/** What was decided once and must not change when rows do: it can't be computed anew from the rows. */
export interface Facts {
  /** The day on which the workbook was first rolled up. */
  readonly since: Day;
  readonly frozen?: FrozenWeeks;
  /** Targets as fixed on the first day of a week; the last few weeks. */
  readonly targets: readonly FixedTargets[];
  /** Forecasts as they were made when a week began; as many as a track record looks back at. */
  readonly forecasts: readonly MadeForecast[];
  /** The agendas of each segment as fixed when their day began; the last few. */
  readonly agendas: readonly FixedAgenda[];
}

export interface FixedTargets {
  readonly week: Week;
  /** Rep (or team) -> activities of that week. */
  readonly reps: Readonly<Record<RepKey, WeekTarget>>;
}

/** Activities that a week needs; rounded up. `msis` is the sum of attempts, follow-ups, opportunities and asks. */
export type WeekTarget = Readonly<
  Pick<Figures, 'msis' | 'attempts' | 'followUps' | 'opportunities' | 'asks' | 'closes'>
>;

export interface FixedAgenda {
  readonly segment: Segment | '';
  readonly day: Day;
  /** Deals by rep (`agendaKey`), in the order in which they are discussed. */
  readonly deals: readonly (readonly [rep: RepKey, keys: readonly string[]])[];
  /** Name of the drill; absent = none listed. */
  readonly drill?: string;
}

export const factsRef = (name: string): ItemRef => ({ area: 'facts', digest: name });

export function factsItem(facts: Facts): TreeItem {
  const body = JSON.stringify(facts);
  return { ...factsRef(digest(body)), body };
}

export const noFacts = (since: Day): Facts => ({ since, targets: [], forecasts: [], agendas: [] });
