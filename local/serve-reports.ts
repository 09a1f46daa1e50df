import { type Composed, compose } from '../lambdas/runtime/compose.ts';
import { TAB_SHEET_IDS } from '../lambdas/tabs/tab-names.ts';
import { EXIT } from './exit-codes.ts';
import { follow } from './follow.ts';
import { runPipeline } from './pipeline.ts';
import type { Progress } from './progress.ts';
import { readFigures } from './read-figures.ts';
import type { LocalService } from './service.ts';
import { summary } from './summary.ts';
import type { SyncWatch } from './sync-watch.ts';

export interface ServedReports {
  readonly service: LocalService;
  readonly workbook: string;
  readonly watch: SyncWatch;
  readonly say: Progress;
  /** End after the first report. */
  readonly once: boolean;
}

/** Makes the first report and says what is in it; then the reports follow the rows, until the process is told to end. */
export async function serveReports({ service, workbook, watch, say, once }: ServedReports): Promise<number> {
  const composed = compose(service.env);
  const synced = service.sheets.version(workbook);
  const { ingest } = await watch.during(() => runPipeline(composed, { workbook }, say));
  if (ingest.stop) process.stderr.write(`\nThe sheet needs attention: ${ingest.stop.message}\n`);
  await tell(composed, workbook);
  process.stdout.write(`The workbook with its reports: ${service.sheets.url}w/${workbook}#gid=${TAB_SHEET_IDS.Week}\n`);
  if (once) return ingest.stop ? EXIT.sheetNeedsAttention : EXIT.done;
  say.say('Rows that change flow into the reports within seconds. Ctrl-C ends it.');
  await follow({ composed, sheets: service.sheets, workbook, say, watch, synced });
  return EXIT.done;
}

async function tell(composed: Composed, workbook: string): Promise<void> {
  const head = await composed.store.readHead(workbook);
  if (head?.derived) process.stdout.write(summary(await readFigures(composed, workbook, undefined)));
}
