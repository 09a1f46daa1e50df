import { agendasShown } from '../domain/agenda/agendas.ts';
import { dealBoard } from '../domain/agenda/deal-board.ts';
import type { Day } from '../domain/days/day.ts';
import { completeUntil } from '../domain/days/week.ts';
import { reportOutlook } from '../domain/forecast/report-outlook.ts';
import { periodAround } from '../domain/targets/goal-period.ts';
import { type ReportTargets, reportTargets } from '../domain/targets/report-targets.ts';
import type { ReportFigures, ReportSums } from '../tabs/report-figures.ts';
import { shownWeek } from '../tabs/shown-week.ts';

/** Everything that has to be reckoned before tabs can say it; the tabs only choose words and cells. Pure. */
export function reckon(sums: ReportSums, targets: ReportTargets = targetsIn(sums)): ReportFigures {
  const { quality, asOf, facts } = sums;
  return {
    ...sums,
    targets,
    outlook: reportOutlook(sums, lastDays(sums, targets)),
    agendas: agendasShown({ ...sums, names: quality.names, today: asOf.day }, facts.agendas),
    board: dealBoard(sums),
  };
}

/** What has to be known before facts are decided, and is not changed by them; and what the tab Week needs. */
export const targetsIn = (sums: ReportSums): ReportTargets =>
  reportTargets(sums, { current: sums.current, shown: shownWeek(sums).week, complete: completeUntil(sums) });

/** The days on which month, quarter and the periods of goals end: until then open deals may bring something. */
function lastDays({ asOf, rules }: ReportSums, { current: { basis, plan } }: ReportTargets): Day[] {
  const around = [periodAround(asOf.day, 'Month', rules.goals), periodAround(asOf.day, 'Quarter', rules.goals)];
  const goals = [...basis.reps.keys()].flatMap((rep) => plan(rep)?.goal ?? []);
  return [...around, ...goals].map(({ end }) => end - 1);
}
