import { eligibleDays } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import type { Figures } from '../domain/figures.ts';
import { type Pace, paceOf } from '../domain/pace.ts';
import { type RepKey, TEAM, UNASSIGNED } from '../domain/rep-key.ts';
import { type Week, weeksUntil } from '../domain/week.ts';
import { repFigures } from '../domain/week-rollup.ts';
import type { ReportFigures } from './report-figures.ts';
import { type RepLine, repLines } from './reps.ts';
import { type ShownWeek, shownWeek } from './shown-week.ts';

export const WEEKS_SHOWN = 13;

/** One line of the Week tab. */
export interface WeekLine {
  readonly name: string;
  readonly segment: string;
  /** MSIs of the last day shown. */
  readonly today: number;
  readonly week: Figures;
  /** MSIs on the same days of the week before. */
  readonly before: number;
  readonly pace: Pace;
  /** Eligible days of the week so far without a row; absent where nobody is expected to record. */
  readonly emptyDays?: number;
  /** MSIs of 13 weeks, oldest first. */
  readonly history: readonly number[];
}

export interface WeekView extends ShownWeek {
  readonly team: WeekLine;
  readonly reps: readonly WeekLine[];
}

export function weekView(figures: ReportFigures): WeekView {
  const shown = shownWeek(figures);
  const { week, through, elapsedTo } = shown;
  const line = (rep: RepLine | undefined): WeekLine => weekLine(figures, rep, week, through, elapsedTo);
  const reps = repLines(figures, weeksUntil(week, WEEKS_SHOWN)).map(line);
  return { ...shown, team: line(undefined), reps };
}

function weekLine(
  figures: ReportFigures,
  rep: RepLine | undefined,
  week: Week,
  through: Day,
  elapsedTo: Day,
): WeekLine {
  const key = rep?.key ?? TEAM;
  const counted = (of: Week, to: Day): Figures => repFigures(figures.weeks.get(of), key, of, to);
  const now = counted(week, through);
  const { settings, calendar } = figures.rules;
  const eligible = (from: Day, to: Day): number => eligibleDays(rep?.member, calendar, from, to);
  const expected = !rep || recordsHere(figures, rep);
  const days = expected
    ? { elapsed: eligible(week, elapsedTo), all: eligible(week, week + 7) }
    : { elapsed: 0, all: 0 };
  return {
    name: rep?.name ?? 'Team',
    segment: rep?.member?.segment ?? '',
    today: now.msis - counted(week, through - 1).msis,
    week: now,
    before: counted(week - 7, through - 7).msis,
    pace: paceOf(confirmed(now, settings.unconfirmed), usualWeek(figures, key, rep, week), days, {
      onPace: settings.onPace,
      caution: settings.cautionPace,
    }),
    ...(rep && expected && { emptyDays: emptyDays(figures, rep, week, elapsedTo) }),
    history: weeksUntil(week, WEEKS_SHOWN).map((of) => counted(of, through).msis),
  };
}

/** MSIs that pace counts: attempts without an outcome stay apart unless the settings say otherwise. */
const confirmed = (figures: Figures, unconfirmed: string): number =>
  unconfirmed === 'Apart' ? figures.msis - figures.unconfirmed : figures.msis;

/**
 * The usual week, as long as no goal sets a target: MSIs per eligible day over the 12 weeks before (from the first week
 * with rows), times the eligible days of this week. So a holiday or leave makes the expectation smaller, not the rep.
 */
function usualWeek(figures: ReportFigures, key: RepKey, rep: RepLine | undefined, week: Week): number {
  const { settings, calendar } = figures.rules;
  const past = weeksUntil(week - 7, WEEKS_SHOWN - 1).map((of) => ({
    of,
    msis: confirmed(repFigures(figures.weeks.get(of), key, of, of + 6), settings.unconfirmed),
  }));
  const known = past.slice(
    Math.max(
      0,
      past.findIndex(({ msis }) => msis > 0),
    ),
  );
  const days = known.reduce((sum, { of }) => sum + eligibleDays(rep?.member, calendar, of, of + 7), 0);
  const msis = known.reduce((sum, part) => sum + part.msis, 0);
  return days === 0 ? 0 : (msis / days) * eligibleDays(rep?.member, calendar, week, week + 7);
}

/** Whoever is on Team; without a Team tab, every rep who is named on a row. */
const recordsHere = (figures: ReportFigures, rep: RepLine): boolean =>
  figures.rules.team.exists ? rep.member !== undefined : rep.key !== UNASSIGNED;

/** Eligible days that are over (or past the cut-off) and carry no row: "you must insist that your salespeople record". */
function emptyDays(figures: ReportFigures, rep: RepLine, week: Week, elapsedTo: Day): number {
  const recorded = figures.weeks.get(week)?.days.get(rep.key);
  let empty = 0;
  for (let day = week; day < Math.min(elapsedTo, week + 7); day++) {
    const worked = eligibleDays(rep.member, figures.rules.calendar, day, day + 1) > 0;
    if (worked && !((recorded?.get(day - week)?.[0] ?? 0) > 0)) empty++;
  }
  return empty;
}
