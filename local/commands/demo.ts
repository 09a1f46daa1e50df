import { rm } from 'node:fs/promises';
import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import { isoOf } from '../../lambdas/domain/days/day.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { EXIT } from '../exit-codes.ts';
import { follow } from '../follow.ts';
import { importFile } from '../import/import-file.ts';
import { runPipeline } from '../pipeline.ts';
import { progress } from '../progress.ts';
import { readFigures } from '../read-figures.ts';
import { sampleWorkbook } from '../sample/sample-workbook.ts';
import { type LocalService, startLocalService } from '../service.ts';
import type { WorkbookFile } from '../sheets-server/workbook-file.ts';
import { summary } from '../summary.ts';
import { SyncWatch } from '../sync-watch.ts';
import { withCheckColumn } from '../with-check-column.ts';

export interface DemoOptions {
  readonly data: string;
  readonly port: number;
  readonly locale: string;
  readonly timeZone: string;
  /** Forget what the demo kept. */
  readonly fresh?: boolean;
  /** End after the first report instead of serving the page. */
  readonly once?: boolean;
}

export const DEMO_WORKBOOK = 'leadsheet-demo';

/** `demo [FILE]` = `npm start`: the whole service on this machine, kept running with its page. Returns the exit code. */
export async function demo(file: string | undefined, options: DemoOptions): Promise<number> {
  const say = progress();
  const imported =
    file === undefined ? undefined : (await say.step(`Read ${file}`, () => importFile(file, options))).value;
  if (options.fresh || imported) await rm(options.data, { recursive: true, force: true });
  const watch = new SyncWatch();
  const { value: service } = await say.step('Start the embedded DynamoDB and the local Sheets server', () =>
    startLocalService({ dataDir: options.data, port: options.port, page: watch }),
  );
  try {
    const before = hasWorkbook(service);
    if (!before)
      await say.step(imported ? 'Load the file' : 'Seed a sample workbook', async () =>
        seed(service, imported, options),
      );
    const composed = compose(service.env);
    const { ingest } = await watch.during(() => runPipeline(composed, { workbook: DEMO_WORKBOOK }, say));
    if (ingest.stop) process.stderr.write(`\nThe sheet needs attention: ${ingest.stop.message}\n`);
    const first = await composed.store.readHead(DEMO_WORKBOOK);
    if (first?.derived) process.stdout.write(summary(await readFigures(composed, DEMO_WORKBOOK, undefined)));
    if (before) say.say(`This is the workbook kept in ${options.data}; npm start -- --fresh begins anew.`);
    process.stdout.write(
      `The workbook with its reports: ${service.sheets.url}w/${DEMO_WORKBOOK}#gid=${TAB_SHEET_IDS.Week}\n`,
    );
    if (options.once) return ingest.stop ? EXIT.sheetNeedsAttention : EXIT.done;
    say.say('Rows that change flow into the reports within seconds. Ctrl-C ends it.');
    await follow({ composed, sheets: service.sheets, workbook: DEMO_WORKBOOK, say, watch });
    return EXIT.done;
  } finally {
    await service.close();
  }
}

function hasWorkbook(service: LocalService): boolean {
  try {
    return service.sheets.workbook(DEMO_WORKBOOK) !== undefined;
  } catch {
    return false;
  }
}

function seed(service: LocalService, imported: WorkbookFile | undefined, options: DemoOptions): void {
  const today = isoOf(asOfInstant(Date.now(), options.timeZone).day);
  const book = imported ?? sampleWorkbook({ today });
  service.sheets.addWorkbook({ ...withCheckColumn(book), id: DEMO_WORKBOOK });
}
