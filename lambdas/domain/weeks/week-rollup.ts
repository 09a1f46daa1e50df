import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';
import { FIGURE_AT, FIGURES, type Figure, type Figures, figuresOf } from './figures.ts';

/**
 * Deals first worked in a week, and how far they have come by now; steps are filled in backwards. `askAmount` is the
 * value of the deals that reached an ask. The `own` figures are a rep's own funnel: deals that the rep worked, from the
 * step where the rep entered, in the week of entering; `received` = entered above an attempt, or after another rep.
 */
export const COHORT_FIGURES = [
  'deals',
  'opportunity',
  'ask',
  'won',
  'lost',
  'wonAmount',
  'askAmount',
  'received',
  'ownAttempts',
  'ownAttemptsOn',
  'ownOpportunities',
  'ownOpportunitiesOn',
  'ownAsks',
  'ownAsksOn',
] as const;
export type CohortFigure = (typeof COHORT_FIGURES)[number];
export type Cohort = Readonly<Record<CohortFigure, number>>;

const COHORT_AT = Object.fromEntries(COHORT_FIGURES.map((figure, index) => [figure, index])) as Readonly<
  Record<CohortFigure, number>
>; // Object.fromEntries forgets the keys

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
  /** Weekdays between two MSIs of one deal -> how often, over the team's deals won in this week. */
  readonly gaps: Map<number, number>;
  /** rep who worked the deal last -> `exitKey` -> deals that left a step in this week. */
  readonly exits: Map<RepKey, Map<string, number>>;
  /** `stepDaysKey` -> the team's deals won in this week that stayed so long in a step. */
  readonly stepDays: Map<string, number>;
}

/** A deal left a step (0 attempt, 1 opportunity, 2 ask) for the next or as lost, in its nth week there (0 = the first 7 days). */
export const exitKey = (step: number, how: 'next' | 'lost', week: number): string =>
  `${step}${how === 'next' ? '>' : 'x'}${week}`;

export function readExitKey(key: string): {
  readonly step: number;
  readonly how: 'next' | 'lost';
  readonly week: number;
} {
  return { step: Number(key[0]), how: key[1] === '>' ? 'next' : 'lost', week: Number(key.slice(2)) };
}

export const stepDaysKey = (step: number, days: number): string => `${step}:${days}`;

export function readStepDaysKey(key: string): { readonly step: number; readonly days: number } {
  return { step: Number(key[0]), days: Number(key.slice(2)) };
}

export const emptyWeek = (): WeekRollup => ({
  days: new Map(),
  cohort: new Map(),
  daysToClose: new Map(),
  gaps: new Map(),
  exits: new Map(),
  stepDays: new Map(),
});

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
  const at = COHORT_AT[figure];
  sums[at] = (sums[at] ?? 0) + amount;
}

