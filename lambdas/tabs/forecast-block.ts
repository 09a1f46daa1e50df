import { type Forecast, REP_WEEKS } from '../domain/forecast/forecast.ts';
import { completeWeeks, LEAST_WEEKS } from '../domain/forecast/forecast-input.ts';
import { count, money, plural, text } from './cells.ts';
import { amountText } from './currency.ts';
import { longDate, shortDate } from './dates.ts';
import { forecastByRep } from './forecast-by-rep.ts';
import { forecastCharts } from './forecast-charts.ts';
import type { CellLayout, ChartLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { trackRecordRows } from './track-record-rows.ts';

export interface ForecastBlock {
  readonly rows: readonly (readonly CellLayout[])[];
  readonly charts: readonly ChartLayout[];
}

/** The tab that takes the block is at least as wide. */
export const FORECAST_COLUMNS = 9;

/**
 * "the forecast of the coming weeks and how good past forecasts were": rows that begin at row `startRow` of a tab, and
 * charts beside them, from column `chartColumn` on.
 */
export function forecastBlock(figures: ReportFigures, startRow: number, chartColumn: number): ForecastBlock {
  const { forecast: ahead, trackRecords } = figures.outlook;
  if (!ahead) return { rows: [[text('Forecast', 'heading')], [text(whyNot(figures), 'muted')]], charts: [] };
  const above = [[text(titleOf(ahead, figures), 'heading')], ...explanation(ahead), head(TEAM_HEAD)];
  const weeks = ahead.weeks.map((_, at) => weekRow(ahead, at, figures.rules.minorDigits));
  const rows = [
    ...above,
    ...weeks,
    [],
    ...forecastByRep(ahead, figures),
    [],
    ...trackRecordRows(trackRecords, figures.rules.minorDigits),
  ];
  return { rows, charts: forecastCharts(startRow + above.length - 1, weeks.length, startRow, chartColumn) };
}

const TEAM_HEAD = [
  'By the end of',
  'Closes, at least',
  'expected',
  'at most',
  'of deals open now',
  'Revenue, at least',
  'expected',
  'at most',
] as const;

const head = (names: readonly string[]): CellLayout[] =>
  names.map((name, at) => text(name, at === 0 ? 'head' : 'head-right'));

const tenth = (value: number): CellLayout => ({
  value: Math.round(value * 10) / 10,
  style: 'decimal',
});

function whyNot({ weeks, current }: ReportFigures): string {
  const known = completeWeeks(weeks, current);
  return known < LEAST_WEEKS
    ? `Not enough history: ${known} of ${LEAST_WEEKS} complete weeks. The forecast appears with the ${LEAST_WEEKS}th.`
    : 'No deal has closed yet. The forecast appears after the first closes: it is learned from how deals went on.';
}

/** States the finding. */
function titleOf({ weeks }: Forecast, { rules }: ReportFigures): string {
  const month = weeks[REP_WEEKS - 1];
  if (!month) return 'Forecast';
  const { low, expected, high } = month.closes;
  const revenue = amountText(month.revenue.expected, rules);
  return `Forecast: ${plural(Math.round(expected), 'close')} in the next ${REP_WEEKS} weeks (${low} to ${high}), revenue ${revenue}`;
}

function explanation({ openDeals, from }: Forecast): CellLayout[][] {
  const learned = `${plural(openDeals, 'open deal')}, by how deals in the same step and as old went on in the last 104 weeks, and new deals as in the last ${LEAST_WEEKS} weeks.`;
  return [
    [text(`From ${longDate(from)} on. ${learned}`, 'muted')],
    [text('Four of five times the result should lie from "at least" to "at most".', 'muted')],
  ];
}

function weekRow({ from, weeks }: Forecast, at: number, minorDigits: number): CellLayout[] {
  const week = weeks[at];
  if (!week) return [];
  const { closes, revenue, fromOpen } = week;
  const amount = (minor: number): CellLayout => money(Math.round(minor), minorDigits);
  return [
    text(shortDate(from + 7 * (at + 1) - 1)),
    count(closes.low),
    tenth(closes.expected),
    count(closes.high),
    tenth(fromOpen),
    amount(revenue.low),
    amount(revenue.expected),
    amount(revenue.high),
  ];
}
