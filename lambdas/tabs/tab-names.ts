/** The report tabs in the order in which they are first set up. */
export const TAB_NAMES = [
  'Week',
  'WIP meeting',
  'Deals',
  'Targets',
  'Closing ratio',
  'Trend',
  'Time',
  'Health',
] as const;

export type TabName = (typeof TAB_NAMES)[number];

/**
 * Sheet ids of our choice: a tab is found again whatever people name it and wherever they move it, and creating it
 * twice after a lost answer is refused by Sheets instead of doubling it.
 */
export const TAB_SHEET_IDS: Readonly<Record<TabName, number>> = {
  Week: 1_710_001_001,
  'WIP meeting': 1_710_001_002,
  Deals: 1_710_001_003,
  Targets: 1_710_001_006,
  Trend: 1_710_001_004,
  'Closing ratio': 1_710_001_005,
  Time: 1_710_001_007,
  Health: 1_710_001_008,
};

/** The named range that holds the one "as of" line, on Health; the other tabs refer to it. */
export const AS_OF_RANGE = 'leadsheet_as_of';
