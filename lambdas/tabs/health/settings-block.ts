import { isoOf } from '../../domain/days/day.ts';
import type { Rules } from '../../domain/inputs/rules.ts';
import { SETTINGS, type Settings } from '../../domain/inputs/settings.ts';
import { type Block, rowsOnly } from '../block.ts';
import { text } from '../cells.ts';
import { daysText } from '../dates.ts';
import type { ReportFigures } from '../report-figures.ts';
import { hourText } from '../wip-meeting/meeting-words.ts';
import { headRow } from './head-row.ts';

type Key = keyof Settings;
const KEYS = Object.keys(SETTINGS) as Key[]; // Object.keys forgets the keys

/** What every setting says, and whether somebody set it. */
export function settingsBlock({ rules }: ReportFigures): Block {
  return rowsOnly([
    [text('Settings in force', 'heading')],
    headRow(['Setting', 'Value', 'Set by', 'What it does']),
    ...KEYS.map((key) => [
      text(SETTINGS[key].name),
      text(settingText(key, rules) || '–', isDefault(key, rules) ? 'text' : 'strong'),
      text(isDefault(key, rules) ? 'default' : 'tab Settings', 'muted'),
      text(SETTINGS[key].about),
    ]),
  ]);
}

const isDefault = (key: Key, { settings }: Rules): boolean => String(settings[key]) === String(SETTINGS[key].fallback);

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** As somebody would say it. */
export function settingText(key: Key, { settings, timeZone }: Pick<Rules, 'settings' | 'timeZone'>): string {
  switch (key) {
    case 'timeZone':
      return timeZone;
    case 'weekStartsOn':
      return WEEKDAYS[settings.weekStartsOn] ?? '';
    case 'insideMeetingDays':
    case 'fieldMeetingDays':
      return daysText(settings[key]);
    case 'onPace':
    case 'cautionPace':
      return percent(settings[key]);
    case 'cutOffHour':
    case 'meetingHour':
      return hourText(settings[key]);
    case 'averageDeal':
      return settings.averageDeal === 0 ? '' : settings.averageDeal.toLocaleString('en');
    case 'archivedBefore':
      return settings.archivedBefore === 0 ? '' : isoOf(settings.archivedBefore);
    default:
      return String(settings[key]);
  }
}
