/** A deployment, as its owner knows it. */
export interface Deployment {
  readonly workbooks: number;
  /** Rows on the tab Activity of each. */
  readonly rows: number;
  /** Minutes of a working day in which somebody types in a workbook: each is one run. */
  readonly changesADay: number;
  readonly serviceAccounts: number;
}

/** What a month uses, in the units that AWS charges. */
export interface Usage {
  readonly lambdaGbSeconds: number;
  readonly lambdaRequests: number;
  readonly dynamodbWriteUnits: number;
  readonly dynamodbReadUnits: number;
  readonly storageGb: number;
  readonly sqsRequests: number;
  readonly schedulerInvocations: number;
  readonly metrics: number;
  readonly alarms: number;
  /** Of the alarms' topic. */
  readonly keys: number;
  readonly logGb: number;
}

const DAYS = 365 / 12;
const WORKING_DAYS = 21;
const MINUTES = DAYS * 24 * 60;

/** New days, the cut-off hour, meetings, and the slow safety poll: runs of a day on which nobody types. */
const CALENDAR_RUNS_A_DAY = 6;
/** Our own writes into the workbook make Drive name it once more: that run finds nothing and writes nothing. */
const ECHOES = 1;

/**
 * Seconds on one full core and request units of one run, fixed and for each row of the sheet: fitted to `leadsheet run`
 * on 1,000, 10,000 and 100,000 rows with 20,000 prospects (a test measures the units anew).
 */
export const CHANGED_RUN = {
  ingest: { fixed: 0.35, perRow: 1.2e-5 },
  rollup: { fixed: 0.15, perRow: 0.2e-5 },
  report: { fixed: 0.6, perRow: 1.2e-5 },
  writeUnits: { fixed: 25, perRow: 0 },
  readUnits: { fixed: 95, perRow: 0.026 },
} as const;
export const UNCHANGED_RUN = {
  ingest: { fixed: 0.25, perRow: 0.9e-5 },
  rollup: { fixed: 0.05, perRow: 0 },
  report: { fixed: 0.05, perRow: 0 },
  writeUnits: { fixed: 0, perRow: 0 },
  readUnits: { fixed: 6, perRow: 0 },
} as const;
const FIRST_RUN_WRITE_UNITS_A_ROW = 0.3;
const STORED_BYTES_A_ROW = 150;

/** GB of each function; a function has a full core from 1,769 MB on. */
const MEMORY = { ingest: 1, rollup: 1, report: 0.5, dispatch: 0.5 } as const;
const FULL_CORE_GB = 1.769;
const gbSeconds = (stage: keyof typeof MEMORY, coreSeconds: number): number =>
  MEMORY[stage] * coreSeconds * (FULL_CORE_GB / Math.min(FULL_CORE_GB, MEMORY[stage]));

const DISPATCH_CORE_SECONDS = 0.03;
const QUEUES = 3;
/** Lambda asks each queue with five long polls of 20 seconds, whether or not there is a message. */
const POLLS = QUEUES * 5 * (MINUTES * 3);
/** Send, receive, delete, in each of the queues. */
const REQUESTS_A_RUN = QUEUES * 3;
const METRICS = 5;
const ALARMS = 24;
const KEYS = 1;
const LOG_BYTES_A_RUN = 3_000;
const LOG_BYTES_A_TICK = 800;

/** Of a month with 21 working days. */
export function monthlyUsage({ workbooks, rows, changesADay, serviceAccounts }: Deployment): Usage {
  const changed = workbooks * changesADay * WORKING_DAYS;
  const unchanged = changed * ECHOES + workbooks * CALENDAR_RUNS_A_DAY * DAYS;
  const of = ({ fixed, perRow }: { readonly fixed: number; readonly perRow: number }): number => fixed + perRow * rows;
  const stages = (run: typeof CHANGED_RUN | typeof UNCHANGED_RUN): number =>
    (['ingest', 'rollup', 'report'] as const).reduce((sum, stage) => sum + gbSeconds(stage, of(run[stage])), 0);
  const runs = changed + unchanged;
  return {
    lambdaGbSeconds:
      changed * stages(CHANGED_RUN) +
      unchanged * stages(UNCHANGED_RUN) +
      MINUTES * serviceAccounts * gbSeconds('dispatch', DISPATCH_CORE_SECONDS),
    lambdaRequests: MINUTES + runs * 3,
    dynamodbWriteUnits:
      changed * of(CHANGED_RUN.writeUnits) +
      unchanged * of(UNCHANGED_RUN.writeUnits) +
      MINUTES * serviceAccounts +
      workbooks * rows * FIRST_RUN_WRITE_UNITS_A_ROW,
    dynamodbReadUnits:
      changed * of(CHANGED_RUN.readUnits) +
      unchanged * of(UNCHANGED_RUN.readUnits) +
      MINUTES * (serviceAccounts + Math.ceil((workbooks * 300) / 4096)),
    storageGb: (workbooks * rows * STORED_BYTES_A_ROW) / 1e9,
    sqsRequests: POLLS + runs * REQUESTS_A_RUN,
    schedulerInvocations: MINUTES,
    metrics: METRICS,
    alarms: ALARMS,
    keys: KEYS,
    logGb: (runs * LOG_BYTES_A_RUN + MINUTES * LOG_BYTES_A_TICK) / 1e9,
  };
}
