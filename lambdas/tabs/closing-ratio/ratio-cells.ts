import { type Ratio, ratioText, valueOfRatio, wilson } from '../../domain/ratios/ratio.ts';
import { EMPTY, percent, text } from '../cells.ts';
import type { CellLayout } from '../layout.ts';

/** "No rank and no colour below n = 20" */
export const ENOUGH = 20;

/** Below n = 20 a share is grey. */
export const shareCell = (of: Ratio): CellLayout => percent(of, of.n < ENOUGH ? 'percent-muted' : 'percent');

/** `12/40` */
export const outOf = (of: Ratio): CellLayout => text(ratioText(of), of.n < ENOUGH ? 'count-muted' : 'count');

/** The ends of the 95 % interval, for proportions; empty where there is none. */
export function endsOf(of: Ratio): [low: CellLayout, high: CellLayout] {
  const interval = wilson(of);
  if (!interval) return [EMPTY, EMPTY];
  return [
    { value: asShown(interval.low), style: 'percent-muted' },
    { value: asShown(interval.high), style: 'percent-muted' },
  ];
}

/** To the tenth of a percent that is shown, at once: rounded to more first, 90.547 % would show as 90.6 %. */
const asShown = (share: number): number => Math.round(share * 1e3) / 1e3;

/** `12/40`, `30.0 %`, and `18–45 %` in one cell. */
export const withInterval = (of: Ratio): CellLayout[] => [
  outOf(of),
  shareCell(of),
  text(intervalText(of), 'count-muted'),
];

/** `18–45 %`; '' where there is none. */
export function intervalText(of: Ratio): string {
  const interval = wilson(of);
  return interval ? `${Math.round(100 * interval.low)}–${Math.round(100 * interval.high)} %` : '';
}

/** `13.0 %`, or `– (0/0)`. */
export function percentText(of: Ratio): string {
  const value = valueOfRatio(of);
  return value === undefined ? ratioText(of) : `${(100 * value).toFixed(1)} %`;
}
