import { eligibleDays } from '../domain/days/calendar.ts';
import { type Week, weeksUntil } from '../domain/days/week.ts';
import type { RepKey } from '../domain/rows/rep-key.ts';
import type { Figures } from '../domain/weeks/figures.ts';
import { repFigures } from '../domain/weeks/week-rollup.ts';
import type { ReportSums } from './report-figures.ts';
import type { RepLine } from './reps.ts';

const WEEKS_BEFORE = 12;

/** MSIs that pace counts: attempts without an outcome stay apart unless the settings say otherwise. */
export const confirmedMsis = (figures: Figures, unconfirmed: string): number =>
  unconfirmed === 'Apart' ? figures.msis - figures.unconfirmed : figures.msis;

/**
 * The usual week, for who has no target: MSIs per eligible day over the 12 weeks before (from the first week with rows),
 * times the eligible days of this week. So a holiday or leave makes the expectation smaller, not the rep.
 */
export function usualWeek(figures: ReportSums, key: RepKey, rep: RepLine | undefined, week: Week): number {
  const { settings, calendar } = figures.rules;
  const past = weeksUntil(week - 7, WEEKS_BEFORE).map((of) => ({
    of,
    msis: confirmedMsis(repFigures(figures.weeks.get(of), key, of, of + 6), settings.unconfirmed),
  }));
  const first = past.findIndex(({ msis }) => msis > 0);
  const known = past.slice(Math.max(0, first));
  const days = known.reduce((sum, { of }) => sum + eligibleDays(rep?.member, calendar, of, of + 7), 0);
  const msis = known.reduce((sum, part) => sum + part.msis, 0);
  return days === 0 ? 0 : (msis / days) * eligibleDays(rep?.member, calendar, week, week + 7);
}
