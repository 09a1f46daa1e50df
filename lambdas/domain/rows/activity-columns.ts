import type { Column } from '../cells/columns.ts';

/**
 * The columns of the Activity tab in canonical order: the order of the cells in a row's line. Required are those without
 * which every row would be rejected: a header cell that was wiped must not wipe the reports.
 */
export const ACTIVITY_COLUMNS = [
  { field: 'date', name: 'Date', aliases: ['Timestamp'], required: true },
  { field: 'rep', name: 'Rep', aliases: ['Salesperson', 'Owner', 'Agent', 'Email Address'] },
  {
    field: 'prospect',
    name: 'Prospect',
    aliases: ['Account', 'Company', 'Customer', 'Client', 'Lead'],
    required: true,
  },
  { field: 'deal', name: 'Deal' },
  { field: 'activity', name: 'Activity', aliases: ['Activity type', 'Type', 'Stage'], required: true },
  { field: 'outcome', name: 'Outcome', aliases: ['Result', 'Disposition', 'Status'] },
  { field: 'count', name: 'Count' },
  { field: 'amount', name: 'Amount', aliases: ['Value', 'Revenue'] },
  { field: 'channel', name: 'Channel' },
  { field: 'minutes', name: 'Minutes' },
  { field: 'nextStep', name: 'Next step' },
  { field: 'nextStepDate', name: 'Next step date' },
  { field: 'notes', name: 'Notes' },
] as const satisfies readonly Column<string>[];

export type ActivityField = (typeof ACTIVITY_COLUMNS)[number]['field'];

/** Where each field stands in a row's line. */
export const AT = Object.fromEntries(ACTIVITY_COLUMNS.map((column, index) => [column.field, index])) as Readonly<
  Record<ActivityField, number>
>; // Object.fromEntries forgets the keys

/** The one column of the Activity tab that Leadsheet writes; it is no part of a row's identity. */
export const CHECK_COLUMN: Column<'check'> = { field: 'check', name: 'Check' };
