import type { Grid } from '../cells/cell.ts';
import type { Column } from '../cells/columns.ts';
import { nameOf } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { readTable, type SettingsProblem, textOf } from '../cells/table.ts';
import { type ActivityKind, activityKindOf } from '../rows/activity-kind.ts';

/** A role-playing exercise: "a quick role-playing exercise where you drill critical communication techniques". */
export interface Drill {
  readonly name: string;
  /** The step in which what it trains is used; absent = any. */
  readonly trains?: DrilledStep;
  /** What to say and do; '' = nothing written. */
  readonly script: string;
}

export const DRILLED_STEPS = ['attempt', 'opportunity', 'ask', 'close'] as const satisfies readonly ActivityKind[];
export type DrilledStep = (typeof DRILLED_STEPS)[number];

type Field = 'drill' | 'trains' | 'script';
export const DRILLS_COLUMNS: readonly Column<Field>[] = [
  { field: 'drill', name: 'Drill', aliases: ['Exercise', 'Role play'], required: true },
  { field: 'trains', name: 'Trains', aliases: ['Step', 'Activity'] },
  { field: 'script', name: 'Script', aliases: ['Text', 'How'] },
];
const STEPS: ReadonlySet<ActivityKind> = new Set(DRILLED_STEPS);

/** The Drills tab, in its order; what can't be used is left out and listed. */
export function readDrills(grid: Grid | undefined): { drills: readonly Drill[]; problems: SettingsProblem[] } {
  const table = readTable('Drills', grid, DRILLS_COLUMNS);
  const problems: SettingsProblem[] = [...table.problems];
  const drills = new Map<string, Drill>();
  for (const row of table.rows) {
    const name = nameOf(row.cells.drill);
    const typed = textOf(row.cells.trains);
    const trains = drilledStepOf(typed);
    const bad = (field: Field, expected: string): void => {
      problems.push({ address: row.address(field), expected, got: textOf(row.cells[field]) || 'nothing' });
    };
    if (name === '') bad('drill', 'the name of a drill');
    else if (typed !== '' && !trains) bad('trains', 'Attempt to connect, Opportunity, Ask or Close, or blank for any');
    else if (drills.has(phrase(name))) bad('drill', 'a name that no other drill has');
    else drills.set(phrase(name), { name, script: textOf(row.cells.script), ...(trains && { trains }) });
  }
  return { drills: [...drills.values()], problems };
}

function drilledStepOf(text: string): DrilledStep | undefined {
  const kind = text === '' ? undefined : activityKindOf(text);
  return kind && isDrilled(kind) ? kind : undefined;
}

const isDrilled = (kind: ActivityKind): kind is DrilledStep => STEPS.has(kind);
