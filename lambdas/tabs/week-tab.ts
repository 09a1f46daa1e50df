import { letterOf } from '../domain/cells/columns.ts';
import { type Week, weeksUntil } from '../domain/days/week.ts';
import type { Settings } from '../domain/inputs/settings.ts';
import { UNASSIGNED } from '../domain/rows/rep-key.ts';
import { EMPTY, plural, text, wide } from './cells.ts';
import { inCurrency } from './currency.ts';
import { longDate, shortDate, weekday } from './dates.ts';
import type { CellLayout, ChartLayout, TabLayout } from './layout.ts';
import { whoIsBehind } from './pace-status.ts';
import type { ReportFigures } from './report-figures.ts';
import { STAMP } from './stamp.ts';
import { WEEK_COLUMNS, weekColumn } from './week-columns.ts';
import { WEEKS_SHOWN, type WeekLine, type WeekView, weekView } from './week-lines.ts';
import { weekCell } from './weekly-count.ts';
import { whyEmpty } from './why-empty.ts';

const HISTORY_AT = WEEK_COLUMNS.length;
const HEAD_ROWS = 5;

/** Who is on pace this week? */
export function weekTab(figures: ReportFigures): TabLayout {
  const view = weekView(figures);
  const weeks = weeksUntil(view.week, WEEKS_SHOWN);
  const columns = HISTORY_AT + WEEKS_SHOWN;
  const lines = [...view.reps, view.team];
  const table = lines.map((line, i) => weekRow(figures, weeks, line, HEAD_ROWS + i, line === view.team));
  const head = [
    ...WEEK_COLUMNS.map(({ name, head: style }) =>
      text(name === 'Closed amount' ? inCurrency(name, figures.rules) : headed(name, view), style),
    ),
    ...weeks.map((week) => text(shortDate(week), 'head-right')),
  ];
  const empty = view.team.week.rows === 0 && view.reps.length === 0;
  return {
    name: 'Week',
    frozenRows: HEAD_ROWS,
    frozenColumns: 1,
    widths: [...WEEK_COLUMNS.map(({ width }) => width), ...weeks.map(() => 60)],
    rows: [
      [text(titleOf(view), 'title')],
      [STAMP],
      [text(explanation(view, figures.rules.settings.unconfirmed), 'muted')],
      groupRow(
        view.team.target !== undefined,
        weeks.some((week) => figures.asReported.has(week)),
      ),
      head,
      ...(empty ? [[text(whyEmpty(figures, `${WEEKS_SHOWN} weeks`), 'muted')]] : table),
    ].map((row) => wide(row, columns)),
    charts: empty || view.reps.length === 0 ? [] : [repChart(view)],
  };
}

/** On the morning after a week, "this week" would be read as the one that has just begun. */
function headed(name: string, { leadsWithLast, through }: WeekView): string {
  if (!leadsWithLast) return name;
  const names: Readonly<Record<string, string>> = {
    Today: weekday(through),
    'This week': 'Last week',
    'Same days last week': 'Week before',
    'Expected by now': 'Expected',
  };
  return names[name] ?? name;
}

/** What the columns below have in common. */
function groupRow(withTargets: boolean, restated: boolean): CellLayout[] {
  const row: CellLayout[] = wide([], HISTORY_AT);
  row[weekColumn('Today')] = text('MSIs: meaningful selling interactions', 'heading');
  row[weekColumn('Attempts')] = text(
    withTargets ? 'Of these, and closes: done of what the week needs' : 'Of these, and closes',
    'heading',
  );
  const history = restated
    ? 'MSIs by week (first day), closed weeks as reported; * restated since'
    : 'MSIs by week (first day)';
  return row.map((cell) => cell ?? EMPTY).concat(text(history, 'heading'));
}

/** States the finding where there is one. */
function titleOf(view: WeekView): string {
  const reps = view.reps.filter(({ key }) => key !== UNASSIGNED).map(({ pace }) => pace);
  const week = `Week of ${longDate(view.week)}`;
  const msis = view.team.target
    ? `${view.team.week.msis.toLocaleString('en')} of ${plural(view.team.target.msis, 'MSI')}`
    : plural(view.team.week.msis, 'MSI');
  const behind = whoIsBehind(reps, view.team.target ? 'pace' : 'the usual pace');
  return behind ? `${week}: ${msis}, ${behind}` : `${week}: ${msis}`;
}

function explanation(view: WeekView, unconfirmed: Settings['unconfirmed']): string {
  const { partial, week, through, team, reps } = view;
  const days = through === week ? weekday(week) : `${weekday(week)}-${weekday(through)}`;
  const complete = partial
    ? `Partial week: ${days}, beside the same days last week.`
    : 'Complete week, beside the week before.';
  const usual = 'MSIs per working day over the 12 weeks before, for the working days so far';
  const some = reps.some(({ target, pace }) => !target && pace.expected > 0) ? ` Without a target: ${usual}.` : '';
  const expected = team.target
    ? `Expected = target by the working days so far.${some}`
    : `Expected = ${usual}; add goals on Goals to see targets.`;
  return `${complete} ${expected}${outsidePace(view, unconfirmed)} Reps by closes to expect.${notExpected(reps)}`;
}

/** Why there is no pace. */
function notExpected(reps: readonly WeekLine[]): string {
  const lines = reps.filter(({ pace }) => pace.status === 'not expected');
  const who = [
    ...(lines.some(({ key }) => key !== UNASSIGNED) ? ['reps not on Team'] : []),
    ...(lines.some(({ key }) => key === UNASSIGNED) ? ['rows without a rep'] : []),
  ];
  return who.length === 0 ? '' : ` Status –: no target for ${who.join(' and ')}.`;
}

/** Else a rep with more MSIs than expected may stand as behind, and nothing says why. */
const outsidePace = ({ team }: WeekView, unconfirmed: Settings['unconfirmed']): string =>
  team.week.unconfirmed > 0 && unconfirmed === 'Apart' ? ' Pace leaves out attempts with no outcome yet.' : '';

function weekRow(
  figures: ReportFigures,
  weeks: readonly Week[],
  line: WeekLine,
  row: number,
  isTeam: boolean,
): CellLayout[] {
  const from = letterOf(HISTORY_AT);
  const to = letterOf(HISTORY_AT + WEEKS_SHOWN - 1);
  const sparkline = `=SPARKLINE(${from}${row + 1}:${to}${row + 1})`;
  return [
    ...WEEK_COLUMNS.map(({ cell }) => cell({ line, isTeam, minorDigits: figures.rules.minorDigits, sparkline })),
    ...weeks.map((week) => weekCell(figures, line.key, 'msis', week, 'count-muted')),
  ];
}

function repChart(view: WeekView): ChartLayout {
  const rows = { startRow: HEAD_ROWS - 1, endRow: HEAD_ROWS + view.reps.length };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  const beside = view.team.target ? 'Expected by now' : 'Same days last week';
  const title = view.leadsWithLast
    ? `MSIs by rep: last week and ${view.team.target ? 'what was expected' : 'the week before'}`
    : `MSIs by rep: this week and ${view.team.target ? 'what is expected by now' : 'the same days last week'}`;
  return {
    title,
    subtitle: view.partial ? 'partial week' : 'complete week',
    kind: 'COLUMN',
    headerCount: 1,
    domain: column(0),
    series: [
      { range: column(weekColumn('This week')), colour: '#1a73e8' },
      { range: column(weekColumn(beside)), colour: '#bdc1c6' },
    ],
    leftTitle: 'MSIs',
    anchor: { row: rows.endRow + 2, column: 0 },
    width: 900,
    height: 320,
  };
}
