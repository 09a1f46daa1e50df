import type { Figure } from '../domain/figures.ts';
import { type RepKey, TEAM } from '../domain/rep-key.ts';
import { isOver, type Week, weeksUntil } from '../domain/week.ts';
import { repFigures } from '../domain/week-rollup.ts';
import { count, money, plural, text, wide } from './cells.ts';
import { shortDate } from './dates.ts';
import type { CellLayout, ChartLayout, TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { type RepLine, repLines } from './reps.ts';
import { STAMP } from './stamp.ts';
import { WEEKS_SHOWN } from './week-lines.ts';

const INDICATORS: readonly (readonly [Figure, string])[] = [
  ['msis', 'MSIs'],
  ['attempts', 'Attempts to connect'],
  ['followUps', 'Follow-ups'],
  ['opportunities', 'Opportunities'],
  ['asks', 'Asks'],
  ['closes', 'Closes'],
  ['lost', 'Lost'],
  ['touches', 'Touches'],
  ['closeAmount', 'Closed amount'],
];
const BY_REP: readonly (readonly [Figure, string])[] = [
  ['msis', 'MSIs by rep'],
  ['opportunities', 'Opportunities by rep'],
  ['asks', 'Asks by rep'],
  ['closes', 'Closes by rep'],
];
const TEAM_HEAD_ROW = 4;
const COLUMNS = WEEKS_SHOWN + 1;

/** Where are we heading? 13 weeks by indicator and by rep. */
export function trendTab(figures: ReportFigures): TabLayout {
  const weeks = weeksUntil(figures.current, WEEKS_SHOWN);
  const reps = repLines(figures, weeks);
  const rows = [
    [text(titleOf(figures, weeks), 'title')],
    [STAMP],
    [
      text(
        'Weeks by their first day. The last column is the week so far: partial until its last day is over.',
        'muted',
      ),
    ],
    [text('Team', 'heading')],
    headRow('Indicator', figures, weeks),
    ...INDICATORS.map(([figure, name]) => [text(name), ...weeks.map((week) => cell(figures, TEAM, figure, week))]),
    ...BY_REP.flatMap(([figure, name]) => [
      [],
      [text(name, 'heading')],
      headRow('Rep', figures, weeks),
      ...reps.map((rep) => repRow(figures, rep, figure, weeks)),
    ]),
  ];
  return {
    name: 'Trend',
    frozenRows: 2,
    frozenColumns: 1,
    widths: [160, ...weeks.map(() => 78)],
    rows: rows.map((row) => wide(row, COLUMNS)),
    charts: reps.length === 0 ? [] : [indicatorChart(), closesChart()],
  };
}

/** The last complete week against the mean of the four before: the finding, in words. */
function titleOf(figures: ReportFigures, weeks: readonly Week[]): string {
  const first = Math.min(...figures.weeks.keys());
  const complete = weeks.filter((week) => week >= first && isOver(week, figures.asOf)).slice(-5);
  const msis = complete.map((week) => repFigures(figures.weeks.get(week), TEAM, week, week + 6).msis);
  const last = msis.at(-1) ?? 0;
  const before = msis.slice(0, -1);
  const mean = before.reduce((sum, n) => sum + n, 0) / before.length;
  if (before.length < 4 || mean === 0) return `MSIs and closes, ${WEEKS_SHOWN} weeks to ${shortDate(figures.current)}`;
  const change = Math.round((100 * (last - mean)) / mean);
  const direction = change === 0 ? 'level with' : `${Math.abs(change)} % ${change > 0 ? 'above' : 'below'}`;
  return `${plural(last, 'MSI')} in the last complete week, ${direction} the four weeks before`;
}

function headRow(first: string, figures: ReportFigures, weeks: readonly Week[]): CellLayout[] {
  const partial = (week: Week): boolean => !isOver(week, figures.asOf);
  return [
    text(first, 'head'),
    ...weeks.map((week) => text(partial(week) ? `${shortDate(week)} (partial)` : shortDate(week), 'head-right')),
  ];
}

function repRow(figures: ReportFigures, rep: RepLine, figure: Figure, weeks: readonly Week[]): CellLayout[] {
  return [text(rep.name), ...weeks.map((week) => cell(figures, rep.key, figure, week))];
}

function cell(figures: ReportFigures, rep: RepKey, figure: Figure, week: Week): CellLayout {
  const value = repFigures(figures.weeks.get(week), rep, week, figures.asOf.day)[figure];
  return figure.endsWith('Amount') ? money(value, figures.rules.minorDigits) : count(value);
}

const teamRow = (figure: Figure): { startRow: number; endRow: number } => {
  const startRow = TEAM_HEAD_ROW + 1 + INDICATORS.findIndex(([known]) => known === figure);
  return { startRow, endRow: startRow + 1 };
};
const across = { startColumn: 0, endColumn: COLUMNS };
const weeksRange = { startRow: TEAM_HEAD_ROW, endRow: TEAM_HEAD_ROW + 1, ...across };

function indicatorChart(): ChartLayout {
  return {
    title: 'Team: MSIs and closes by week',
    kind: 'COMBO',
    headerCount: 1,
    domain: weeksRange,
    series: [
      { range: { ...teamRow('msis'), ...across }, type: 'COLUMN', axis: 'LEFT', colour: '#1a73e8' },
      { range: { ...teamRow('closes'), ...across }, type: 'LINE', axis: 'RIGHT', colour: '#b3261e' },
    ],
    leftTitle: 'MSIs',
    rightTitle: 'Closes',
    anchor: { row: 1, column: COLUMNS },
    width: 680,
    height: 340,
  };
}

function closesChart(): ChartLayout {
  return {
    title: 'Team: opportunities, asks and closes by week',
    kind: 'LINE',
    headerCount: 1,
    domain: weeksRange,
    series: [
      { range: { ...teamRow('opportunities'), ...across }, colour: '#1a73e8' },
      { range: { ...teamRow('asks'), ...across }, colour: '#e37400' },
      { range: { ...teamRow('closes'), ...across }, colour: '#b3261e' },
    ],
    leftTitle: 'a week',
    anchor: { row: 19, column: COLUMNS },
    width: 680,
    height: 340,
  };
}
