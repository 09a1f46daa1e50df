import {
  type CohortWeek,
  cohortWeeks,
  funnel,
  HEADLINE_WEEKS,
  maturityDays,
  prospectToClose,
} from '../domain/closing-ratio.ts';
import { totalOf } from '../domain/figures.ts';
import { periodRatios } from '../domain/period-ratios.ts';
import { type Ratio, ratio, ratioText, valueOfRatio, wilson } from '../domain/ratio.ts';
import { type RepKey, TEAM } from '../domain/rep-key.ts';
import { type Week, weeksUntil } from '../domain/week.ts';
import { repFigures } from '../domain/week-rollup.ts';
import { count, EMPTY, percent, plural, text, wide } from './cells.ts';
import { shortDate } from './dates.ts';
import type { CellLayout, ChartLayout, StyleName, TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { repLines } from './reps.ts';
import { STAMP } from './stamp.ts';

const COLUMNS = 11;
const PERIOD_WEEKS = 26;
/** "No rank and no colour below n = 20" */
const ENOUGH = 20;

/** How many prospects become customers? */
export function closingRatioTab(figures: ReportFigures): TabLayout {
  const first = firstWeek(figures);
  const team = cohortWeeks(figures.weeks, TEAM, first, figures.current, figures.asOf.day);
  const shown = shownCohorts(team);
  const steps = funnel(team);
  const reps = repLines(figures, weeksUntil(figures.current, PERIOD_WEEKS));
  const repRows = [
    ...reps.map((rep) => repRow(figures, rep.key, rep.name, first)),
    repRow(figures, TEAM, 'Team', first, 'strong'),
  ];
  const head: CellLayout[][] = [
    [text(titleOf(prospectToClose(team)), 'title')],
    [STAMP],
    [text(explanation(figures), 'muted')],
    [text('From prospect to close (matured cohorts)', 'heading')],
    headings('Step', 'Deals', 'Of the step before', 'Of all'),
  ];
  const above: CellLayout[][] = [
    ...head,
    ...steps.map(({ step, deals }, i) => stepRow(step, deals, steps[i - 1]?.deals, steps[0]?.deals ?? 0)),
    [],
    [text('By rep: deals the rep worked first, and counts of the last 26 complete weeks', 'heading')],
    [
      text(
        'Prospect to close counts distinct deals. The others divide rows of the same weeks: they may exceed 100 % and mix cohorts, so they have no interval.',
        'muted',
      ),
    ],
    headings(
      'Rep',
      'Closed / worked',
      'Prospect to close',
      '95 % from',
      'to',
      'Closes / asks',
      '%',
      'Asks / opportunities',
      '%',
      'Opportunities / attempts',
      '%',
    ),
    ...repRows,
    [],
    [text('By cohort: deals first worked in the week', 'heading')],
    [text('Grey: too young to tell; more of them will still close.', 'muted')],
  ];
  const rows = [
    ...above,
    headings('Week', 'Deals', 'Won', 'Lost', 'Open', 'Won / deals', '95 % from', 'to', 'Matured?'),
    ...shown.map(cohortRow),
  ];
  return {
    name: 'Closing ratio',
    frozenRows: 2,
    frozenColumns: 1,
    widths: [160, 104, 112, 80, 80, 104, 80, 128, 90, 128, 80],
    rows: rows.map((row) => wide(row, COLUMNS)),
    charts:
      shown.length === 0 || (steps[0]?.deals ?? 0) === 0
        ? []
        : [funnelChart(head.length, steps.length), cohortChart(above.length, shown)],
  };
}

const firstWeek = (figures: ReportFigures): Week => Math.min(figures.current, ...figures.weeks.keys());

/** The cohorts of the headline and the younger ones, from the first with a deal. */
function shownCohorts(cohorts: readonly CohortWeek[]): readonly CohortWeek[] {
  const young = cohorts.filter(({ matured }) => !matured).length;
  const recent = cohorts.slice(-(young + HEADLINE_WEEKS));
  return recent.slice(
    Math.max(
      0,
      recent.findIndex(({ cohort }) => cohort.deals > 0),
    ),
  );
}

function titleOf(headline: Ratio): string {
  const interval = wilson(headline);
  const value = valueOfRatio(headline);
  if (!interval || value === undefined) return 'Closing ratio: not enough history yet';
  const whole = (share: number): string => `${Math.round(100 * share)}`;
  return `${whole(value)} % of prospects become customers (${ratioText(headline)}; 95 % interval ${whole(interval.low)}–${whole(interval.high)} %)`;
}

function explanation(figures: ReportFigures): string {
  const days = maturityDays(figures.weeks, figures.current);
  if (days === undefined) return 'No deal has closed yet. The ratio appears when deals have had time to close.';
  return `Deals first worked in the matured weeks, at most the last ${HEADLINE_WEEKS}. A week is matured ${plural(days, 'day')} after its end: by then 80 % of this team's closes have come.`;
}

const headings = (...names: readonly string[]): CellLayout[] =>
  names.map((name, i) => text(name, i === 0 ? 'head' : 'head-right'));

function stepRow(step: string, deals: number, before: number | undefined, all: number): CellLayout[] {
  return [
    text(step),
    count(deals),
    before === undefined ? EMPTY : percent(ratio(deals, before)),
    percent(ratio(deals, all)),
  ];
}

function repRow(
  figures: ReportFigures,
  rep: RepKey,
  name: string,
  first: Week,
  style: StyleName = 'text',
): CellLayout[] {
  const headline = prospectToClose(cohortWeeks(figures.weeks, rep, first, figures.current, figures.asOf.day));
  const weeks = weeksUntil(figures.current - 7, PERIOD_WEEKS);
  const period = periodRatios(totalOf(weeks.map((week) => repFigures(figures.weeks.get(week), rep, week, week + 6))));
  return [
    text(name, style),
    text(ratioText(headline), 'count'),
    percent(headline, headline.n < ENOUGH ? 'percent-muted' : 'percent'),
    ...intervalCells(headline),
    ...[period.closesPerAsk, period.asksPerOpportunity, period.opportunitiesPerAttempt].flatMap((each) => [
      text(ratioText(each), 'count'),
      percent(each),
    ]),
  ];
}

function intervalCells(of: Ratio): CellLayout[] {
  const interval = wilson(of);
  return interval
    ? [
        { value: interval.low, style: 'percent-muted' },
        { value: interval.high, style: 'percent-muted' },
      ]
    : [EMPTY, EMPTY];
}

function cohortRow({ week, cohort, matured }: CohortWeek): CellLayout[] {
  const number: StyleName = matured ? 'count' : 'count-muted';
  const won = ratio(cohort.won, cohort.deals);
  return [
    text(shortDate(week), matured ? 'text' : 'muted'),
    count(cohort.deals, number),
    count(cohort.won, number),
    count(cohort.lost, number),
    count(cohort.deals - cohort.won - cohort.lost, number),
    percent(won, matured ? 'percent' : 'percent-muted'),
    ...intervalCells(won),
    text(matured ? 'yes' : 'not yet', matured ? 'count' : 'count-muted'),
  ];
}

function funnelChart(startRow: number, steps: number): ChartLayout {
  const column = (at: number) => ({ startRow, endRow: startRow + steps, startColumn: at, endColumn: at + 1 });
  return {
    title: 'From prospect to close',
    kind: 'BAR',
    headerCount: 0,
    domain: column(0),
    series: [{ range: column(1), colour: '#1a73e8' }],
    bottomTitle: 'deals of matured cohorts',
    anchor: { row: 1, column: COLUMNS },
    width: 620,
    height: 280,
  };
}

function cohortChart(headRow: number, shown: readonly CohortWeek[]): ChartLayout {
  const rows = { startRow: headRow, endRow: headRow + 1 + shown.length };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  return {
    title: 'Closing ratio by cohort week, with its 95 % interval',
    subtitle: 'the youngest weeks are not matured',
    kind: 'LINE',
    headerCount: 1,
    domain: column(0),
    series: [
      { range: column(5), colour: '#1a73e8' },
      { range: column(6), colour: '#9aa0a6', dashed: true },
      { range: column(7), colour: '#9aa0a6', dashed: true },
    ],
    leftTitle: 'won ÷ deals',
    bottomTitle: 'week in which the deal was first worked',
    anchor: { row: 17, column: COLUMNS },
    width: 620,
    height: 340,
  };
}
