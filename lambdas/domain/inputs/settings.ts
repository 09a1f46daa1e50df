import type { Cell, Grid } from '../cells/cell.ts';
import type { Column } from '../cells/columns.ts';
import { headerKey } from '../cells/phrase.ts';
import { readTable, type SettingsProblem, textOf } from '../cells/table.ts';
import { MONDAY_TO_FRIDAY } from '../days/work-days.ts';
import {
  type AcceptedBy,
  anyText,
  choice,
  currencyCode,
  date,
  FIRST_DAYS,
  firstDay,
  hour,
  spreadsheetId,
  timeZone,
  weekdays,
  within,
} from './setting-values.ts';

/**
 * Every setting: its name on the Settings tab, what it does, its default and what it accepts: one of `choices`, a number
 * within `limits`, or as it says.
 */
export const SETTINGS = {
  timeZone: {
    name: 'Time zone',
    about: 'Decides when a day begins, such as Europe/Amsterdam. Default: the time zone of the spreadsheet.',
    fallback: '',
    accepts: timeZone,
  },
  weekStartsOn: {
    name: 'Week starts on',
    about: 'First day of the week.',
    fallback: 1,
    choices: FIRST_DAYS,
    accepts: firstDay,
  },
  currency: {
    name: 'Currency',
    about: 'ISO code of the one currency of all amounts, such as EUR. It decides how many decimals amounts have.',
    fallback: '',
    accepts: currencyCode,
  },
  cutOffHour: {
    name: 'Cut-off hour',
    about:
      'From this hour on, today counts in pace; until this hour on the first day of a week, Week leads with last week.',
    fallback: 12,
    ...hour,
  },
  unconfirmed: {
    name: 'Attempts without outcome',
    about: 'Apart = shown, but outside pace until the outcome is typed; Count = they count; Drop = they are no MSIs.',
    fallback: 'Apart',
    ...choice('Apart', 'Count', 'Drop'),
  },
  closeCountsWhen: {
    name: 'Close counts when',
    about: 'The event that makes a deal a close: the first of booked, invoiced and paid, or only one of them.',
    fallback: 'First',
    ...choice('First', 'Booked', 'Invoiced', 'Paid'),
  },
  onPace: {
    name: 'On pace from',
    about: 'Share of the expected MSIs from which a rep is on pace.',
    fallback: 1,
    ...within(0.1, 3),
  },
  cautionPace: {
    name: 'Caution from',
    about: 'Share of the expected MSIs below which a rep is behind.',
    fallback: 0.9,
    ...within(0.1, 3),
  },
  check: {
    name: 'Check column',
    about: 'On = Leadsheet writes its verdict beside each row; Off = it writes nothing on the Activity tab.',
    fallback: 'On',
    ...choice('On', 'Off'),
  },
  reportWorkbook: {
    name: 'Report workbook',
    about: 'Id or address of another spreadsheet that gets the report tabs, for managers only.',
    fallback: '',
    accepts: spreadsheetId,
  },
  freezeAfter: {
    name: 'Weeks freeze after',
    about: 'Days after the end of a week from which its counts stay as reported; later changes are listed as restated.',
    fallback: 14,
    ...within(0, 365),
  },
  staleAfter: {
    name: 'Stale after',
    about:
      'Working days without an MSI from which an open deal can be stale. Deals of this team that need longer raise it.',
    fallback: 10,
    ...within(1, 365),
  },
  revenueGoesTo: {
    name: 'Revenue goes to',
    about: 'Whose closed amount a deal is: the rep who booked it, the rep who worked it first, or both.',
    fallback: 'Booker',
    ...choice('Booker', 'Originator', 'Both'),
  },
  insideMeetingDays: {
    name: 'Inside meeting days',
    about: 'Days on which the inside reps have their work-in-progress meeting.',
    fallback: MONDAY_TO_FRIDAY,
    accepts: weekdays,
  },
  fieldMeetingDays: {
    name: 'Field meeting days',
    about: 'Days on which the field reps have theirs.',
    fallback: [2, 4],
    accepts: weekdays,
  },
  meetingHour: {
    name: 'Meeting hour',
    about: 'Hour at which the work-in-progress meetings begin. Until then the counts of the agenda follow the sheet.',
    fallback: 9,
    ...hour,
  },
  meetingMinutes: {
    name: 'Meeting minutes',
    about: 'How long a work-in-progress meeting may take.',
    fallback: 20,
    ...within(5, 120),
  },
  opportunitiesPerAttempt: {
    name: 'Default opportunities per attempt',
    about: 'Used for targets where neither the rep nor at least 3 peers of the segment have history.',
    fallback: 0.4,
    ...within(0.001, 10),
  },
  asksPerOpportunity: {
    name: 'Default asks per opportunity',
    about: 'As above.',
    fallback: 0.6,
    ...within(0.001, 10),
  },
  closesPerAsk: {
    name: 'Default closes per ask',
    about: 'As above.',
    fallback: 0.3,
    ...within(0.001, 10),
  },
  averageDeal: {
    name: 'Default average deal',
    about: 'Amount of a usual deal, where no deal has closed yet and Team names none.',
    fallback: 0,
    ...within(0, 1e12),
  },
  archivedBefore: {
    name: 'Archived before',
    about:
      'Rows before this day may be taken off the sheet: they are kept, and still counted. Move the day on, and then move the rows elsewhere.',
    fallback: 0,
    accepts: date,
  },
  acceptRemovals: {
    name: 'Accept removals',
    about: 'Confirms that many rows were removed on purpose: the code that Health shows.',
    fallback: '',
    accepts: anyText,
  },
} as const;

