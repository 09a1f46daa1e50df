import { cohortWeeks, prospectToClose } from '../lambdas/domain/ratios/closing-ratio.ts';
import { ratioText, valueOfRatio, wilson } from '../lambdas/domain/ratios/ratio.ts';
import { TEAM } from '../lambdas/domain/rows/rep-key.ts';
import { targetsIn } from '../lambdas/report/reckon.ts';
import { plural } from '../lambdas/tabs/cells.ts';
import { asOfText, longDate } from '../lambdas/tabs/dates.ts';
import type { ReportSums } from '../lambdas/tabs/report-figures.ts';
import { type WeekLine, weekView } from '../lambdas/tabs/week-lines.ts';

const REPS_SHOWN = 20;

/** The week and the closing ratio as a text for the terminal. */
export function summary(figures: ReportSums): string {
  const view = weekView({ ...figures, targets: targetsIn(figures) });
  const { quality, held } = figures;
  const first = Math.min(figures.current, ...figures.weeks.keys());
  const headline = prospectToClose(cohortWeeks(figures.weeks, TEAM, first, figures.current, figures.asOf.day));
  const hidden = view.reps.length - REPS_SHOWN;
  // By closes to expect, as on every tab.
  const shown = view.reps.slice(0, REPS_SHOWN);
  const lines = [
    '',
    asOfText(figures.asOf, figures.rules.timeZone),
    `${plural(quality.rows, 'row')} read: ${[quality.rows - quality.rejected, quality.rejected, quality.flagged, held].map((n, i) => `${n.toLocaleString('en')} ${['accepted', 'rejected', 'flagged', 'held'][i]}`).join(', ')}`,
    '',
    `Week of ${longDate(view.week)}${view.partial ? ' (partial)' : ''}`,
    row(['Rep', 'MSIs', 'last week', 'pace', 'status', 'attempts', 'opps', 'asks', 'closes']),
    ...shown.map(lineOf),
    ...(hidden > 0 ? [`  ... and ${plural(hidden, 'more rep', 'more reps')}`] : []),
    lineOf(view.team),
    '',
    `Closing ratio, prospect to close: ${closingText(headline)}`,
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function lineOf({ name, week, before, pace }: WeekLine): string {
  const share = pace.share === undefined ? '–' : `${Math.round(pace.share * 100)} %`;
  const counts = [week.attempts, week.opportunities, week.asks, week.closes].map(String);
  return row([name, String(week.msis), String(before), share, pace.status, ...counts]);
}

const WIDTHS = [22, 6, 10, 7, 16, 9, 6, 6, 7];
const row = (cells: readonly string[]): string =>
  `  ${cells.map((cell, i) => (i === 0 || i === 4 ? cell.slice(0, (WIDTHS[i] ?? 0) - 1).padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0).concat(i === 3 ? '  ' : ''))).join('')}`;

function closingText(headline: { x: number; n: number }): string {
  const value = valueOfRatio(headline);
  const interval = wilson(headline);
  if (value === undefined || !interval) return 'not enough history yet';
  const percent = (share: number): string => (100 * share).toFixed(1);
  return `${percent(value)} % (${ratioText(headline)}; 95 % interval ${percent(interval.low)}–${percent(interval.high)} %)`;
}
