import { completeUntil, weeksUntil } from '../domain/days/week.ts';
import { ratioText, valueOfRatio } from '../domain/ratios/ratio.ts';
import {
  TIME_CATEGORIES,
  type TimeCategory,
  type TimeSplit,
  teamTimeSplit,
  timeSplit,
} from '../domain/time/time-split.ts';
import { count, EMPTY, percent, plural, text, wide } from './cells.ts';
import { shortDate } from './dates.ts';
import type { CellLayout, ChartLayout, StyleName, TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { type RepLine, recordsHere, repLines } from './reps.ts';
import { repsByCloses } from './reps-by-closes.ts';
import { STAMP } from './stamp.ts';

/** "one row of Minutes a day per category is enough": four weeks are enough to see where they go. */
const WEEKS = 4;

const CATEGORY_NAMES: Readonly<Record<TimeCategory, string>> = {
  sellingMinutes: 'Selling',
  administrationMinutes: 'Administration',
  accountManagementMinutes: 'Account management',
  proposalMinutes: 'Proposal generation',
  prospectingMinutes: 'Prospecting',
  fulfilmentMinutes: 'Fulfilment',
};
const COLOURS = ['#1a73e8', '#9aa0a6', '#f29900', '#a142f4', '#12b5cb', '#795548'];
const FIRST_CATEGORY = 2;
const COLUMNS: readonly (readonly [name: string, width: number])[] = [
  ['Rep', 150],
  ['Days logged', 90],
  ...TIME_CATEGORIES.map((category) => [CATEGORY_NAMES[category], 104] as const),
  ['Selling share', 88],
  ['MSIs an hour of selling', 110],
  ['Hours to delegate', 90],
  ['MSIs they would buy', 96],
];

interface Shown {
  readonly split: TimeSplit;
}

/** What does the time outside selling go to, and what could be delegated? */
export function timeTab(figures: ReportFigures): TabLayout {
  const first = Math.min(...figures.weeks.keys());
  const end = completeUntil(figures);
  const weeks = weeksUntil(end - 7, WEEKS).filter((week) => week >= first);
  const span = [weeks[0] ?? end, end] as const;
  const lines = repLines(figures, weeks).filter((rep) => recordsHere(figures, rep));
  const reps = repsByCloses(figures, lines);
  const split = (rep: RepLine): TimeSplit => timeSplit(rep, figures.weeks, figures.rules, span);
  const shown = reps.map((rep) => ({ rep, split: split(rep) })).filter(({ split: { enough } }) => enough);
  const team = teamTimeSplit(
    shown.map(({ rep }) => rep),
    figures.weeks,
    figures.rules,
    span,
  );
  const above = [
    [text(titleOf(shown.length, team), 'title')],
    [STAMP],
    ...explanation(reps.length, shown, span).map((words) => [text(words, 'muted')]),
  ];
  const rows: CellLayout[][] = [
    ...above,
    COLUMNS.map(([name], i) => text(name, i === 0 ? 'head' : 'head-right')),
    ...shown.map(({ rep, split: of }) => timeRow(rep.name, of)),
    ...(shown.length > 0 ? [timeRow('Team', team, 'strong')] : []),
  ];
  return {
    name: 'Time',
    hidden: shown.length === 0,
    frozenRows: above.length + 1,
    frozenColumns: 1,
    widths: COLUMNS.map(([, width]) => width),
    rows: rows.map((row) => wide(row, COLUMNS.length)),
    charts: shown.length === 0 ? [] : [splitChart(above.length, shown.length)],
  };
}

function titleOf(reps: number, team: TimeSplit): string {
  const share = valueOfRatio(team.sellingShare);
  if (reps === 0 || share === undefined) return 'Where the time goes: not enough is logged yet';
  const { hoursToDelegate, msisThatTheyWouldBuy: msis } = team;
  const selling = `${Math.round(100 * share)} % of the logged time is selling`;
  if (msis === undefined || hoursToDelegate === 0) return selling;
  return `${selling}; ${plural(Math.round(hoursToDelegate), 'hour')} could be delegated, worth about ${plural(Math.round(msis), 'MSI')}`;
}

/** Each line fits into the width of the tab. */
function explanation(reps: number, shown: readonly Shown[], [from, to]: readonly [number, number]): string[] {
  const span = `${shortDate(from)} to ${shortDate(to - 1)}, complete weeks`;
  const how = 'To log time, type rows with Minutes on Activity: one a day for each kind of work is enough.';
  if (from === to) return [how];
  if (shown.length === 0) return [how, `A rep appears when at least 60 % of the working days have some (${span}).`];
  const missing = reps - shown.length;
  const others = missing > 0 ? ` ${plural(missing, 'rep')} with fewer than 60 % of the days logged left out.` : '';
  return [
    `Hours from ${span}.${others}${onDaysOff(shown)}`,
    "Hours to delegate = all but selling. What they would buy: the same hours spent selling at the rep's own MSIs an hour.",
  ];
}

/** Else `21/20` puzzles. */
const onDaysOff = (shown: readonly Shown[]): string =>
  shown.some(({ split: { coverage } }) => coverage.x > coverage.n)
    ? ' Days logged: of the working days; work on a day off counts on top.'
    : '';

function timeRow(name: string, split: TimeSplit, style: StyleName = 'text'): CellLayout[] {
  const { minutes, coverage, sellingShare, msisPerSellingHour: rate, hoursToDelegate, msisThatTheyWouldBuy } = split;
  return [
    text(name, style),
    text(ratioText(coverage), 'count'),
    ...TIME_CATEGORIES.map((category) => decimal(minutes[category] / 60)),
    percent(sellingShare),
    rate === undefined ? text('–', 'count-muted') : decimal(rate),
    decimal(hoursToDelegate),
    msisThatTheyWouldBuy === undefined ? EMPTY : count(Math.round(msisThatTheyWouldBuy)),
  ];
}

const decimal = (value: number): CellLayout => ({ value: Math.round(value * 10) / 10, style: 'decimal' });

function splitChart(headRow: number, reps: number): ChartLayout {
  const rows = { startRow: headRow, endRow: headRow + 1 + reps };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  return {
    title: 'Hours by kind of work',
    subtitle: `last ${WEEKS} complete weeks, as logged`,
    kind: 'STACKED_COLUMN',
    headerCount: 1,
    domain: column(0),
    series: TIME_CATEGORIES.map((_, i) => ({ range: column(FIRST_CATEGORY + i), colour: COLOURS[i] ?? '#5f6368' })),
    leftTitle: 'hours',
    anchor: { row: rows.endRow + 2, column: 0 },
    width: 900,
    height: 340,
  };
}
