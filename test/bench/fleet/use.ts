import { ACCOUNTS_A_PROJECT, CONCURRENCY, QUOTA, SIMULATED, TIMEOUT_MS, WORKING_HOURS } from './assumptions.ts';
import type { Ticks } from './dispatcher.ts';
import type { Drive } from './drive.ts';
import type { Fleet } from './fleet.ts';
import type { Sheets } from './google.ts';
import type { Stage } from './stage-rules.ts';
import type { Stages } from './stages.ts';

/** What can be used up, by its name in the tables. */
export type Resource =
  | 'reads of an account'
  | 'writes of an account'
  | 'reads of a project'
  | 'writes of a project'
  | 'ingest at once'
  | 'rollup at once'
  | 'report at once'
  | 'time of a tick'
  | "Drive's list";

/** Share of what there is, 0 to 1; a mean over the working hours, of a tick the longest one. */
export type Use = Readonly<Record<Resource, number>>;

interface Counted {
  readonly sheets: Sheets;
  readonly drive: Drive;
  readonly stages: Stages;
  readonly ticks: Ticks;
}

const MINUTE = 60_000;
const MINUTES = (WORKING_HOURS.to - SIMULATED.from) / MINUTE;

/** To be asked when the working hours end. */
export function useOf(fleet: Fleet, { sheets, drive, stages, ticks }: Counted): Use {
  const { granted, sleptMs } = sheets.counts;
  // Those that have no workbook have no use, and no project of theirs.
  const accounts = Math.min(fleet.accounts, fleet.workbooks);
  const projects = Math.ceil(accounts / ACCOUNTS_A_PROJECT);
  const workers = (fleet.concurrency ?? CONCURRENCY) * MINUTES * MINUTE;
  // A function that sleeps until Google's minute is over waits for Google, not for a free worker.
  const busy = (stage: Stage, slept: number): number => (stages[stage].counts.busyMs - slept) / workers;
  return {
    'reads of an account': granted.read / (accounts * QUOTA.account * MINUTES),
    'writes of an account': granted.write / (accounts * QUOTA.account * MINUTES),
    'reads of a project': granted.read / (projects * QUOTA.project * MINUTES),
    'writes of a project': granted.write / (projects * QUOTA.project * MINUTES),
    'ingest at once': busy('ingest', sleptMs.ingest),
    'rollup at once': busy('rollup', 0),
    'report at once': busy('report', sleptMs.report),
    'time of a tick': ticks.cut > 0 ? 1 : Math.max(0, ...ticks.lasted) / TIMEOUT_MS.dispatch,
    "Drive's list": drive.requests / (projects * QUOTA.drive * MINUTES),
  };
}

/** The resource of which the largest share is used: with more workbooks it is the first one to be used up. */
export function scarcest(use: Use): { readonly resource: Resource; readonly share: number } {
  const all = Object.entries(use) as [Resource, number][]; // its keys are resources
  const [resource, share] = all.reduce((most, one) => (one[1] > most[1] ? one : most));
  return { resource, share };
}
