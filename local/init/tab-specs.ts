import type { TabSpec } from './tab-spec.ts';
import { ACTIVITY } from './tabs/activity.ts';
import { CALENDAR } from './tabs/calendar.ts';
import { DRILLS } from './tabs/drills.ts';
import { GOALS } from './tabs/goals.ts';
import { MEETINGS } from './tabs/meetings.ts';
import { OUTCOMES } from './tabs/outcomes.ts';
import { SETTINGS_TAB } from './tabs/settings.ts';
import { TEAM } from './tabs/team.ts';

/** The input tabs, in the order in which they are set up. Report tabs are made by the first report. */
export const TAB_SPECS: readonly TabSpec[] = [
  ACTIVITY,
  TEAM,
  GOALS,
  OUTCOMES,
  CALENDAR,
  DRILLS,
  MEETINGS,
  SETTINGS_TAB,
];
