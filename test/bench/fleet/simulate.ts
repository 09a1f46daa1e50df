import { randomFrom } from '../../../local/sample/random.ts';
import { plainRegistry } from '../../support/plain-registry.ts';
import { SIMULATED, WORKING_HOURS } from './assumptions.ts';
import { startDispatcher } from './dispatcher.ts';
import { Drive } from './drive.ts';
import type { Fleet } from './fleet.ts';
import { Sheets } from './google.ts';
import { Simulation } from './simulation.ts';
import { dueAfter } from './stage-rules.ts';
import { startStages } from './stages.ts';
import { typedRows } from './typing.ts';
import { type Use, useOf } from './use.ts';
import { type FleetWorkbook, newWorkbook } from './workbook.ts';

/** What happened on one working day. */
export interface FleetDay {
  readonly fleet: Fleet;
  /** Milliseconds from a typed row to the changed tab, in order; `Infinity` for rows that were not shown in the end. */
  readonly freshness: Float64Array;
  /** Runs that found rows. */
  readonly changedRuns: number;
  readonly used: Use;
}

const SEED = 20_261_118;

/** The same fleet has the same day. */
export async function simulate(fleet: Fleet): Promise<FleetDay> {
  const random = randomFrom(SEED);
  const simulation = new Simulation(SIMULATED.from);
  const sheets = new Sheets(simulation, random);
  const drive = new Drive(simulation);
  const registry = plainRegistry().open(() => simulation.now);
  const ages: number[] = [];
  let changedRuns = 0;
  const written = ({ id, account }: FleetWorkbook): void => {
    workbookOf(id).isTouched = true;
    drive.note(nameOf(account), id);
  };
  const stages = startStages({
    simulation,
    sheets,
    changed: () => void changedRuns++,
    written,
    shown: (typed) => ages.push(...typed.map((at) => simulation.now - at)),
    noteDue: ({ id }, dueAt) => void registry.noteDue(id, dueAt),
    ...fleet,
  });
  const workbooks = new Map<string, FleetWorkbook>();
  const workbookOf = (id: string): FleetWorkbook => workbooks.get(id) ?? newWorkbook(id, 0, simulation.now);
  let rows = 0;
  for (let index = 0; index < fleet.workbooks; index++) {
    const workbook = newWorkbook(
      `workbook-${index}`,
      index % fleet.accounts,
      simulation.now - random.between(0, 3_600_000),
    );
    workbooks.set(workbook.id, workbook);
    await registry.register({ workbook: workbook.id, title: '', account: nameOf(workbook.account) });
    await registry.noteDue(workbook.id, dueAfter(simulation.now));
    const times = typedRows(random);
    rows += times.length;
    type(simulation, times, (at) => {
      workbook.typed.push(at);
      written(workbook);
    });
  }
  for (let account = 0; account < fleet.accounts; account++) await registry.savePageToken(nameOf(account), '0');
  const ticks = startDispatcher({
    simulation,
    registry,
    drive,
    send: ({ workbook, changedAt }) => stages.ingest.send(workbook, { workbook: workbookOf(workbook), changedAt }),
  });
  await simulation.run(WORKING_HOURS.to);
  const used = useOf(fleet, { sheets, drive, stages, ticks });
  await simulation.run(SIMULATED.to);
  const unseen = Array.from({ length: rows - ages.length }, () => Number.POSITIVE_INFINITY);
  const freshness = Float64Array.from([...ages, ...unseen]).sort();
  return { fleet, freshness, changedRuns, used };
}

const nameOf = (account: number): string => `account-${account}@example.com`;

/** One event at a time, so that the clock has only the next row of each workbook in mind. */
function type(simulation: Simulation, times: Float64Array, typed: (at: number) => void, from = 0): void {
  const at = times[from];
  if (at === undefined) return;
  simulation.at(at, () => {
    typed(at);
    type(simulation, times, typed, from + 1);
  });
}
