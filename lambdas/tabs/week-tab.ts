import { letterOf } from '../domain/columns.ts';
import type { Pace, PaceStatus } from '../domain/pace.ts';
import { weeksUntil } from '../domain/week.ts';
import { count, EMPTY, money, plural, text, wide } from './cells.ts';
import { longDate, shortDate, weekday } from './dates.ts';
import type { CellLayout, ChartLayout, StyleName, TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { STAMP } from './stamp.ts';
import { WEEKS_SHOWN, type WeekLine, type WeekView, weekView } from './week-lines.ts';

const COLUMNS = [
  ['Rep', 150, 'head'],
  ['Segment', 80, 'head'],
  ['Today', 64, 'head-right'],
  ['This week', 72, 'head-right'],
  ['Same days last week', 96, 'head-right'],
  ['Usual by now', 80, 'head-right'],
  ['Pace', 72, 'head-right'],
  ['Status', 120, 'head'],
  ['Attempts', 84, 'head-right'],
  ['Follow-ups', 84, 'head-right'],
  ['Opportunities', 112, 'head-right'],
  ['Asks', 64, 'head-right'],
  ['Closes', 70, 'head-right'],
  ['Lost', 56, 'head-right'],
  ['Closed amount', 96, 'head-right'],
  ['Days without a row', 96, 'head-right'],
  ['No outcome yet', 90, 'head-right'],
  ['13 weeks', 130, 'head'],
] as const;
const HISTORY_AT = COLUMNS.length;
const HEAD_ROWS = 5;

/** Who is on pace this week? */
export function weekTab(figures: ReportFigures): TabLayout {
  const view = weekView(figures);
  const weeks = weeksUntil(view.week, WEEKS_SHOWN);
  const columns = HISTORY_AT + WEEKS_SHOWN;
  const lines = [...view.reps, view.team];
  const table = lines.map((line, i) => weekRow(line, HEAD_ROWS + i, figures, line === view.team));
  const head = [
    ...COLUMNS.map(([name, , style]) =>
      text(name === 'Today' && view.leadsWithLast ? weekday(view.through) : name, style),
    ),
    ...weeks.map((week) => text(shortDate(week), 'head-right')),
  ];
  const empty = view.team.week.rows === 0 && view.reps.length === 0;
  return {
    name: 'Week',
    frozenRows: HEAD_ROWS,
    frozenColumns: 1,
    widths: [...COLUMNS.map(([, width]) => width), ...weeks.map(() => 60)],
    rows: [
      [text(titleOf(view), 'title')],
      [STAMP],
      [text(explanation(view), 'muted')],
      wide(
        [
          EMPTY,
          EMPTY,
          text('MSIs', 'heading'),
          EMPTY,
          EMPTY,
          EMPTY,
          EMPTY,
          EMPTY,
          text('Of these, and closes', 'heading'),
        ],
        HISTORY_AT,
      ).concat(text('MSIs by week (first day)', 'heading')),
      head,
      ...(empty
        ? [[text('No rows yet. Type on the tab Activity: Date, Rep, Prospect, Activity, Outcome.', 'muted')]]
        : table),
    ].map((row) => wide(row, columns)),
    charts: empty || view.reps.length === 0 ? [] : [repChart(view)],
  };
}

/** States the finding where there is one. */
function titleOf(view: WeekView): string {
  const judged = view.reps.filter(({ pace }) => ['on pace', 'caution', 'behind'].includes(pace.status));
  const behind = judged.filter(({ pace }) => pace.status === 'behind').length;
  const week = `Week of ${longDate(view.week)}`;
  const msis = plural(view.team.week.msis, 'MSI');
  if (judged.length === 0) return `${week}: ${msis}`;
  return behind === 0
    ? `${week}: ${msis}, nobody behind the usual pace`
    : `${week}: ${msis}, ${behind} of ${plural(judged.length, 'rep')} behind the usual pace`;
}

function explanation({ partial, week, through }: WeekView): string {
  const days = through === week ? weekday(week) : `${weekday(week)}-${weekday(through)}`;
  const complete = partial
    ? `Partial week: ${days}, beside the same days of last week.`
    : 'Complete week, beside the week before.';
  return `${complete} An MSI is a meaningful selling interaction. Usual = MSIs per working day over the 12 weeks before, for the working days so far.`;
}

function weekRow(line: WeekLine, row: number, figures: ReportFigures, isTeam: boolean): CellLayout[] {
  const { week, pace } = line;
  const number: StyleName = isTeam ? 'count-strong' : 'count';
  const counts = [week.attempts, week.followUps, week.opportunities, week.asks, week.closes, week.lost];
  const from = letterOf(HISTORY_AT);
  const to = letterOf(HISTORY_AT + WEEKS_SHOWN - 1);
  return [
    text(line.name, isTeam ? 'strong' : 'text'),
    text(line.segment, 'muted'),
    count(line.today, number),
    count(week.msis, number),
    count(line.before, 'count-muted'),
    pace.expected > 0 ? { value: Math.round(pace.expected * 10) / 10, style: 'decimal' } : text('–', 'count-muted'),
    pace.share === undefined ? text('–', 'count-muted') : { value: pace.share, style: 'percent' },
    statusCell(pace),
    ...counts.map((n) => count(n, number)),
    money(week.closeAmount, figures.rules.minorDigits, isTeam ? 'money-strong' : 'money'),
    line.emptyDays === undefined ? EMPTY : count(line.emptyDays),
    count(week.unconfirmed, 'count-muted'),
    { value: { formula: `=SPARKLINE(${from}${row + 1}:${to}${row + 1})` }, style: 'spark' },
    ...line.history.map((n) => count(n, 'count-muted')),
  ];
}

const STATUS: Readonly<Record<PaceStatus, readonly [string, StyleName]>> = {
  'on pace': ['▲ on pace', 'good'],
  caution: ['● caution', 'caution'],
  behind: ['▼ behind', 'bad'],
  off: ['off', 'muted'],
  'too few to tell': ['too few to tell', 'muted'],
};

/** Readable without colour: a sign and a word. */
function statusCell(pace: Pace): CellLayout {
  const [words, style] = STATUS[pace.status];
  return text(words, style);
}

function repChart(view: WeekView): ChartLayout {
  const rows = { startRow: HEAD_ROWS - 1, endRow: HEAD_ROWS + view.reps.length };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  return {
    title: 'MSIs by rep: this week and the same days last week',
    subtitle: view.partial ? 'partial week' : 'complete week',
    kind: 'COLUMN',
    headerCount: 1,
    domain: column(0),
    series: [
      { range: column(3), colour: '#1a73e8' },
      { range: column(4), colour: '#bdc1c6' },
    ],
    leftTitle: 'MSIs',
    anchor: { row: rows.endRow + 2, column: 0 },
    width: 900,
    height: 320,
  };
}
