import { ratio } from '../../domain/ratios/ratio.ts';
import { type RepKey, TEAM } from '../../domain/rows/rep-key.ts';
import { type Pace, paceOf } from '../../domain/targets/pace.ts';
import type { PeriodToDate } from '../../domain/targets/period-to-date.ts';
import type { Figure } from '../../domain/weeks/figures.ts';
import { type Block, rowsOnly } from '../block.ts';
import { money, percent, text } from '../cells.ts';
import { inCurrency } from '../currency.ts';
import { shortDate } from '../dates.ts';
import { ABSENT, headings } from '../headings.ts';
import type { CellLayout, ChartLayout, StyleName } from '../layout.ts';
import { statusCell } from '../pace-status.ts';
import { isThere, type PeriodName, type TargetsView } from './targets-view.ts';

const HEAD = [
  ...['Rep', 'Goal', 'Expected by now', 'Net', 'Net ÷ expected', 'Status', 'Net ÷ goal', 'Booked', 'Invoiced', 'Paid'],
  ...['Closed', 'Cancelled', 'Renewed'],
];
const AMOUNTS = [
  'bookedAmount',
  'invoicedAmount',
  'paidAmount',
  'closeAmount',
  'cancelledAmount',
  'renewedAmount',
] as const satisfies readonly Figure[];
const EXPECTED_AT = HEAD.indexOf('Expected by now');
const NET_AT = HEAD.indexOf('Net');

/** "Month and quarter to date (booked, invoiced, paid, net against goal)" */
export function toDateBlock(view: TargetsView, name: PeriodName, chartAt: ChartLayout['anchor'] | undefined): Block {
  const { start, end } = view.period(name);
  const lines = view.lines
    .map((rep) => ({ rep, toDate: view.toDate(rep.key, name) }))
    .filter(
      ({ rep, toDate }) =>
        (toDate.goal !== undefined && isThere(rep.member, start)) ||
        AMOUNTS.some((amount) => toDate.figures[amount] !== 0),
    );
  const what = `${name} to date: ${shortDate(start)} to ${shortDate(Math.min(view.figures.asOf.day, end - 1))}`;
  const rows = [
    [text(what, 'heading')],
    [
      text(
        'Net = closed − cancelled + renewed. Expected by now = the goal, for the working days that are over; of the team, the share of its goal that is expected of its reps. Booked, invoiced and paid each count on their own day.',
        'muted',
      ),
    ],
    headings(HEAD, ['Status']),
    ...lines.map(({ rep, toDate }) => row(view, rep.key, rep.name, toDate, false)),
    row(view, TEAM, 'Team', view.toDate(TEAM, name), true),
  ];
  const withGoal = lines.filter(({ toDate }) => toDate.goal !== undefined).length;
  if (!chartAt || withGoal === 0) return rowsOnly(rows);
  return (startRow) => ({
    rows,
    charts: [chart(name, startRow + 2, lines.length, inCurrency('amount', view.figures.rules), chartAt)],
  });
}

function row(view: TargetsView, key: RepKey, name: string, toDate: PeriodToDate, isTeam: boolean): CellLayout[] {
  const { figures, net, goal, expected } = toDate;
  const digits = view.figures.rules.minorDigits;
  const style: StyleName = isTeam ? 'money-strong' : 'money';
  const amount = (minor: number): CellLayout => money(minor, digits, style);
  const share = (of: number | undefined): CellLayout => (of && of > 0 ? percent(ratio(net, of)) : ABSENT);
  const pace = revenuePace(view, key, toDate);
  return [
    text(name, isTeam ? 'strong' : 'text'),
    goal === undefined ? ABSENT : amount(goal),
    expected === undefined ? ABSENT : amount(expected),
    amount(net),
    share(expected),
    pace ? statusCell(pace) : text('no goal', 'muted'),
    share(goal),
    ...AMOUNTS.map((each) => amount(figures[each])),
  ];
}

/**
 * Pace of net revenue, told where the goal asks for at least 5 deals by now: a single deal more or less is no finding.
 * `undefined` = no goal.
 */
export function revenuePace({ targets, figures }: TargetsView, key: RepKey, toDate: PeriodToDate): Pace | undefined {
  const { goal, expected, net } = toDate;
  if (goal === undefined || expected === undefined) return undefined;
  const { onPace, cautionPace } = figures.rules.settings;
  const deal = key === TEAM ? teamDeal(targets.basis.reps.values()) : targets.basis.reps.get(key)?.deal?.amount;
  if (!deal || expected === 0) return { expected: 0, status: 'too few to tell' };
  return paceOf(net / deal, expected / deal, { elapsed: 1, all: 1 }, { onPace, caution: cautionPace });
}

/** The mean of the reps' average deals; `undefined` = nobody has one. */
function teamDeal(reps: Iterable<{ readonly deal?: { readonly amount: number } }>): number | undefined {
  const amounts = [...reps].flatMap(({ deal }) => deal?.amount ?? []);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}

function chart(
  name: PeriodName,
  headRow: number,
  reps: number,
  leftTitle: string,
  anchor: ChartLayout['anchor'],
): ChartLayout {
  const column = (at: number) => ({
    startRow: headRow,
    endRow: headRow + 1 + reps,
    startColumn: at,
    endColumn: at + 1,
  });
  return {
    title: `${name} to date: net against what is expected by now`,
    kind: 'COLUMN',
    headerCount: 1,
    domain: column(0),
    series: [
      { range: column(NET_AT), colour: '#1a73e8' },
      { range: column(EXPECTED_AT), colour: '#bdc1c6' },
    ],
    leftTitle,
    anchor,
    width: 680,
    height: 320,
  };
}
