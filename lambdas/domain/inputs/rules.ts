import type { Grid } from '../cells/cell.ts';
import type { DateOrder } from '../cells/date-cell.ts';
import { type LocaleRules, localeRules } from '../cells/locale.ts';
import type { SettingsProblem } from '../cells/table.ts';
import { type DayOff, readCalendar } from '../days/calendar.ts';
import { digest } from '../trees/digest.ts';
import type { InputTab } from '../trees/head.ts';
import { type Drill, readDrills } from './drills.ts';
import { type ExclusionList, exclusionList, type OutcomeRule } from './exclusion-list.ts';
import { type Goal, readGoals } from './goals.ts';
import { type Meeting, readMeetings } from './meetings.ts';
import { readOutcomes } from './outcomes.ts';
import { readSettings, type Settings } from './settings.ts';
import { readTeam, type Team } from './team.ts';

/** What is read besides the rows: the settings tabs as typed, and the spreadsheet's own properties. Kept as one item. */
export interface Inputs {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  /** The order in which text dates on Activity are written; absent = both orders occur, so neither is trusted. */
  readonly dateOrder?: DateOrder;
  /** Without Activity; blank rows at the end left out. */
  readonly tabs: Readonly<Partial<Record<InputTab, Grid>>>;
}

/** Everything that decides how rows become figures. */
export interface Rules {
  readonly settings: Settings;
  readonly timeZone: string;
  readonly locale: LocaleRules;
  readonly dateOrder: DateOrder | undefined;
  readonly team: Team;
  readonly goals: readonly Goal[];
  readonly outcomes: readonly OutcomeRule[];
  readonly exclusions: ExclusionList;
  readonly calendar: readonly DayOff[];
  readonly drills: readonly Drill[];
  /** Oldest first. */
  readonly meetings: readonly Meeting[];
  /** Decimals of the currency. */
  readonly minorDigits: number;
  /** Cells of the settings tabs that can't be used. */
  readonly problems: readonly SettingsProblem[];
}

/** Pure; every tab is optional. Throws nothing: an unknown locale is read as English and listed. */
export function rulesOf(inputs: Inputs): Rules {
  const problems: SettingsProblem[] = [];
  const locale = knownLocale(inputs.locale, problems);
  const { settings, problems: settingsProblems } = readSettings(inputs.tabs.Settings);
  const minorDigits = settings.currency ? minorDigitsOf(settings.currency) : 2;
  const { team, problems: teamProblems } = readTeam(inputs.tabs.Team, locale, minorDigits);
  const { goals, problems: goalProblems } = readGoals(inputs.tabs.Goals, locale, team, minorDigits);
  const { outcomes, problems: outcomeProblems } = readOutcomes(inputs.tabs.Outcomes, locale);
  const { calendar, problems: calendarProblems } = readCalendar(inputs.tabs.Calendar, locale, team);
  const { drills, problems: drillProblems } = readDrills(inputs.tabs.Drills);
  const { meetings, problems: meetingProblems } = readMeetings(inputs.tabs.Meetings, locale, team);
  problems.push(...settingsProblems, ...teamProblems, ...goalProblems, ...outcomeProblems, ...calendarProblems);
  problems.push(...drillProblems, ...meetingProblems);
  return {
    settings,
    timeZone: settings.timeZone || inputs.timeZone,
    locale,
    dateOrder: inputs.dateOrder,
    team,
    goals,
    outcomes,
    exclusions: exclusionList(outcomes),
    calendar,
    drills,
    meetings,
    minorDigits,
    problems,
  };
}

/** Changes exactly when the stored rollups could differ for the same rows: what they depend on, and nothing else. */
export function rollupRulesDigest(rules: Rules): string {
  const { weekStartsOn, unconfirmed, closeCountsWhen, revenueGoesTo } = rules.settings;
  return digest(
    JSON.stringify([
      rules.locale.tag,
      rules.dateOrder,
      rules.minorDigits,
      weekStartsOn,
      unconfirmed,
      closeCountsWhen,
      revenueGoesTo,
      rules.outcomes,
      [...rules.team.names].sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );
}

function knownLocale(locale: string, problems: SettingsProblem[]): LocaleRules {
  try {
    return localeRules(locale);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({ address: 'File > Settings', expected: 'a locale such as en_GB', got: locale });
    return localeRules('en');
  }
}

function minorDigitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
