import { closingRatioTab } from './closing-ratio-tab.ts';
import { healthTab } from './health-tab.ts';
import type { TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { trendTab } from './trend-tab.ts';
import { weekTab } from './week-tab.ts';

/** Every report tab, in the order in which they are first set up. Pure. */
export function reportTabs(figures: ReportFigures): TabLayout[] {
  return [weekTab(figures), trendTab(figures), closingRatioTab(figures), healthTab(figures)];
}
