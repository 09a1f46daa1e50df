import type { RepKey } from '../../domain/rows/rep-key.ts';
import type { RepBasis } from '../../domain/targets/target-basis.ts';
import type { WeekPlan } from '../../domain/targets/week-targets.ts';
import { plural } from '../cells.ts';
import { shortDate } from '../dates.ts';
import type { TargetsView } from './targets-view.ts';

/** Where a rep's target is from, or why there is none: one line of words; `saidOfAll` = `lateForAll`. */
export function whyOf(view: TargetsView, key: RepKey, saidOfAll: string): string {
  const { targets, figures } = view;
  const rep = targets.basis.reps.get(key);
  const plan = targets.plan(key);
  if (!rep?.deal) return 'no target: nothing tells what a deal brings; type Average deal on Team or Settings';
  if (!plan) return 'no target: no goal covers this week';
  const { daysToClose, insufficientHistory } = targets.basis;
  return [
    plan.goal.from === 'own' ? 'their own goal' : "share of the team's goal by working days",
    saidOfAll === '' ? lateOf(plan, daysToClose, figures.current) : '',
    rep.ratios.start === 'opportunity' ? 'starts at Opportunity: most deals are received' : '',
    insufficientHistory ? 'insufficient history: default ratios' : defaultsOf(rep),
    rep.deal.from === 'own deals' ? '' : `average deal of ${DEAL_FROM[rep.deal.from]}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

const DEAL_FROM = {
  'few own deals': "the rep's own few deals",
  Team: 'the tab Team',
  segment: 'the segment',
  team: 'the team',
  Settings: 'the tab Settings',
} as const;

/** Which period's goal drives the targets, where it is the same for everybody; '' = this one's, or it differs. */
export function lateForAll({ targets, sellers, figures }: TargetsView): string {
  const said = sellers.flatMap(({ key }) => {
    const plan = targets.plan(key);
    return plan ? [lateOf(plan, targets.basis.daysToClose, figures.current)] : [];
  });
  return new Set(said).size === 1 ? (said[0] ?? '') : '';
}

function lateOf({ drivenBy, goal }: WeekPlan, daysToClose: number | undefined, week: number): string {
  if (drivenBy === 'this' || daysToClose === undefined) return '';
  const late = `deals take ${plural(daysToClose, 'day')} (median), ${goal.end - week} are left to ${shortDate(goal.end - 1)}`;
  return drivenBy === 'next'
    ? `the next period's goal drives it: ${late}`
    : `${late}, but no goal is listed for the next period: this one's goes on`;
}

/** Few peers: the ratios lean on the settings. With cases enough of one's own that hardly matters, so it isn't said. */
function defaultsOf({ ratios }: RepBasis): string {
  const leaning = [
    ['opportunities per attempt', ratios.opportunitiesPerAttempt],
    ['asks per opportunity', ratios.asksPerOpportunity],
    ['closes per ask', ratios.closesPerAsk],
  ] as const;
  const named = leaning.filter(([, { own, priorFrom }]) => priorFrom === 'default' && own.n < 20).map(([name]) => name);
  return named.length === 0 ? '' : `few cases: leans on the default ${named.join(', ')}`;
}
