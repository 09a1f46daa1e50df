import type { Day } from '../../lambdas/domain/days/day.ts';
import type { FileCell, TabFile } from '../sheets-server/workbook-file.ts';
import { DATE, MONEY } from './formats.ts';

/** A row of the Activity tab; a date or an amount may be text that somebody typed. */
export interface Entry {
  date?: Day | string;
  rep?: string;
  prospect?: string;
  deal?: string;
  activity?: string;
  outcome?: string;
  count?: number;
  amount?: number | string;
  channel?: string;
  minutes?: number;
  nextStep?: string;
  nextStepDate?: Day;
  notes?: string;
}

interface ColumnOfSample {
  readonly header: string;
  readonly width: number;
  readonly cell: (entry: Entry) => FileCell;
  readonly format?: NonNullable<TabFile['formats']>[number];
}

/** The Activity tab's columns in order; Check is left to Leadsheet. */
const ACTIVITY: readonly ColumnOfSample[] = [
  { header: 'Date', width: 95, cell: (entry) => entry.date, format: DATE },
  { header: 'Rep', width: 90, cell: (entry) => entry.rep },
  { header: 'Prospect', width: 220, cell: (entry) => entry.prospect },
  { header: 'Deal', width: 110, cell: (entry) => entry.deal },
  { header: 'Activity', width: 150, cell: (entry) => entry.activity },
  { header: 'Outcome', width: 180, cell: (entry) => entry.outcome },
  { header: 'Count', width: 60, cell: (entry) => entry.count },
  { header: 'Amount', width: 90, cell: (entry) => entry.amount, format: MONEY },
  { header: 'Channel', width: 110, cell: (entry) => entry.channel },
  { header: 'Minutes', width: 70, cell: (entry) => entry.minutes },
  { header: 'Next step', width: 170, cell: (entry) => entry.nextStep },
  { header: 'Next step date', width: 110, cell: (entry) => entry.nextStepDate, format: DATE },
  { header: 'Notes', width: 220, cell: (entry) => entry.notes },
  { header: 'Check', width: 200, cell: () => undefined },
];

/** The tab of these rows. */
export function activityTab(entries: readonly Entry[]): TabFile {
  return {
    title: 'Activity',
    rows: [ACTIVITY.map(({ header }) => header), ...entries.map(cellsOf)],
    formats: Object.fromEntries(ACTIVITY.flatMap(({ format }, column) => (format ? [[column, format]] : []))),
    frozenRows: 1,
    widths: ACTIVITY.map(({ width }) => width),
  };
}

/** Without the empty cells at its end. */
function cellsOf(entry: Entry): FileCell[] {
  const cells = ACTIVITY.map(({ cell }) => cell(entry) ?? null);
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}
