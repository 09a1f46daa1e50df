import { type DayOff, eligibleDays } from '../days/calendar.ts';
import type { Day } from '../days/day.ts';
import { weekOf } from '../days/week.ts';
import type { TeamMember } from '../inputs/team.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type Ratio, ratio, valueOfRatio } from '../ratios/ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { FIGURE_AT, type Figure, type Figures, figuresOf, totalOf } from '../weeks/figures.ts';

/** Categories of work in the order in which they are shown; the first is selling, the others could be delegated. */
export const TIME_CATEGORIES = [
  'sellingMinutes',
  'administrationMinutes',
  'accountManagementMinutes',
  'proposalMinutes',
  'prospectingMinutes',
  'fulfilmentMinutes',
] as const satisfies readonly Figure[];
export type TimeCategory = (typeof TIME_CATEGORIES)[number];

/** Where the time of a rep (or the team) went, as far as it was logged. */
export interface TimeSplit {
  readonly minutes: Readonly<Record<TimeCategory, number>>;
  readonly logged: number;
  /** Days with minutes ÷ eligible days; both are sums over reps for the team. */
  readonly coverage: Ratio;
  /** Enough is logged to be shown. */
  readonly enough: boolean;
  /** Minutes of selling ÷ logged minutes. */
  readonly sellingShare: Ratio;
  /** MSIs of the days with minutes ÷ hours of selling; absent without any. */
  readonly msisPerSellingHour?: number;
  /** Hours outside selling. */
  readonly hoursToDelegate: number;
  /** MSIs that those hours would buy at the same rate; absent without a rate. */
  readonly msisThatTheyWouldBuy?: number;
}

/** "Coverage = days with minutes ÷ eligible days; shown from 60 %." */
const ENOUGH_COVERAGE = 0.6;

/**
 * "time split by category; one row of Minutes a day per category is enough." Over the days in [from, to). MSIs are those
 * of days with minutes, so that days without a log do not look like fast ones.
 */
export function timeSplit(
  rep: { readonly key: RepKey; readonly member?: TeamMember },
  weeks: Weeks,
  rules: { readonly calendar: readonly DayOff[]; readonly settings: { readonly weekStartsOn: number } },
  [from, to]: readonly [from: Day, to: Day],
): TimeSplit {
  const logged = loggedDays(rep.key, weeks, rules.settings.weekStartsOn, from, to);
  const eligible = eligibleDays(rep.member, rules.calendar, from, to);
  return splitOf(totalOf(logged), ratio(logged.length, eligible));
}

/**
 * The team's: sums of what each rep logged, over the days on which each rep did. What the hours would buy is "at the
 * rep's own rate" too, so the sum of the reps'; hours of a rep without a rate buy nothing that is known.
 */
export function teamTimeSplit(
  reps: readonly { readonly key: RepKey; readonly member?: TeamMember }[],
  weeks: Weeks,
  rules: Parameters<typeof timeSplit>[2],
  [from, to]: readonly [from: Day, to: Day],
): TimeSplit {
  const logged = reps.map(({ key }) => loggedDays(key, weeks, rules.settings.weekStartsOn, from, to));
  const eligible = reps.reduce((sum, { member }) => sum + eligibleDays(member, rules.calendar, from, to), 0);
  const { msisThatTheyWouldBuy: _, ...team } = splitOf(totalOf(logged.flat()), ratio(logged.flat().length, eligible));
  const bought = logged.flatMap((days) => splitOf(totalOf(days), ratio(0, 0)).msisThatTheyWouldBuy ?? []);
  return {
    ...team,
    ...(bought.length > 0 && { msisThatTheyWouldBuy: bought.reduce((sum, msis) => sum + msis, 0) }),
  };
}

function loggedDays(rep: RepKey, weeks: Weeks, weekStartsOn: number, from: Day, to: Day): Figures[] {
  const days: Figures[] = [];
  for (let day = from; day < to; day++) {
    const week = weekOf(day, weekStartsOn);
    const sums = weeks
      .get(week)
      ?.days.get(rep)
      ?.get(day - week);
    if (sums && TIME_CATEGORIES.some((category) => (sums[FIGURE_AT[category]] ?? 0) > 0)) days.push(figuresOf(sums));
  }
  return days;
}

function splitOf(figures: Figures, coverage: Ratio): TimeSplit {
  const minutes = Object.fromEntries(TIME_CATEGORIES.map((category) => [category, figures[category]])) as Record<
    TimeCategory,
    number
  >; // keys are TIME_CATEGORIES
  const logged = TIME_CATEGORIES.reduce((sum, category) => sum + figures[category], 0);
  const hoursToDelegate = (logged - figures.sellingMinutes) / 60;
  const rate = figures.sellingMinutes > 0 ? figures.msis / (figures.sellingMinutes / 60) : undefined;
  return {
    minutes,
    logged,
    coverage,
    enough: (valueOfRatio(coverage) ?? 0) >= ENOUGH_COVERAGE,
    sellingShare: ratio(figures.sellingMinutes, logged),
    hoursToDelegate,
    ...(rate !== undefined && { msisPerSellingHour: rate, msisThatTheyWouldBuy: rate * hoursToDelegate }),
  };
}
