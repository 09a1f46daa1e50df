import { eligibleDays } from '../domain/days/calendar.ts';
import type { Day } from '../domain/days/day.ts';
import { type Week, weeksUntil } from '../domain/days/week.ts';
import type { Ratio } from '../domain/ratios/ratio.ts';
import { emptyDays } from '../domain/recording/empty-days.ts';
import { batchEntry, entryDelay, type RowEntry } from '../domain/recording/entry-delay.ts';
import { type RepKey, TEAM } from '../domain/rows/rep-key.ts';
import { NOT_EXPECTED, type Pace, paceOf } from '../domain/targets/pace.ts';
import type { RepTargets } from '../domain/targets/rep-targets.ts';
import { requiredRunRate } from '../domain/targets/run-rate.ts';
import type { WeekTarget } from '../domain/weeks/facts.ts';
import type { Figures } from '../domain/weeks/figures.ts';
import { repFigures } from '../domain/weeks/week-rollup.ts';
import { activityViews } from './activity-views.ts';
import type { ReportFigures, ReportSums } from './report-figures.ts';
import { type RepLine, recordsHere, reportedLines } from './reps.ts';
import { closesToExpect, repsByCloses } from './reps-by-closes.ts';
import { viewLink } from './sheet-links.ts';
import { type ShownWeek, shownWeek } from './shown-week.ts';
import { confirmedMsis, usualWeek } from './usual-week.ts';

export const WEEKS_SHOWN = 13;

/** One line of the Week tab. */
export interface WeekLine {
  readonly key: RepKey;
  readonly name: string;
  readonly segment: string;
  /** Closes a week to expect from recent activity; absent for who is not on Team, and for the team. */
  readonly closesAWeek?: number;
  /** MSIs of the last day shown. */
  readonly today: number;
  readonly week: Figures;
  /** MSIs on the same days of the week before. */
  readonly before: number;
  /** Fixed on the first day of the week; absent = no goal: pace then goes by the usual week. */
  readonly target?: WeekTarget;
  readonly pace: Pace;
  /** MSIs that each eligible day left of the week has to bring for the target; absent when no day is left. */
  readonly runRate?: number;
  /** Eligible days of the week so far without a row; absent where nobody is expected to record. */
  readonly emptyDays?: number;
  /** Median working days until a row was typed; absent where no row's time is known. */
  readonly entryDelay?: number;
  /** Rows that were typed at the end of the week, of those whose time is known; absent below 3 recorded days. */
  readonly batch?: Ratio;
  /** To the rep's rows of this week on Activity. */
  readonly link?: string;
}

export interface WeekView extends ShownWeek {
  readonly team: WeekLine;
  /** By closes expected from their activity, most first; then by name; rows without a rep last. */
  readonly reps: readonly WeekLine[];
}

/** Of what is reckoned it takes the targets alone. */
export type WeekFigures = ReportSums & Pick<ReportFigures, 'targets'>;

export function weekView(figures: WeekFigures): WeekView {
  const shown = shownWeek(figures);
  const targets = figures.targets.shown;
  const views = activityViews(figures)[shown.leadsWithLast ? 'lastWeek' : 'thisWeek'];
  const lines = repsByCloses(figures, reportedLines(figures, weeksUntil(shown.week, WEEKS_SHOWN)));
  const reps = lines.map((rep) => ({
    ...weekLine(figures, rep, shown, targets),
    ...entryOf(figures.entries.get(rep.key) ?? []),
    ...linkOf(viewLink(figures.links, views.get(rep.key))),
  }));
  return { ...shown, reps, team: teamLine(weekLine(figures, undefined, shown, targets), reps, figures) };
}

function entryOf(rows: readonly RowEntry[]): Pick<WeekLine, 'entryDelay' | 'batch'> {
  const [delay, batch] = [entryDelay(rows), batchEntry(rows)];
  return { ...(delay !== undefined && { entryDelay: delay }), ...(batch && { batch }) };
}

const linkOf = (link: string | undefined): Pick<WeekLine, 'link'> => (link === undefined ? {} : { link });

function weekLine(
  figures: WeekFigures,
  rep: RepLine | undefined,
  { week, through, elapsedTo }: ShownWeek,
  targets: RepTargets,
): WeekLine {
  const key = rep?.key ?? TEAM;
  const counted = (of: Week, to: Day): Figures => repFigures(figures.weeks.get(of), key, of, to);
  const now = counted(week, through);
  const { settings, calendar } = figures.rules;
  const eligible = (from: Day, to: Day): number => eligibleDays(rep?.member, calendar, from, to);
  const expected = !rep || recordsHere(figures, rep);
  const all = expected ? eligible(week, week + 7) : 0;
  const elapsed = expected ? eligible(week, elapsedTo) : 0;
  const target = targets.target(key);
  const actual = confirmedMsis(now, settings.unconfirmed);
  const runRate = target && requiredRunRate(target.msis, actual, all - elapsed);
  const closesAWeek = closesToExpect(figures)(key);
  return {
    key,
    name: rep?.name ?? 'Team',
    segment: rep?.member?.segment ?? '',
    ...(closesAWeek !== undefined && { closesAWeek }),
    today: now.msis - counted(week, through - 1).msis,
    week: now,
    before: counted(week - 7, through - 7).msis,
    ...(target && { target }),
    pace: expected
      ? paceOf(actual, target?.msis ?? usualWeek(figures, key, rep, week), { elapsed, all }, thresholds(figures))
      : NOT_EXPECTED,
    ...(runRate !== undefined && { runRate }),
    ...(rep && expected && { emptyDays: emptyDays(rep, { weeks: figures.weeks, calendar }, week, elapsedTo) }),
  };
}

/**
 * "A team's target: the sum of the reps'", and so is what is expected by now: each by the rep's own days. Reps without a
 * target go in with their usual week.
 */
function teamLine(line: WeekLine, reps: readonly WeekLine[], figures: ReportSums): WeekLine {
  if (!line.target) return line;
  const expected = reps.reduce((sum, { pace }) => sum + pace.expected, 0);
  const actual = confirmedMsis(line.week, figures.rules.settings.unconfirmed);
  return { ...line, pace: paceOf(actual, expected, { elapsed: 1, all: 1 }, thresholds(figures)) };
}

const thresholds = ({ rules: { settings } }: ReportSums) => ({
  onPace: settings.onPace,
  caution: settings.cautionPace,
});
