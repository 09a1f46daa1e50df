import type { DealBoard } from '../../domain/agenda/deal-board.ts';
import type { ScoredDeal } from '../../domain/agenda/notable-deals.ts';
import type { DealLine } from '../../domain/deals/deal-line.ts';
import { standingOf } from '../../domain/deals/deal-line.ts';
import { daysSilent, isStalled } from '../../domain/deals/deal-signals.ts';
import type { RepKey } from '../../domain/rows/rep-key.ts';
import { count, date, EMPTY, money, plural, text } from '../cells.ts';
import { inCurrency } from '../currency.ts';
import type { CellLayout } from '../layout.ts';
import { repNamer } from '../rep-names.ts';
import type { ReportFigures } from '../report-figures.ts';
import { STEP_NAMES, shortSignal } from './deal-words.ts';

export const DEAL_COLUMNS = [
  ['Prospect', 210, 'head'],
  ['Deal', 110, 'head'],
  ['Rep', 90, 'head'],
  ['Step', 130, 'head'],
  ['Days in step', 86, 'head-right'],
  ['Working days since last MSI', 104, 'head-right'],
  ['Amount', 90, 'head-right'],
  ['Next step', 190, 'head'],
  ['Due', 92, 'head-right'],
  ['What to look at (▼ = stalled)', 290, 'head'],
  ['Notes', 220, 'head'],
] as const;

/** The open deals, the most notable first. */
export function dealTable(figures: ReportFigures, board: DealBoard): CellLayout[][] {
  const namesOf = repNamer(figures);
  const { minorDigits } = figures.rules;
  const { listed } = board;
  const more = board.open - listed.length;
  return [
    DEAL_COLUMNS.map(([name, , style]) => text(name === 'Amount' ? inCurrency(name, figures.rules) : name, style)),
    ...listed.map((deal) => dealRow(deal, board, namesOf, minorDigits)),
    ...(more > 0 ? [[text(`… and ${plural(more, 'deal')} more with less to say`, 'muted')]] : []),
  ];
}

function dealRow(
  { line, step, signals }: ScoredDeal,
  { standards }: DealBoard,
  namesOf: (reps: readonly RepKey[]) => string,
  minorDigits: number,
): CellLayout[] {
  const { nextStep } = line;
  const words = signals.map((signal) => shortSignal(signal, line, standards)).join(', ');
  return [
    text(line.prospect),
    text(line.deal),
    text(namesOf(line.lastReps), line.lastReps.length === 0 ? 'muted' : 'text'),
    text(STEP_NAMES[step]),
    count(standards.today - standingOf(line).since),
    count(Math.floor(daysSilent(line, standards))),
    line.amount === undefined ? EMPTY : money(line.amount, minorDigits),
    text(nextStep?.text ?? ''),
    nextStep?.due === undefined ? EMPTY : date(nextStep.due),
    text(isStalled(signals) ? `▼ ${words}` : words),
    text(notes(line, namesOf), 'muted'),
  ];
}

/** "opening deals: listed in Deals"; "deals received from others are shown". */
function notes(line: DealLine, namesOf: (reps: readonly RepKey[]) => string): string {
  const givers = line.lastReps.length === 0 ? [] : line.firstReps.filter((rep) => !line.lastReps.includes(rep));
  return [
    ...(line.opening ? ['under way when the data began'] : []),
    ...(givers.length > 0 ? [`from ${namesOf(givers)}`] : []),
    ...(line.occurrence > 1 ? [`buys again (${line.occurrence})`] : []),
  ].join('; ');
}
