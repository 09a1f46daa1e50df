import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { Settings } from '../inputs/settings.ts';
import { maturityDays, type Weeks } from '../ratios/closing-ratio.ts';
import { type Ratio, ratio, valueOfRatio } from '../ratios/ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { type CohortFigure, cohortFigure } from '../weeks/week-rollup.ts';

/** The step from which the fewest deals move on, measured against what was usual. */
export interface WeakestStep {
  /** 0 attempt to opportunity, 1 opportunity to ask, 2 ask to close. */
  readonly step: 0 | 1 | 2;
  readonly now: Ratio;
  /** What it is measured against: the weeks before, or the default of the settings where these are too few. */
  readonly usual: Ratio | number;
}

/** Younger weeks are not told from chance. */
const RECENT_WEEKS = 13;
/** "No rank and no colour below n = 20" */
const ENOUGH = 20;

const STEPS: readonly {
  readonly step: 0 | 1 | 2;
  readonly deals: CohortFigure;
  readonly on: CohortFigure;
  readonly fallback: keyof Pick<Settings, 'opportunitiesPerAttempt' | 'asksPerOpportunity' | 'closesPerAsk'>;
}[] = [
  { step: 0, deals: 'ownAttempts', on: 'ownAttemptsOn', fallback: 'opportunitiesPerAttempt' },
  { step: 1, deals: 'ownOpportunities', on: 'ownOpportunitiesOn', fallback: 'asksPerOpportunity' },
  { step: 2, deals: 'ownAsks', on: 'ownAsksOn', fallback: 'closesPerAsk' },
];

/**
 * "a drill for the weakest step": of the steps of these reps' own funnels, the one whose share that went on, over the
 * last 13 matured weeks, is the smallest part of what it was in the weeks before. Steps with fewer than 20 deals are not
 * judged; `undefined` when none is.
 */
export function weakestStep(
  { weeks, current, settings }: { readonly weeks: Weeks; readonly current: Week; readonly settings: Settings },
  reps: readonly RepKey[],
  asOf: Day,
): WeakestStep | undefined {
  const maturity = maturityDays(weeks, current);
  if (maturity === undefined) return undefined;
  const matured = [...weeks.keys()].filter((week) => week + 6 + maturity <= asOf).sort((a, b) => b - a);
  const of = (some: readonly Week[], figure: CohortFigure): number =>
    some.reduce(
      (sum, week) => sum + reps.reduce((total, rep) => total + cohortFigure(weeks.get(week), rep, figure), 0),
      0,
    );
  const judged = STEPS.flatMap(({ step, deals, on, fallback }) => {
    const passed = (some: readonly Week[]): Ratio => ratio(of(some, on), of(some, deals));
    const now = passed(matured.slice(0, RECENT_WEEKS));
    if (now.n < ENOUGH) return [];
    const before = passed(matured.slice(RECENT_WEEKS));
    const usual = before.n >= ENOUGH && before.x > 0 ? before : settings[fallback];
    const share = typeof usual === 'number' ? usual : (valueOfRatio(usual) ?? 0);
    return [{ step, now, usual, measure: (valueOfRatio(now) ?? 0) / share }];
  });
  const weakest = judged.sort((a, b) => a.measure - b.measure || a.step - b.step)[0];
  return weakest && { step: weakest.step, now: weakest.now, usual: weakest.usual };
}
