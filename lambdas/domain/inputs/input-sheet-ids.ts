import type { InputTab } from '../trees/head.ts';

/** The input tabs in the order in which they are set up. */
export const INPUT_TABS = [
  'Activity',
  'Team',
  'Goals',
  'Outcomes',
  'Calendar',
  'Drills',
  'Meetings',
  'Settings',
] as const satisfies readonly InputTab[];

/**
 * Sheet ids of the input tabs that `leadsheet init` makes. Of our choice: such a tab is found whatever people name it,
 * also before its first sync, and making it twice after a lost answer is refused instead of doubling it.
 */
export const INPUT_SHEET_IDS: Readonly<Record<InputTab, number>> = {
  Activity: 1_710_002_001,
  Team: 1_710_002_002,
  Goals: 1_710_002_003,
  Outcomes: 1_710_002_004,
  Calendar: 1_710_002_005,
  Drills: 1_710_002_006,
  Meetings: 1_710_002_007,
  Settings: 1_710_002_008,
};
