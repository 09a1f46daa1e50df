import { closingRatioTab } from './closing-ratio-tab.ts';
import { dealsTab } from './deals-tab.ts';
import { healthTab } from './health-tab.ts';
import type { TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { targetsTab } from './targets-tab.ts';
import { timeTab } from './time-tab.ts';
import { trendTab } from './trend-tab.ts';
import { weekTab } from './week-tab.ts';
import { wipMeetingTab } from './wip-meeting-tab.ts';

/** Every report tab, in the order in which they are first set up. Pure. */
export function reportTabs(figures: ReportFigures): TabLayout[] {
  return [
    weekTab(figures),
    wipMeetingTab(figures),
    dealsTab(figures),
    targetsTab(figures),
    closingRatioTab(figures),
    trendTab(figures),
    timeTab(figures),
    healthTab(figures),
  ];
}
