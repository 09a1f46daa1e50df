import { dayOfIso } from '../../lambdas/domain/days/day.ts';
import type { WorkbookFile } from '../sheets-server/workbook-file.ts';
import { activityTab } from './entry.ts';
import { goalsTab } from './goals-tab.ts';
import { meetingsTab } from './meetings-tab.ts';
import { makeAMess } from './mess.ts';
import { randomFrom } from './random.ts';
import { calendarTab, drillsTab, outcomesTab, settingsTab, teamTab } from './settings-tabs.ts';
import { simulate } from './simulate.ts';
import { workPlan } from './work-plan.ts';

export interface SampleOptions {
  /** `YYYY-MM-DD`, the last day with rows; it is filled as at mid-afternoon. */
  readonly today: string;
  /** The same seed and day give the same workbook. */
  readonly seed?: number;
  /** Weeks up to and including that of today. */
  readonly weeks?: number;
}

const TIME_ZONE = 'Europe/London';

/** A sales team of eight that does not exist, with all input tabs. Throws `RangeError` for a day that does not exist. */
export function sampleWorkbook({ today, seed = 1, weeks = 28 }: SampleOptions): WorkbookFile {
  const day = dayOfIso(today);
  if (day === undefined) throw new RangeError(`today must be a date such as 2026-11-16, not ${today}`);
  if (!Number.isInteger(weeks) || weeks < 1) throw new RangeError(`weeks must be a whole number from 1, not ${weeks}`);
  const plan = workPlan(day, weeks);
  // One stream for each part: a further slip must not change what the team sells.
  const entries = simulate(plan, randomFrom(seed));
  return {
    title: 'Sample sales team',
    locale: 'en_GB',
    timeZone: TIME_ZONE,
    tabs: [
      activityTab(makeAMess(entries, randomFrom(seed + 1), day)),
      teamTab(plan),
      goalsTab(entries, plan),
      outcomesTab(),
      calendarTab(plan),
      drillsTab(),
      meetingsTab(entries, plan, randomFrom(seed + 2)),
      settingsTab(TIME_ZONE),
    ],
  };
}
