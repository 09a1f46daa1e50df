import type { AverageDeal } from '../../domain/targets/average-deal.ts';
import type { RepGoal } from '../../domain/targets/goal-share.ts';
import { type PeriodNeed, periodNeed } from '../../domain/targets/period-need.ts';
import { requiredRunRate } from '../../domain/targets/run-rate.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { count, date, money, text } from '../cells.ts';
import { ABSENT, headings, tenths } from '../headings.ts';
import type { CellLayout } from '../layout.ts';
import type { RepLine } from '../reps.ts';
import type { TargetsView } from './targets-view.ts';

/** What is left of the period, and what it takes. */
export function periodBlock(view: TargetsView): Block {
  const rows = view.sellers.flatMap((rep) => repRow(view, rep));
  if (rows.length === 0) return NO_BLOCK;
  return rowsOnly([
    [text('To the end of the period: what is missing, and what it takes', 'heading')],
    [
      text(
        'Missing = goal − net so far − what open deals are expected to bring; closes = missing ÷ average deal, then back through the ratios; rounded up at the end. A day = MSIs for each working day left.',
        'muted',
      ),
    ],
    headings([
      ...['Rep', 'Ends', 'Goal', 'Net so far', 'From open deals', 'Missing', 'Average deal', 'Closes', 'Asks'],
      ...['Opportunities', 'Attempts', 'MSIs', 'Days left', 'MSIs a day'],
    ]),
    ...rows,
  ]);
}

function repRow(view: TargetsView, rep: RepLine): CellLayout[][] {
  const { targets, figures, elapsedTo } = view;
  const { asOf, rules } = figures;
  const goal = targets.basis.goals.goalOn(rep.key, asOf.day);
  const deal = targets.basis.reps.get(rep.key)?.deal;
  const need =
    goal &&
    periodNeed(targets.basis, figures.weeks, rep.key, {
      goal,
      closedBefore: asOf.day + 1,
      left: elapsedTo,
      outlook: view.outlook(rep.key, goal),
      weekStartsOn: rules.settings.weekStartsOn,
    });
  return goal && need && deal ? [cells(rep, goal, need, deal, rules.minorDigits)] : [];
}

function cells(rep: RepLine, goal: RepGoal, need: PeriodNeed, deal: AverageDeal, minorDigits: number): CellLayout[] {
  const { needed, daysLeft, missing } = need;
  const perDay = requiredRunRate(needed.msis, 0, daysLeft);
  const covered = missing <= 0;
  return [
    text(rep.name),
    date(goal.end - 1),
    money(need.goal, minorDigits),
    money(need.net, minorDigits),
    money(Math.round(need.expected), minorDigits),
    covered ? text('covered', 'count-muted') : money(Math.round(missing), minorDigits),
    money(Math.round(deal.amount), minorDigits),
    ...[needed.closes, needed.asks, needed.opportunities, needed.attempts, needed.msis].map((n) =>
      covered ? ABSENT : count(n),
    ),
    { value: daysLeft, style: Number.isInteger(daysLeft) ? 'count' : 'decimal' },
    covered || perDay === undefined ? ABSENT : tenths(perDay),
  ];
}
