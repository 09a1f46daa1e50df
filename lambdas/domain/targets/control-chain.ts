import type { Rates } from './activity-needed.ts';
import type { StepCounts } from './step-counts.ts';

/** What revenue passes through; each is a factor times the one before. */
const STEPS = ['attempts', 'opportunities', 'asks', 'closes', 'revenue'] as const;
export type ChainStep = (typeof STEPS)[number];

/** A factor of revenue: how much of the first step was done (no `from`), or how much of `to` came of each `from`. */
export interface ChainFactor {
  readonly from?: ChainStep;
  readonly to: ChainStep;
  readonly expected: number;
  readonly actual: number;
  /** Cases behind the actual value: the denominator. */
  readonly cases: number;
}

/** What the chain is held against: rates, the size of a deal and the revenue that should have come; minor units. */
export interface Yardstick {
  readonly rates: Rates;
  readonly dealSize: number;
  readonly revenue: number;
}

/**
 * "revenue = attempts × opp/attempt × ask/opp × close/ask × deal size". The actual factors multiply to `revenue`, the
 * expected ones to the revenue of the yardstick. A step without rows that later steps passed all the same is left out,
 * and its two ratios are one (asks that nobody typed: closes per opportunity). A ratio 0/0 is taken as expected: nothing
 * says otherwise.
 */
export function controlChain(counts: StepCounts, revenue: number, yardstick: Yardstick): ChainFactor[] {
  const { rates } = yardstick;
  const amounts = [...STEPS.slice(0, -1).map((step) => counts[step as keyof StepCounts]), revenue]; // all but revenue
  const usual = [rates.opportunitiesPerAttempt, rates.asksPerOpportunity, rates.closesPerAsk, yardstick.dealSize];
  const last = STEPS.length - 1;
  const passed = (at: number): boolean => (amounts[at] ?? 0) > 0 || amounts.slice(at + 1).every((later) => later <= 0);
  const kept = STEPS.map((_, at) => at).filter(
    (at) => at === last || (at >= (rates.start === 'attempt' ? 0 : 1) && passed(at)),
  );
  const ratios = kept.slice(1).map((to, at): ChainFactor => {
    const from = kept[at] ?? 0;
    const cases = amounts[from] ?? 0;
    const expected = usual.slice(from, to).reduce((product, rate) => product * rate, 1);
    const actual = cases > 0 ? (amounts[to] ?? 0) / cases : expected;
    return { from: stepAt(from), to: stepAt(to), expected, actual, cases };
  });
  const first = kept[0] ?? last;
  const perFirst = ratios.reduce((product, { expected }) => product * expected, 1);
  const done = amounts[first] ?? 0;
  return [{ to: stepAt(first), expected: yardstick.revenue / perFirst, actual: done, cases: done }, ...ratios];
}

const stepAt = (at: number): ChainStep => STEPS[at] ?? 'revenue';
