import { isoOf } from '../../lambdas/domain/days/day.ts';
import { cohortWeeks, prospectToClose } from '../../lambdas/domain/ratios/closing-ratio.ts';
import { periodRatios } from '../../lambdas/domain/ratios/period-ratios.ts';
import { type Ratio, wilson } from '../../lambdas/domain/ratios/ratio.ts';
import { TEAM } from '../../lambdas/domain/rows/rep-key.ts';
import type { ReportSums } from '../../lambdas/tabs/report-figures.ts';
import { type RepLine, repLines } from '../../lambdas/tabs/reps.ts';
import { type CsvCell, csvOf } from './csv.ts';
import { ratioCell, totalFigures } from './weekly-files.ts';

/**
 * `closing_ratios.csv`: prospect -> close over matured cohorts (distinct deals, with a 95 % Wilson interval), each
 * cohort week of the team, and the period ratios of all weeks (rows, no interval). `n` 0 leaves the value empty.
 */
export function closingRatiosCsv(figures: ReportSums): string {
  const weeks = [...figures.weeks.keys()].sort((a, b) => a - b);
  const first = weeks[0] ?? figures.current;
  const team: Pick<RepLine, 'key' | 'name'> = { key: TEAM, name: 'Team' };
  const rows = [team, ...repLines(figures, weeks)].flatMap((rep) => {
    const cohorts = cohortWeeks(figures.weeks, rep.key, first, figures.current, figures.asOf.day);
    const period = periodRatios(totalFigures(figures, rep, weeks));
    return [
      proportion(rep.name, 'prospect_to_close', '', prospectToClose(cohorts)),
      ...(rep === team
        ? cohorts.map(({ week, cohort, matured }) =>
            proportion(rep.name, matured ? 'cohort_matured' : 'cohort_young', isoOf(week), {
              x: cohort.won,
              n: cohort.deals,
            }),
          )
        : []),
      plain(rep.name, 'closes_per_ask', period.closesPerAsk),
      plain(rep.name, 'closes_per_opportunity', period.closesPerOpportunity),
      plain(rep.name, 'closes_per_attempt', period.closesPerAttempt),
      plain(rep.name, 'asks_per_opportunity', period.asksPerOpportunity),
      plain(rep.name, 'opportunities_per_attempt', period.opportunitiesPerAttempt),
    ];
  });
  return csvOf(['rep', 'ratio', 'week_start', 'x', 'n', 'value', 'low_95', 'high_95'], rows);
}

function proportion(rep: string, name: string, week: string, ratio: Ratio): CsvCell[] {
  const interval = wilson(ratio);
  return [rep, name, week, ratio.x, ratio.n, ratioCell(ratio), fixed(interval?.low), fixed(interval?.high)];
}

const plain = (rep: string, name: string, ratio: Ratio): CsvCell[] => [
  rep,
  name,
  '',
  ratio.x,
  ratio.n,
  ratioCell(ratio),
  undefined,
  undefined,
];

const fixed = (value: number | undefined): CsvCell => (value === undefined ? undefined : Number(value.toFixed(6)));
