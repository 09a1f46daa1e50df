import type { Day } from '../domain/days/day.ts';
import { isOver, type Week } from '../domain/days/week.ts';
import type { ReportSums } from './report-figures.ts';

/** Which week the tab Week is about. */
export interface ShownWeek {
  readonly week: Week;
  /** The last day that counts: today, or the end of last week until the cut-off hour of its first day. */
  readonly through: Day;
  /** The first day that does not count in pace: today counts from its cut-off hour. */
  readonly elapsedTo: Day;
  readonly leadsWithLast: boolean;
  readonly partial: boolean;
}

/** "Until Monday's cut-off hour it leads with last week, complete." */
export function shownWeek({ asOf, current, rules }: Pick<ReportSums, 'asOf' | 'current' | 'rules'>): ShownWeek {
  const beforeCutOff = asOf.minute < rules.settings.cutOffHour * 60;
  const leadsWithLast = asOf.day === current && beforeCutOff;
  const week = leadsWithLast ? current - 7 : current;
  return {
    week,
    through: leadsWithLast ? week + 6 : asOf.day,
    elapsedTo: leadsWithLast ? week + 7 : beforeCutOff ? asOf.day : asOf.day + 1,
    leadsWithLast,
    partial: !leadsWithLast && !isOver(week, asOf),
  };
}
