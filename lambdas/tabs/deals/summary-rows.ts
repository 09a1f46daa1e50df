import type { DealBoard, StepCount } from '../../domain/agenda/deal-board.ts';
import { completeUntil } from '../../domain/days/week.ts';
import type { Signal } from '../../domain/deals/deal-signals.ts';
import type { Rules } from '../../domain/inputs/rules.ts';
import { ratio, ratioText } from '../../domain/ratios/ratio.ts';
import { type MissingLever, velocity } from '../../domain/ratios/velocity.ts';
import { count, money, percent, text } from '../cells.ts';
import { inCurrency } from '../currency.ts';
import type { CellLayout, StyleName } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { STEP_NAMES } from './deal-words.ts';

const line = (name: string, ...figures: readonly CellLayout[]): CellLayout[] => [text(name), ...figures];
const head = (name: string, ...names: readonly string[]): CellLayout[] => [
  text(name, 'head'),
  ...names.map((each) => text(each, 'head-right')),
];

/** How many deals there are at each step, and how many of them stall. */
export function stepRows({ steps, pursued, standards }: DealBoard, rules: Rules): CellLayout[][] {
  const { minorDigits } = rules;
  // Nothing is not zero: where no amount was asked for there is none.
  const amount = (minor: number): CellLayout => (minor === 0 ? text('–', 'count-muted') : money(minor, minorDigits));
  const row = (name: string, at: StepCount, limit?: number): CellLayout[] =>
    line(
      name,
      count(at.open - at.stalled),
      count(at.stalled),
      count(at.open),
      amount(at.amount),
      at.amount === 0 ? amount(0) : money(at.stalledAmount, minorDigits),
      limit === undefined ? text('–', 'count-muted') : count(limit),
    );
  return [
    head('Step', 'Moving', 'Stalled', 'Open', inCurrency('Amount', rules), 'Of it stalled', 'Stuck after days'),
    row(STEP_NAMES[1], steps[1], standards.stuckAbove[1]),
    row(STEP_NAMES[2], steps[2], standards.stuckAbove[2]),
    row('Opportunities and asks', pursued).map(bold),
    row(`${STEP_NAMES[0]} (prospects)`, steps[0], standards.stuckAbove[0]),
  ];
}

const STRONG: Readonly<Partial<Record<StyleName, StyleName>>> = {
  text: 'strong',
  count: 'count-strong',
  money: 'money-strong',
};
const bold = (cell: CellLayout): CellLayout => ({ ...cell, style: STRONG[cell.style] ?? cell.style });

/** In the order in which they are counted: what stalls first. */
const MEANINGS: readonly (readonly [Signal, string])[] = [
  ['overdue', 'Next step overdue'],
  ['stale', 'Stale'],
  ['stuck', 'Stuck in its step'],
  ['slipped', 'Put off'],
  ['no next step', 'No next step ahead'],
  ['newly asked', 'Newly asked'],
  ['big', 'Big'],
];

/** How often each signal is on among opportunities and asks. */
export function signalRows({ signals, pursued }: DealBoard): CellLayout[][] {
  return [
    head('Signal', 'Deals', 'Share'),
    ...MEANINGS.map(([signal, name]) => {
      const deals = signals.get(signal) ?? 0;
      return line(name, count(deals), percent(ratio(deals, pursued.open)));
    }),
  ];
}

/** In lines that end before the chart beside them. */
const MISSING: Readonly<Record<MissingLever, readonly string[]>> = {
  wins: ['No win in the last 26 complete weeks. Velocity appears', 'in the week after a deal closes.'],
  amounts: ['No deal won in the last 26 complete weeks has an', 'amount: type it on its Close row.'],
  'days to close': [
    'No deal was seen from its first contact to its close:',
    'those that closed had begun before the data did,',
    'or had no contact before.',
  ],
};

/** "velocity per day = open × win rate × average won deal ÷ average days to close, shown as its four levers; absent without wins" */
export function velocityRows(figures: ReportFigures, { pursued }: DealBoard): CellLayout[][] {
  const { weeks, rules } = figures;
  const heading = head('Velocity, by its levers', 'Now', '');
  const now = velocity(weeks, completeUntil(figures), pursued.open);
  if (typeof now === 'string') return [heading, ...MISSING[now].map((words) => [text(words, 'muted')])];
  const { open, winRate, averageWon, daysToClose, perDay } = now;
  const amount = (minor: number): CellLayout => money(Math.round(minor), rules.minorDigits);
  return [
    heading,
    line('Opportunities and asks', count(open)),
    line('× win rate of 26 weeks', percent(winRate), text(ratioText(winRate), 'count-muted')),
    line('× average won deal', amount(averageWon)),
    line('÷ average days to close', { value: Math.round(daysToClose * 10) / 10, style: 'decimal' }),
    line('= velocity a day', amount(perDay)).map(bold),
    ...(open > 0 ? [line('of it, deals that move', amount((perDay * (pursued.open - pursued.stalled)) / open))] : []),
    ...(winRate.x === winRate.n
      ? [[text('No deal stands as Lost in these weeks: the win rate and the velocity are too high.', 'muted')]]
      : []),
  ];
}
