import { DRILLS } from '../init/default-drills.ts';
import type { FileCell, TabFile } from '../sheets-server/workbook-file.ts';
import { DATE, MONEY } from './formats.ts';
import { MEANINGFUL, NOBODY_REACHED } from './phrases.ts';
import { ROSTER } from './roster.ts';
import type { WorkPlan } from './work-plan.ts';

const MANAGERS = { Inside: 'Maya', Field: 'Leo' };

export function teamTab(plan: WorkPlan): TabFile {
  const header = 'Rep,Email,Aliases,Segment,Manager,Start date,End date,Work days,Hours a week,Average deal'.split(',');
  const rows: FileCell[][] = ROSTER.map((rep) => [
    rep.name,
    `${rep.name.toLowerCase()}@example.com`,
    rep.alias,
    rep.segment,
    MANAGERS[rep.segment],
    rep.fromWeek > 0 ? plan.startOf(rep) : null,
    null,
    'Mon-Fri',
    37.5,
    rep.deal,
  ]);
  const widths = [90, 170, 90, 80, 90, 95, 95, 90, 100, 110];
  return { title: 'Team', rows: [header, ...rows], formats: { 5: DATE, 6: DATE, 9: MONEY }, frozenRows: 1, widths };
}

export function calendarTab({ calendar }: WorkPlan): TabFile {
  const rows: FileCell[][] = calendar.map(({ day, who, kind }) => [day, who || null, kind]);
  const header = ['Date', 'Rep or Segment', 'Kind'];
  return { title: 'Calendar', rows: [header, ...rows], formats: { 0: DATE }, frozenRows: 1, widths: [95, 130, 100] };
}

/** The exclusion list, and beside it what counts, so that only what is really new asks for a decision. */
export function outcomesTab(): TabFile {
  const excluded = new Set([...NOBODY_REACHED.Inside, ...NOBODY_REACHED.Field]);
  const { attempt, followUp, opportunity, ask, notInterested } = MEANINGFUL;
  const counted = new Set([...attempt, ...followUp, ...opportunity, ...ask, notInterested]);
  const rows: FileCell[][] = [
    ...[...excluded].map((outcome) => [outcome, 'Not meaningful']),
    ...[...counted].map((outcome) => [outcome, 'Meaningful']),
  ];
  return {
    title: 'Outcomes',
    rows: [['Outcome', 'Counts', 'From'], ...rows],
    formats: { 2: DATE },
    frozenRows: 1,
    widths: [200, 130, 95],
  };
}

export function drillsTab(): TabFile {
  const rows = DRILLS.map(({ name, trains, script }) => [name, trains, script]);
  return { title: 'Drills', rows: [['Drill', 'Trains', 'Script'], ...rows], frozenRows: 1, widths: [190, 150, 600] };
}

export function settingsTab(timeZone: string): TabFile {
  const rows: FileCell[][] = [
    ['Setting', 'Value'],
    ['Time zone', timeZone],
    ['Week starts on', 'Monday'],
    ['Currency', 'GBP'],
    ['Cut-off hour', 12],
  ];
  return { title: 'Settings', rows, frozenRows: 1, widths: [200, 200] };
}
