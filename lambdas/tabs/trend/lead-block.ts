import { completeUntil } from '../../domain/days/week.ts';
import {
  type LagCorrelation,
  LEAD_LAG_WEEKS,
  leadLagOf,
  standsOut,
  strongestLag,
} from '../../domain/ratios/lead-lag.ts';
import { type Histogram, learnedDaysToClose, percentile } from '../../domain/ratios/learned.ts';
import { ratio } from '../../domain/ratios/ratio.ts';
import { weeksToClose } from '../../domain/ratios/weeks-to-close.ts';
import { type Block, NO_BLOCK } from '../block.ts';
import { count, percent, plural, text } from '../cells.ts';
import { ABSENT, headings } from '../headings.ts';
import type { CellLayout, ChartLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';

const LAGS = 13;

/** "whether activity leads closes here", beside how long deals take from the first MSI to the close. */
export function leadBlock(figures: ReportFigures): Block {
  if (figures.weeks.size === 0) return NO_BLOCK;
  const { weeks, lags } = leadLagOf(figures.weeks, completeUntil(figures));
  const days = learnedDaysToClose(figures.weeks, figures.current);
  const deals = weeksToClose(days, LAGS);
  const closes = deals.reduce((sum, n) => sum + n, 0);
  const above: CellLayout[][] = [
    [text(findingOf(weeks, lags), 'heading')],
    ...(lags ? [[text(HOW, 'muted')]] : []),
    [text(timeToClose(days, closes), 'muted')],
  ];
  if (!lags && closes === 0) return () => ({ rows: above, charts: [] });
  const rows = [
    ...above,
    headings(['Weeks later', 'Deals closed', 'Share', ...(lags ? ['r', 'Weeks compared'] : [])]),
    ...deals.map((n, lag) => [
      text(lag < LAGS ? String(lag) : `${LAGS} and more`),
      closes === 0 ? ABSENT : count(n),
      percent(ratio(n, closes)),
      ...(lags ? lagCells(lags[lag]) : []),
    ]),
  ];
  return (startRow) => ({
    rows,
    charts: [
      ...(lags ? [chart(CORRELATION, startRow, startRow + above.length, 3, LAGS)] : []),
      ...(closes > 0 ? [chart(DURATION, startRow, startRow + above.length, 1, LAGS + 1)] : []),
    ],
  });
}

const HOW =
  "r: how the team's MSIs of a week (its closes apart) and its closes so many weeks later go together: 1 = in step, 0 = not at all. A few weeks that hang together: a hint, no proof.";

function findingOf(weeks: number, lags: readonly LagCorrelation[] | undefined): string {
  if (!lags)
    return `Does activity lead closes here? ${weeks} of the ${LEAD_LAG_WEEKS} complete weeks that it takes to tell`;
  const best = strongestLag(lags);
  if (!best || !standsOut(best))
    return `Does activity lead closes here? No lag stands out (${weeks} weeks; indicative)`;
  const when = best.lag === 0 ? 'in the same week' : `${plural(best.lag, 'week')} later`;
  return `Closes follow activity most closely ${when} (r = ${best.r?.toFixed(2)} over ${best.n} weeks; indicative)`;
}

function timeToClose(days: Histogram, closes: number): string {
  const [half, most] = [percentile(days, 0.5), percentile(days, 0.8)];
  if (half === undefined || most === undefined) return 'No deal has closed yet that was worked from its beginning.';
  return `Beside it, from first MSI to close: half of the deals within ${plural(half, 'day')}, four of five within ${plural(most, 'day')} (${plural(closes, 'close')} of the last 104 weeks).`;
}

function lagCells(lag: LagCorrelation | undefined): CellLayout[] {
  if (!lag) return [ABSENT, ABSENT];
  const r: CellLayout = lag.r === undefined ? ABSENT : { value: Math.round(100 * lag.r) / 100, style: 'hundredths' };
  return [r, count(lag.n, 'count-muted')];
}

const CORRELATION = {
  title: 'MSIs of a week and closes so many weeks later',
  subtitle: 'correlation; indicative',
  colour: '#1a73e8',
  leftTitle: 'r',
};
const DURATION = {
  title: 'Deals by weeks from first MSI to close',
  subtitle: 'closes of the last 104 weeks',
  colour: '#188038',
  leftTitle: 'deals',
};

function chart(
  { colour, ...words }: typeof CORRELATION,
  startRow: number,
  headRow: number,
  column: number,
  rows: number,
): ChartLayout {
  const range = (at: number) => ({ startRow: headRow, endRow: headRow + 1 + rows, startColumn: at, endColumn: at + 1 });
  return {
    ...words,
    kind: 'COLUMN',
    headerCount: 1,
    domain: range(0),
    series: [{ range: range(column), colour }],
    bottomTitle: 'weeks later',
    anchor: { row: startRow, column: 0 },
    width: 680,
    height: 260,
  };
}