/** Adds to one count of a histogram. */
export function addTo<K>(counts: Map<K, number>, key: K, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

export function addExit(week: WeekRollup, rep: RepKey, key: string, deals: number): void {
  addTo(
    entry(week.exits, rep, () => new Map<string, number>()),
    key,
    deals,
  );
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
  for (const [days, deals] of change.daysToClose) addTo(week.daysToClose, days, deals);
  for (const [days, times] of change.gaps) addTo(week.gaps, days, times);
  for (const [key, deals] of change.stepDays) addTo(week.stepDays, key, deals);
  for (const [rep, exits] of change.exits) for (const [key, deals] of exits) addExit(week, rep, key, deals);
}

type Entries<K, V> = [K, V][];

/** Canonical: sorted, without zeros, so equal sums give equal text. '' when nothing is left. */
export function encodeWeek(week: WeekRollup): string {
  const cohort = sorted(week.cohort)
    .map(([rep, sums]): [RepKey, number[]] => [rep, trimmed(sums)])
    .filter(([, sums]) => sums.length > 0);
  const exits = sorted(week.exits)
    .map(([rep, counts]): [RepKey, Entries<string, number>] => [rep, filled(counts)])
    .filter(([, counts]) => counts.length > 0);
  return encodeStored({
    days: storedDays(week),
    cohort,
    daysToClose: filled(week.daysToClose),
    gaps: filled(week.gaps),
    exits,
    stepDays: filled(week.stepDays),
  });
}

/** The same with the weekly counts alone: what is frozen when a week closes. `decodeWeek` reads it. */
export function encodeCounts(week: WeekRollup): string {
  return encodeStored({ ...NOTHING_STORED, days: storedDays(week) });
}

const encodeStored = (stored: Stored): string =>
  Object.values(stored).every((part) => part.length === 0) ? '' : JSON.stringify(stored);

function storedDays(week: WeekRollup): Stored['days'] {
  return sorted(week.days).flatMap(([rep, byDay]): Entries<RepKey, Entries<number, number[]>> => {
    const days = sorted(byDay)
      .map(([day, sums]): [number, number[]] => [day, trimmed(sums)])
      .filter(([, sums]) => sums.length > 0);
    return days.length > 0 ? [[rep, days]] : [];
  });
}

/** A week as it is stored: entries in order of their keys, nothing that is 0. */
interface Stored {
  readonly days: Entries<RepKey, Entries<number, number[]>>;
  readonly cohort: Entries<RepKey, number[]>;
  readonly daysToClose: Entries<number, number>;
  readonly gaps: Entries<number, number>;
  readonly exits: Entries<RepKey, Entries<string, number>>;
  readonly stepDays: Entries<string, number>;
}

const NOTHING_STORED: Stored = { days: [], cohort: [], daysToClose: [], gaps: [], exits: [], stepDays: [] };

const readStored = (body: string): Stored => (body === '' ? NOTHING_STORED : (JSON.parse(body) as Stored)); // written by encodeStored

export function decodeWeek(body: string): WeekRollup {
  const stored = readStored(body);
  return {
    days: new Map(
      stored.days.map(([rep, byDay]) => [
        rep,
        new Map(byDay.map(([day, sums]) => [day, padded(sums, FIGURES.length)])),
      ]),
    ),
    cohort: new Map(stored.cohort.map(([rep, sums]) => [rep, padded(sums, COHORT_FIGURES.length)])),
    daysToClose: new Map(stored.daysToClose),
    gaps: new Map(stored.gaps),
    exits: new Map(stored.exits.map(([rep, counts]) => [rep, new Map(counts)])),
    stepDays: new Map(stored.stepDays),
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
  const cohort = { ...NOTHING };
  rollup?.cohort.get(rep)?.forEach((amount, at) => {
    const figure = COHORT_FIGURES[at];
    if (figure) cohort[figure] = amount;
  });
  return cohort;
}

const NOTHING = Object.fromEntries(COHORT_FIGURES.map((figure) => [figure, 0])) as Record<CohortFigure, number>; // keys are COHORT_FIGURES

/** One of them: who asks for one figure of many weeks needs no record of each. */
export const cohortFigure = (rollup: WeekRollup | undefined, rep: RepKey, figure: CohortFigure): number =>
  rollup?.cohort.get(rep)?.[COHORT_AT[figure]] ?? 0;

const sorted = <K extends string | number, V>(map: ReadonlyMap<K, V>): [K, V][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const filled = <K extends string | number>(counts: ReadonlyMap<K, number>): [K, number][] =>
  sorted(counts).filter(([, amount]) => amount !== 0);

/** Without zeros at the end. */
export function trimmed(sums: readonly number[]): number[] {
  return sums.slice(0, sums.findLastIndex((amount) => amount !== 0) + 1);
}

/** A report decodes thousands of these: counting up is ten times as fast as `Array.from` with a function. */
function padded(sums: readonly number[], length: number): number[] {
  const all = new Array<number>(length).fill(0);
  for (let at = 0; at < sums.length && at < length; at++) all[at] = sums[at] ?? 0;
  return all;
}
