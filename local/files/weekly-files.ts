import { isoOf } from '../../lambdas/domain/days/day.ts';
import { periodRatios } from '../../lambdas/domain/ratios/period-ratios.ts';
import { type Ratio, valueOfRatio } from '../../lambdas/domain/ratios/ratio.ts';
import { TEAM } from '../../lambdas/domain/rows/rep-key.ts';
import { type Figure, type Figures, totalOf } from '../../lambdas/domain/weeks/figures.ts';
import { repFigures } from '../../lambdas/domain/weeks/week-rollup.ts';
import type { ReportSums } from '../../lambdas/tabs/report-figures.ts';
import { type RepLine, repLines } from '../../lambdas/tabs/reps.ts';
import { type CsvCell, csvOf } from './csv.ts';

const FIGURES: readonly (readonly [column: string, figure: Figure])[] = [
  ['touches', 'touches'],
  ['msis', 'msis'],
  ['unconfirmed', 'unconfirmed'],
  ['attempts', 'attempts'],
  ['follow_ups', 'followUps'],
  ['opportunities', 'opportunities'],
  ['asks', 'asks'],
  ['closes', 'closes'],
  ['lost', 'lost'],
  ['ask_amount', 'askAmount'],
  ['close_amount', 'closeAmount'],
];
const COLUMNS = FIGURES.map(([column]) => column);

const weeksOf = (figures: ReportSums): number[] => [...figures.weeks.keys()].sort((a, b) => a - b);

function cellsOf(counted: Figures, minorDigits: number): CsvCell[] {
  return FIGURES.map(([, figure]) =>
    figure.endsWith('Amount') ? counted[figure] / 10 ** minorDigits : counted[figure],
  );
}

/** `weekly.csv`: one row per rep-week that has rows, `(unassigned)` for rows without a rep. */
export function weeklyCsv(figures: ReportSums): string {
  const weeks = weeksOf(figures);
  const reps = repLines(figures, weeks);
  const rows = weeks.flatMap((week) =>
    reps.flatMap((rep) => {
      const counted = repFigures(figures.weeks.get(week), rep.key, week, figures.asOf.day);
      return counted.rows === 0 ? [] : [[isoOf(week), rep.name, ...cellsOf(counted, figures.rules.minorDigits)]];
    }),
  );
  return csvOf(['week_start', 'rep', ...COLUMNS], rows);
}

/** `weekly_team.csv`: distinct rows and deals, one row a week. */
export function weeklyTeamCsv(figures: ReportSums): string {
  const rows = weeksOf(figures).flatMap((week) => {
    const counted = repFigures(figures.weeks.get(week), TEAM, week, figures.asOf.day);
    return counted.rows === 0 ? [] : [[isoOf(week), ...cellsOf(counted, figures.rules.minorDigits)]];
  });
  return csvOf(['week_start', ...COLUMNS], rows);
}

/** `reps.csv`: totals per rep over all weeks, with ratios that are empty when the denominator is 0. */
export function repsCsv(figures: ReportSums): string {
  const weeks = weeksOf(figures);
  const rows = repLines(figures, weeks).flatMap((rep) => {
    const total = totalFigures(figures, rep, weeks);
    const { closesPerAsk, closesPerOpportunity, closesPerAttempt } = periodRatios(total);
    const ratios = [closesPerAsk, closesPerOpportunity, closesPerAttempt].map(ratioCell);
    return total.rows === 0 ? [] : [[rep.name, ...cellsOf(total, figures.rules.minorDigits), ...ratios]];
  });
  return csvOf(['rep', ...COLUMNS, 'closes_per_ask', 'closes_per_opportunity', 'closes_per_attempt'], rows);
}

export function totalFigures(figures: ReportSums, rep: Pick<RepLine, 'key'>, weeks: readonly number[]): Figures {
  return totalOf(weeks.map((week) => repFigures(figures.weeks.get(week), rep.key, week, figures.asOf.day)));
}

/** Six decimals; empty when absent. */
export const ratioCell = (ratio: Ratio): CsvCell => {
  const value = valueOfRatio(ratio);
  return value === undefined ? undefined : Number(value.toFixed(6));
};
