import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AsOf } from '../../lambdas/domain/days/as-of.ts';
import { digest } from '../../lambdas/domain/trees/digest.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { costMeter } from '../cost-meter.ts';
import { EXIT } from '../exit-codes.ts';
import { closingRatiosCsv } from '../files/closing-ratios-csv.ts';
import { problemsCsv } from '../files/problems-csv.ts';
import { runJson } from '../files/run-json.ts';
import { tabFiles } from '../files/tab-files.ts';
import { repsCsv, weeklyCsv, weeklyTeamCsv } from '../files/weekly-files.ts';
import { importFile } from '../import/import-file.ts';
import { checkOut, writeFiles } from '../out-folder.ts';
import { runPipeline } from '../pipeline.ts';
import { progress } from '../progress.ts';
import { readFigures } from '../read-figures.ts';
import { type LocalService, startLocalService } from '../service.ts';
import type { WorkbookFile } from '../sheets-server/workbook-file.ts';
import { summary } from '../summary.ts';
import { withCheckColumn } from '../with-check-column.ts';

export interface RunOptions {
  readonly asOf?: AsOf;
  readonly out: string;
  /** Keeps table and workbook for a next run. */
  readonly store?: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly quiet?: boolean;
}

const WORKBOOK = 'leadsheet-run';

/** `run FILE`: one shot through the real handlers, no page; writes the files of docs/commands.md. Returns the exit code. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const say = progress({ quiet: options.quiet === true });
  await checkOut(join(options.out, 'tabs'));
  const { value: book, seconds: importSeconds } = await say.step(`Read ${file}`, () => importFile(file, options));
  const service = await startLocalService({ dataDir: options.store });
  try {
    await load(service, withCheckColumn(book), options.store);
    const meter = costMeter();
    const composed = compose(service.env, { meter });
    const result = await runPipeline(composed, { workbook: WORKBOOK, asOf: options.asOf, withRows: true }, say);
    if (result.ingest.stop) {
      process.stderr.write(`\nNothing was counted. ${result.ingest.stop.message}\n`);
      return EXIT.sheetNeedsAttention;
    }
    const figures = await readFigures(composed, WORKBOOK, options.asOf);
    const { snapshot } = result.ingest;
    if (!snapshot) throw new Error('ingest returned no rows although it was asked for them');
    const tabs = await tabFiles(service.sheets.url, WORKBOOK);
    await say.step(`Write the files to ${options.out}`, () =>
      writeFiles(options.out, {
        'weekly.csv': weeklyCsv(figures),
        'weekly_team.csv': weeklyTeamCsv(figures),
        'reps.csv': repsCsv(figures),
        'closing_ratios.csv': closingRatiosCsv(figures),
        'problems.csv': problemsCsv(snapshot),
        'run.json': runJson({ file, figures, result, meter, importSeconds }),
        ...Object.fromEntries([...tabs].map(([name, csv]) => [`tabs/${name}.csv`, csv])),
      }),
    );
    process.stdout.write(summary(figures));
    return EXIT.done;
  } finally {
    await service.close();
  }
}

/** The file as the workbook; the very file that a kept store holds already is not loaded over it again. */
async function load(service: LocalService, book: WorkbookFile, store: string | undefined): Promise<void> {
  const loaded = digest(JSON.stringify(book));
  const note = store === undefined ? undefined : join(store, 'loaded-file');
  const before = note === undefined ? undefined : await readFile(note, 'utf8').catch(() => undefined);
  if (before === loaded) return;
  // Killed from here on, the workbook may hold some of each file: the next run then loads its file, whichever it is.
  if (note !== undefined && before !== undefined) await writeFile(note, '');
  if (before === undefined) service.sheets.addWorkbook({ ...book, id: WORKBOOK });
  else for (const tab of book.tabs) service.sheets.replaceTab(WORKBOOK, tab.title, tab.rows);
  if (note !== undefined) await writeFile(note, loaded);
}
