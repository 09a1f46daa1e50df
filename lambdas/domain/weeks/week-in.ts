import type { Day } from '../days/day.ts';
import { type Week, weekOf } from '../days/week.ts';
import { entry } from '../trees/entry.ts';
import { emptyWeek, type WeekRollup } from './week-rollup.ts';

/** Weeks that are added to. Plain data: a function made anew for each rollup would be compiled anew for each. */
export interface WeekSums {
  readonly weeks: Map<Week, WeekRollup>;
  readonly weekStartsOn: number;
}

/** The rollup of a week, made when it is not there yet. */
export const weekIn = (weeks: Map<Week, WeekRollup>, week: Week): WeekRollup => entry(weeks, week, emptyWeek);

export const weekOfDay = ({ weeks, weekStartsOn }: WeekSums, day: Day): WeekRollup =>
  weekIn(weeks, weekOf(day, weekStartsOn));
