import { TEAM } from '../../domain/rows/rep-key.ts';
import { catchUpMsis, periodNeed } from '../../domain/targets/period-need.ts';
import type { WeekTarget } from '../../domain/weeks/facts.ts';
import { type Block, rowsOnly } from '../block.ts';
import { count, text } from '../cells.ts';
import { shortDate } from '../dates.ts';
import { ABSENT, headings, tenths } from '../headings.ts';
import type { CellLayout, StyleName } from '../layout.ts';
import type { RepLine } from '../reps.ts';
import { closesToExpect } from '../reps-by-closes.ts';
import { isThere, type TargetsView } from './targets-view.ts';
import { lateForAll, whyOf } from './why.ts';

const KINDS = ['msis', 'attempts', 'followUps', 'opportunities', 'asks', 'closes'] as const;

/** What each rep has to do this week. */
export function weekBlock(view: TargetsView): Block {
  const { current } = view.figures;
  const sellers = view.sellers.filter(({ member }) => isThere(member, current));
  const catchUps = sellers.map((rep) => catchUpOf(view, rep) ?? 0);
  const team = view.targets.target(TEAM);
  const late = lateForAll(view);
  return rowsOnly([
    [text(`Activity that the week of ${shortDate(current)} needs`, 'heading')],
    [
      text(
        'Fixed on the first day of the week: the goal by working days, solved back through closes, asks, opportunities and attempts.',
        'muted',
      ),
    ],
    [
      text(
        'MSIs = the four kinds together. Catch-up = what it would take beside to be level by the end of the period.',
        'muted',
      ),
    ],
    ...(late === '' ? [] : [[text(`${late.charAt(0).toUpperCase()}${late.slice(1)}.`)]]),
    headings(
      [
        'Rep',
        'MSIs',
        'Attempts',
        'Follow-ups',
        'Opportunities',
        'Asks',
        'Closes',
        'Catch-up',
        'Closes to expect',
        'Why',
      ],
      ['Why'],
    ),
    ...sellers.map((rep, at) => repRow(view, rep, catchUps[at] ?? 0, late)),
    ...(team
      ? [[text('Team', 'strong'), ...counts(team, 'count-strong'), catchUp(catchUps.reduce((sum, n) => sum + n, 0))]]
      : []),
  ]);
}

function repRow(view: TargetsView, rep: RepLine, more: number, late: string): CellLayout[] {
  const target = view.targets.target(rep.key);
  const closes = closesToExpect(view.figures)(rep.key);
  return [
    text(rep.name),
    ...(target ? counts(target, 'count') : KINDS.map(() => ABSENT)),
    target ? catchUp(more) : ABSENT,
    closes === undefined ? ABSENT : tenths(closes),
    text(whyOf(view, rep.key, late), 'muted'),
  ];
}

const counts = (target: WeekTarget, style: StyleName): CellLayout[] => KINDS.map((kind) => count(target[kind], style));

/** Uncoloured: it is no verdict. */
const catchUp = (msis: number): CellLayout => (msis === 0 ? ABSENT : text(`+${msis}`, 'count-muted'));

/** "Catch-up stands beside it": of the period's own goal, also where the next one drives the target. */
function catchUpOf({ figures, targets, outlook }: TargetsView, { key }: RepLine): number | undefined {
  const { basis } = targets;
  const { week } = basis;
  const plan = targets.plan(key);
  const target = targets.target(key);
  if (!plan || !target || plan.drivenBy === 'next') return undefined;
  const need = periodNeed(basis, figures.weeks, key, {
    goal: plan.goal,
    closedBefore: week,
    left: week,
    outlook: outlook(key, plan.goal),
    weekStartsOn: figures.rules.settings.weekStartsOn,
  });
  return need && catchUpMsis(need, target, basis.goals.eligible(key)(week, week + 7));
}
