import { remembered } from '../../domain/cells/remembered.ts';
import type { Day } from '../../domain/days/day.ts';
import { weeksUntil } from '../../domain/days/week.ts';
import type { TeamMember } from '../../domain/inputs/team.ts';
import type { RepKey } from '../../domain/rows/rep-key.ts';
import { byExpectedCloses } from '../../domain/targets/expected-closes.ts';
import { type Period, periodAround } from '../../domain/targets/goal-period.ts';
import type { Outlook } from '../../domain/targets/period-need.ts';
import { type PeriodToDate, periodToDate } from '../../domain/targets/period-to-date.ts';
import type { RepTargets } from '../../domain/targets/rep-targets.ts';
import type { ReportFigures } from '../report-figures.ts';
import { type RepLine, repLines } from '../reps.ts';
import { closesToExpect } from '../reps-by-closes.ts';

export type PeriodName = 'Month' | 'Quarter';

/** What every block of the tab Targets is made from. */
export interface TargetsView {
  readonly figures: ReportFigures;
  readonly targets: RepTargets;
  /** Who can have a target and has not left before the leading period, by closes expected from their activity, most first. */
  readonly sellers: readonly RepLine[];
  /** Everybody with a line, in the same order. */
  readonly lines: readonly RepLine[];
  /** The first day that does not count as over: today counts from its cut-off hour. */
  readonly elapsedTo: Day;
  /** What open deals are expected to bring the rep until a period ends. */
  readonly outlook: (rep: RepKey, period: Pick<Period, 'end'>) => Outlook;
  readonly period: (name: PeriodName) => Period;
  readonly toDate: (rep: RepKey, name: PeriodName) => PeriodToDate;
  /** The period that the title and the charts are about: of the shortest goals that cover today. */
  readonly leading: PeriodName;
  /** Whether any goal covers today. */
  readonly hasGoal: boolean;
}

/** Not left before that day. */
export const isThere = (member: TeamMember | undefined, from: Day): boolean => (member?.end ?? from) >= from;

export function targetsView(figures: ReportFigures): TargetsView {
  const { asOf, current, rules, weeks } = figures;
  const targets = figures.targets.current;
  const elapsedTo = figures.outlook.from;
  const { goals, reps } = targets.basis;
  const lines = byExpectedCloses(
    repLines(figures, weeksUntil(current, 13)),
    ({ key }) => closesToExpect(figures)(key) ?? -1,
  );
  const period = remembered((name: PeriodName): Period => periodAround(asOf.day, name, rules.goals));
  const today = [...reps.keys()].flatMap((key) => goals.goalOn(key, asOf.day) ?? []);
  const leading = today.some((goal) => goal.period === 'Month') ? 'Month' : 'Quarter';
  const begun = Math.min(current, period(leading).start);
  return {
    figures,
    targets,
    lines,
    sellers: lines.filter(({ key, member }) => reps.has(key) && isThere(member, begun)),
    elapsedTo,
    outlook: (rep, { end }) => figures.outlook.openThrough(rep, end - 1),
    period,
    toDate: (rep, name) =>
      periodToDate(weeks, goals, rep, {
        period: period(name),
        through: asOf.day,
        elapsedTo,
        weekStartsOn: rules.settings.weekStartsOn,
      }),
    leading,
    hasGoal: today.length > 0,
  };
}
