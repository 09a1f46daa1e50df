import type { ProblemKind } from '../domain/activity-row.ts';

/** What a rep or a manager does about each problem. */
export const PROBLEM_ADVICE: Readonly<Record<ProblemKind, string>> = {
  'no date': 'Type the date of the activity',
  'date unreadable': 'Type a date such as 2026-11-16',
  'date ambiguous': 'It can be read in two ways: type it such as 2026-11-16',
  'date out of range': 'Check the year',
  'no prospect': 'Type whom the selling activity was with',
  'activity unknown': 'Choose one of the activities, such as Attempt to connect, Opportunity, Ask, Close',
  'close outcome unknown': 'Choose Booked, Invoiced, Paid, Lost, Cancelled, Refunded or Renewed',
  'count unreadable': 'Type a whole number from 1, or leave it blank for one',
  'no rep': 'Type who did it; until then it counts for the team on the line (unassigned)',
  'rep not on Team': 'Add the rep, or this spelling as an alias, to the tab Team',
  'outside start and end date': 'Check the date, or the start and end date on Team',
  'activity blank': 'It counts as an attempt to connect; choose the activity',
  'outcome unknown': 'Classify the outcome on the tab Outcomes',
  'close outcome blank': 'It counts as booked; choose the outcome',
  'no amount': 'Type the amount of the ask or close',
  'amount unreadable': "Type the amount as a number; as text it must fit the spreadsheet's locale",
  'possible duplicate': 'Identical rows all count; remove what was typed twice by mistake',
};
