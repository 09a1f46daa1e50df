/**
 * What the simulated fleet is made of. Of the code: from `infra/` (a test compares them). Measured: from
 * docs/cost-and-limits.md and docs/performance.md. Assumed: Google's and AWS's own times, which nobody can measure here.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A Wednesday in a zone without clock changes; all teams work in it, the hardest case: nobody's noon is another's night. */
export const MIDNIGHT = Date.UTC(2026, 10, 18);
export const WORKING_HOURS = { from: MIDNIGHT + 9 * HOUR, to: MIDNIGHT + 17 * HOUR } as const;
/** Before anybody types, and until what was typed last had its time to be shown. */
export const SIMULATED = { from: WORKING_HOURS.from - 10 * MINUTE, to: WORKING_HOURS.to + 30 * MINUTE } as const;
/** Hours at which the calendar has something to show by default: the meeting hour and the cut-off hour. */
export const DUE_HOURS = [9, 12];

/** Assumed: an inside team in which everybody records 25 things a day, six at a time, one each 25 seconds. */
export const TEAM = { reps: 8, rowsADay: 25, rowsAtATime: 6, betweenRowsMs: 25 * SECOND } as const;
/** Of each workbook: ten weeks of such a team. */
export const ROWS = 10_000;

/** Google's quotas a minute, for reads and for writes each; one Drive request a page of 1,000 files. */
export const QUOTA = { account: 60, project: 300, drive: 12_000 } as const;
/** So many fill a project. */
export const ACCOUNTS_A_PROJECT = QUOTA.project / QUOTA.account;

/** Assumed: milliseconds of one request, and of one that is refused. */
export const GOOGLE_MS = {
  describe: 200,
  read: 600,
  writeCheck: 400,
  publish: 1200,
  changes: 250,
  refused: 60,
} as const;
/** Assumed: until an edit, also one of ours, stands in Drive's list of changes. */
export const DRIVE_LAG_MS = 5 * SECOND;

/** Of the code (`infra/`): GB and seconds of each function, and how a queue delivers. */
export const MEMORY_GB = { dispatch: 0.5, ingest: 1, rollup: 1, report: 0.5 } as const;
export const TIMEOUT_MS = { dispatch: MINUTE, ingest: 5 * MINUTE, rollup: 2 * MINUTE, report: 3 * MINUTE } as const;
export const CONCURRENCY = 5;
export const DELIVERIES = 3;
export const KEPT_MS = 4 * HOUR;
/** A function ends by itself so long before its time is over (`lambdas/runtime/time-left.ts`). */
export const RESERVE_MS = 2 * SECOND;
/** Health says as of when at most so often where nothing changes (`lambdas/report/report.ts`). */
export const HEARTBEAT_MS = 60 * MINUTE;

/** Assumed: from a message being sent until an idle function has it. Starts of cold functions are left out. */
export const DELIVERY_MS = 50;
/** Assumed: one request of AWS, there and back. */
export const AWS_MS = 10;
/** Measured: milliseconds of a full core for one request of an AWS SDK (SendMessage against a server that only answers). */
export const AWS_CORE_MS = 0.9;
/** A function has a full core from so many GB on. */
const FULL_CORE_GB = 1.769;

/** Milliseconds that work of so many seconds on a full core takes a function of that size. */
export const computing = (name: keyof typeof MEMORY_GB, coreSeconds: number): number =>
  (coreSeconds * SECOND * FULL_CORE_GB) / Math.min(FULL_CORE_GB, MEMORY_GB[name]);
