import { MEETINGS_COLUMNS } from '../../../lambdas/domain/inputs/meetings.ts';
import { SEGMENTS } from '../../../lambdas/domain/inputs/team.ts';
import { doubtfulDate, missing, notBetween, unknown } from '../marks.ts';
import type { ColumnSpec, TabSpec } from '../tab-spec.ts';

const MINUTES = [0, 600] as const;

const LOOKS: Readonly<Record<string, Omit<ColumnSpec, 'field' | 'name'>>> = {
  date: {
    width: 100,
    note: 'One row for each work-in-progress meeting. A meeting without a row counts as held. To compare what reps say aloud with what they recorded, add a column for each rep, headed by the name: MSIs since the meeting before.',
    takes: { kind: 'date' },
    // Not Held: a box that is not ticked would fill every row.
    marks: [missing('date', ['segment', 'minutes', 'drill']), ...doubtfulDate('date')],
  },
  segment: {
    width: 90,
    note: `${SEGMENTS.join(' or ')}. Blank = everyone.`,
    takes: { kind: 'list', choices: SEGMENTS },
    marks: [unknown('segment', [...SEGMENTS, 'everyone', 'all'])],
  },
  held: {
    width: 70,
    note: 'Yes or No. Blank = held when Minutes or an MSI count stands in the row.',
    takes: { kind: 'list', choices: ['Yes', 'No'] },
  },
  minutes: {
    width: 80,
    note: 'How long it took.',
    takes: { kind: 'number', limits: MINUTES },
    marks: [notBetween('minutes', MINUTES)],
  },
  drill: {
    width: 200,
    note: 'What was drilled: the one drilled longest ago comes next.',
    takes: { kind: 'column', tab: 'Drills', field: 'drill' },
  },
};

export const MEETINGS: TabSpec = {
  name: 'Meetings',
  about: 'Work-in-progress meetings: held or not, how long, which drill, what each rep said aloud. Optional.',
  columns: MEETINGS_COLUMNS.map((column) => ({ ...column, ...(LOOKS[column.field] ?? { width: 100, note: '' }) })),
};
