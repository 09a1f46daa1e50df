import { setTimeout as sleep } from 'node:timers/promises';
import type { Composed } from '../lambdas/runtime/compose.ts';
import { type PipelineResult, runPipeline } from './pipeline.ts';
import { type Progress, progress } from './progress.ts';
import type { SheetsServer } from './sheets-server/start.ts';
import type { SyncWatch } from './sync-watch.ts';

/** A look reads a number of this process, so it costs nothing; a row that was typed waits this long at most. */
const LOOK_EVERY_MS = 100;
const MINUTE = 60_000;

export interface Followed {
  readonly composed: Composed;
  readonly sheets: SheetsServer;
  readonly workbook: string;
  readonly say: Progress;
  readonly watch: SyncWatch;
  /** The version of the workbook that the reports are of: what was typed while they were made is another one. */
  readonly synced: number;
}

/** Has the reports follow the rows, as the cloud's dispatch does, until the process is told to end. */
export async function follow({ composed, sheets, workbook, say, watch, synced }: Followed): Promise<void> {
  const quiet = progress({ quiet: true });
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending = true;
    });
  }
  let seen = synced;
  let looked = Date.now();
  while (!ending) {
    await sleep(LOOK_EVERY_MS);
    // The log of calls is for tests: it would grow for as long as this runs.
    sheets.calls.length = 0;
    const version = sheets.version(workbook);
    // Once a minute also without a change: midnight and held rows are due by the calendar.
    if (!watch.takeAsked() && version === seen && Date.now() - looked < MINUTE) {
      watch.confirm();
      continue;
    }
    if (ending) break;
    seen = version;
    looked = Date.now();
    try {
      const { ingest, report, seconds } = await watch.during(() => runPipeline(composed, { workbook }, quiet));
      if (ingest.stop) say.say(`The sheet needs attention: ${ingest.stop.message}`);
      else if (report.written.length > 0)
        say.say(`Synced in ${timesOf(seconds)}: ${report.written.join(', ')} written.`);
    } catch (error) {
      // The service outlives one failed sync; the next change or minute tries again.
      say.say(`Sync failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** `0.60 s (ingest 0.20, rollup 0.10, report 0.30)` */
function timesOf(seconds: PipelineResult['seconds']): string {
  const stages = Object.entries(seconds);
  const all = stages.reduce((sum, [, each]) => sum + each, 0);
  return `${all.toFixed(2)} s (${stages.map(([stage, each]) => `${stage} ${each.toFixed(2)}`).join(', ')})`;
}