type Accepted<K extends keyof typeof SETTINGS> = AcceptedBy<(typeof SETTINGS)[K]['accepts']>;
export type Settings = { readonly [K in keyof typeof SETTINGS]: Accepted<K> };

type SettingField = 'setting' | 'value';
export const SETTINGS_COLUMNS: readonly Column<SettingField>[] = [
  { field: 'setting', name: 'Setting', required: true },
  { field: 'value', name: 'Value', required: true },
];

const DEFAULTS = Object.fromEntries(Object.entries(SETTINGS).map(([key, { fallback }]) => [key, fallback])) as Settings; // fallbacks are accepted values
const byName = new Map(
  Object.entries(SETTINGS).map(([key, setting]) => [headerKey(setting.name), key as keyof Settings]),
); // keys of SETTINGS

/** The Settings tab over the defaults; a value that can't be used leaves the default and is listed. */
export function readSettings(grid: Grid | undefined): { settings: Settings; problems: SettingsProblem[] } {
  const table = readTable('Settings', grid, SETTINGS_COLUMNS);
  const problems: SettingsProblem[] = [...table.problems];
  const typed: Record<string, unknown> = {};
  for (const row of table.rows) {
    const name = textOf(row.cells.setting);
    const key = byName.get(headerKey(name));
    if (!key) {
      const known = Object.values(SETTINGS).map((setting) => setting.name);
      problems.push({ address: row.address('setting'), expected: `one of ${known.join(', ')}`, got: name });
    } else if (row.cells.value !== undefined) {
      const value = SETTINGS[key].accepts.read(settingText(row.cells.value));
      if (value !== undefined) typed[key] = value;
      else problems.push(unusable(key, row.address('value'), textOf(row.cells.value)));
    }
  }
  return { settings: { ...DEFAULTS, ...typed }, problems };
}

/** In the default zone a row typed near midnight would be counted on another day, so a wrong zone stops the sync. */
function unusable(key: keyof Settings, address: string, got: string): SettingsProblem {
  const { expected } = SETTINGS[key].accepts;
  const stop = `${address} says "${got}": the setting "${SETTINGS[key].name}" needs ${expected}.`;
  return { address, expected, got, ...(key === 'timeZone' && { stop }) };
}

/** `90 %` typed as text is 0.9, as the percent cell would be. */
function settingText(cell: Cell): string {
  const text = textOf(cell);
  const percent = /^(\d+(?:[.,]\d+)?)\s*%$/.exec(text);
  return percent ? String(Number((percent[1] ?? '').replace(',', '.')) / 100) : text;
}
