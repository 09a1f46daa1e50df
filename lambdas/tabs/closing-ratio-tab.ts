import { type Ratio, ratioText, valueOfRatio } from '../domain/ratios/ratio.ts';
import { TEAM } from '../domain/rows/rep-key.ts';
import { stacked } from './block.ts';
import { text, wide } from './cells.ts';
import { chartsBeside } from './charts-beside.ts';
import { closingView } from './closing-ratio/closing-view.ts';
import { cohortBlock } from './closing-ratio/cohort-block.ts';
import { ownFunnelBlock } from './closing-ratio/own-funnel-block.ts';
import { periodBlock } from './closing-ratio/period-block.ts';
import { intervalText } from './closing-ratio/ratio-cells.ts';
import { repBlock } from './closing-ratio/rep-block.ts';
import { stepsBlock } from './closing-ratio/steps-block.ts';
import { summaryBlock } from './closing-ratio/summary-block.ts';
import { winRateBlock } from './closing-ratio/win-rate-block.ts';
import type { TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { STAMP } from './stamp.ts';

const WIDTHS = [176, 120, 96, 96, 84, 96, 96, 104, 84, 84, 84] as const;

/** How many prospects become customers, deal by deal? */
export function closingRatioTab(figures: ReportFigures): TabLayout {
  const view = closingView(figures);
  const head = () => ({ rows: [[text(titleOf(view.headline(TEAM)), 'title')], [STAMP]], charts: [] });
  const { rows, charts } = stacked([
    head,
    summaryBlock(view),
    stepsBlock(view),
    cohortBlock(view),
    repBlock(view),
    ownFunnelBlock(view),
    winRateBlock(view),
    periodBlock(view),
  ]);
  return {
    name: 'Closing ratio',
    frozenRows: 2,
    frozenColumns: 1,
    widths: WIDTHS,
    rows: rows.map((row) => wide(row, WIDTHS.length)),
    charts: chartsBeside(charts, WIDTHS.length),
  };
}

function titleOf(headline: Ratio): string {
  const value = valueOfRatio(headline);
  if (value === undefined) return 'Closing ratio: not enough history yet';
  return `${Math.round(100 * value)} % of the deals first worked are closed by now (${ratioText(headline)}; 95 % interval ${intervalText(headline)})`;
}
