import type { Day } from './day.ts';
import { entry } from './entry.ts';
import { FIGURE_AT, FIGURES, type Figure, type Figures, figuresOf } from './figures.ts';
import type { RepKey } from './rep-key.ts';
import type { Week } from './week.ts';

/** Deals first worked in a week, and how far they have come by now; steps are filled in backwards. */
export const COHORT_FIGURES = ['deals', 'opportunity', 'ask', 'won', 'lost', 'wonAmount'] as const;
export type CohortFigure = (typeof COHORT_FIGURES)[number];
export type Cohort = Readonly<Record<CohortFigure, number>>;

/**
 * Everything keyed to one week, as sums of integers: what rows and deals add can be added and taken away in any order,
 * so computing a change and computing from scratch end in the same rollup.
 */
export interface WeekRollup {
  /** rep -> day of the week (0-6) -> sums in the order of FIGURES. */
  readonly days: Map<RepKey, Map<number, number[]>>;
  /** rep who worked the deal first -> sums in the order of COHORT_FIGURES. */
  readonly cohort: Map<RepKey, number[]>;
  /** Days from first MSI to close -> deals of the team closed in this week. */
  readonly daysToClose: Map<number, number>;
}

export const emptyWeek = (): WeekRollup => ({ days: new Map(), cohort: new Map(), daysToClose: new Map() });

/** Adds (`sign` 1) or takes away (-1) some figures of one rep and day. */
export function addFigures(
  week: WeekRollup,
  rep: RepKey,
  dayIndex: number,
  figures: readonly (readonly [Figure, number])[],
  sign: 1 | -1,
): void {
  const sums = daySums(week, rep, dayIndex);
  for (const [figure, amount] of figures) sums[FIGURE_AT[figure]] = (sums[FIGURE_AT[figure]] ?? 0) + sign * amount;
}

function daySums(week: WeekRollup, rep: RepKey, dayIndex: number): number[] {
  const days = entry(week.days, rep, () => new Map<number, number[]>());
  return entry(days, dayIndex, () => new Array<number>(FIGURES.length).fill(0));
}

export function addCohort(week: WeekRollup, rep: RepKey, figure: CohortFigure, amount: number): void {
  const sums = entry(week.cohort, rep, () => new Array<number>(COHORT_FIGURES.length).fill(0));
  const at = COHORT_FIGURES.indexOf(figure);
  sums[at] = (sums[at] ?? 0) + amount;
}

export function addDaysToClose(week: WeekRollup, days: number, deals: number): void {
  week.daysToClose.set(days, (week.daysToClose.get(days) ?? 0) + deals);
}

/** Adds every sum of `change` to `week`, in place. */
export function mergeWeek(week: WeekRollup, change: WeekRollup): void {
  for (const [rep, days] of change.days) {
    for (const [dayIndex, sums] of days) {
      const target = daySums(week, rep, dayIndex);
      sums.forEach((amount, at) => {
        target[at] = (target[at] ?? 0) + amount;
      });
    }
  }
  for (const [rep, sums] of change.cohort) {
    sums.forEach((amount, at) => {
      const figure = COHORT_FIGURES[at];
      if (amount !== 0 && figure) addCohort(week, rep, figure, amount);
    });
  }
  for (const [days, deals] of change.daysToClose) addDaysToClose(week, days, deals);
}

type Entries<K, V> = [K, V][];

/** Canonical: sorted, without zeros, so equal sums give equal text. '' when nothing is left. */
export function encodeWeek(week: WeekRollup): string {
  const days: Entries<RepKey, Entries<number, number[]>> = [];
  for (const [rep, byDay] of sorted(week.days)) {
    const kept = sorted(byDay).map(([day, sums]): [number, number[]] => [day, trimmed(sums)]);
    const filled = kept.filter(([, sums]) => sums.length > 0);
    if (filled.length > 0) days.push([rep, filled]);
  }
  const cohort = sorted(week.cohort)
    .map(([rep, sums]): [RepKey, number[]] => [rep, trimmed(sums)])
    .filter(([, sums]) => sums.length > 0);
  const daysToClose = sorted(week.daysToClose).filter(([, deals]) => deals !== 0);
  return days.length + cohort.length + daysToClose.length === 0 ? '' : JSON.stringify({ days, cohort, daysToClose });
}

export function decodeWeek(body: string): WeekRollup {
  const stored = JSON.parse(body) as {
    days: Entries<RepKey, Entries<number, number[]>>;
    cohort: Entries<RepKey, number[]>;
    daysToClose: Entries<number, number>;
  }; // written by encodeWeek
  return {
    days: new Map(
      stored.days.map(([rep, byDay]) => [
        rep,
        new Map(byDay.map(([day, sums]) => [day, padded(sums, FIGURES.length)])),
      ]),
    ),
    cohort: new Map(stored.cohort.map(([rep, sums]) => [rep, padded(sums, COHORT_FIGURES.length)])),
    daysToClose: new Map(stored.daysToClose),
  };
}

/** The figures of a rep (or the team) over the days of the week up to and including `through`. */
export function repFigures(rollup: WeekRollup | undefined, rep: RepKey, week: Week, through: Day): Figures {
  const sums = new Array<number>(FIGURES.length).fill(0);
  for (const [dayIndex, day] of rollup?.days.get(rep) ?? []) {
    if (week + dayIndex > through) continue;
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (day[at] ?? 0);
  }
  return figuresOf(sums);
}

export function cohortOf(rollup: WeekRollup | undefined, rep: RepKey): Cohort {
  const sums = rollup?.cohort.get(rep) ?? [];
  return Object.fromEntries(COHORT_FIGURES.map((figure, at) => [figure, sums[at] ?? 0])) as Record<
    CohortFigure,
    number
  >; // keys are COHORT_FIGURES
}

const sorted = <K extends string | number, V>(map: ReadonlyMap<K, V>): [K, V][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function trimmed(sums: readonly number[]): number[] {
  return sums.slice(0, sums.findLastIndex((amount) => amount !== 0) + 1);
}

const padded = (sums: readonly number[], length: number): number[] => Array.from({ length }, (_, at) => sums[at] ?? 0);
