import { type Week, weeksUntil } from '../days/week.ts';
import { TEAM } from '../rows/rep-key.ts';
import { repFigures } from '../weeks/week-rollup.ts';
import type { Weeks } from './closing-ratio.ts';

/** Pearson's correlation of two series of weeks at one lag. */
export interface LagCorrelation {
  /** Weeks by which closes follow MSIs. */
  readonly lag: number;
  /** -1 to 1; absent where one of the series does not vary. */
  readonly r?: number;
  /** Pairs of weeks behind it. */
  readonly n: number;
}

const LONGEST_LAG = 12;
/** "only with ≥ 26 weeks" */
export const LEAD_LAG_WEEKS = 26;

/**
 * "lead–lag: correlation of weekly team MSIs with closes at lags 0–12 weeks, only with ≥ 26 weeks": indicative, since
 * weeks of one team are few and hang together. Both series are complete weeks in order of time; `undefined` when they
 * are too short.
 */
export function leadLag(msis: readonly number[], closes: readonly number[]): LagCorrelation[] | undefined {
  if (msis.length < LEAD_LAG_WEEKS) return undefined;
  return Array.from({ length: LONGEST_LAG + 1 }, (_, lag) => {
    const [lead, follow] = [msis.slice(0, msis.length - lag), closes.slice(lag)];
    const r = correlation(lead, follow);
    return { lag, n: lead.length, ...(r !== undefined && { r }) };
  });
}

/** Pearson's r of two series of one length; `undefined` where one does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  a.forEach((value, i) => {
    const [x, y] = [value - meanA, (b[i] ?? 0) - meanB];
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  });
  return squaresA === 0 || squaresB === 0 ? undefined : both / Math.sqrt(squaresA * squaresB);
}

const LONGEST_LOOK = 104;

/**
 * `leadLag` of the team's complete weeks before `current`, from the first with rows, at most 104. A Close row is an MSI
 * too, but one that can't lead to the close that it is: the MSIs are those of the four kinds before it.
 */
export function leadLagOf(weeks: Weeks, current: Week): { readonly weeks: number; readonly lags?: LagCorrelation[] } {
  const first = Math.min(...weeks.keys());
  const complete = weeksUntil(current - 7, LONGEST_LOOK).filter((week) => week >= first);
  const figures = complete.map((week) => repFigures(weeks.get(week), TEAM, week, week + 6));
  const lags = leadLag(
    figures.map(({ attempts, followUps, opportunities, asks }) => attempts + followUps + opportunities + asks),
    figures.map(({ closes }) => closes),
  );
  return { weeks: complete.length, ...(lags && { lags }) };
}

/** Weeks that have nothing to do with each other show more than this in one of 20 cases: 2 ÷ √n. */
export const standsOut = ({ r, n }: { readonly r?: number; readonly n: number }): boolean =>
  r !== undefined && Math.abs(r) > 2 / Math.sqrt(n);

/** The lag at which MSIs and closes go together most, if they do at all (r > 0). */
export function strongestLag(lags: readonly LagCorrelation[]): LagCorrelation | undefined {
  return lags
    .filter(({ r }) => (r ?? 0) > 0)
    .reduce<LagCorrelation | undefined>((best, lag) => (best && (best.r ?? 0) >= (lag.r ?? 0) ? best : lag), undefined);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
