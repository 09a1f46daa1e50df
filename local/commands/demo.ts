import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import { isoOf } from '../../lambdas/domain/days/day.ts';
import { EXIT } from '../exit-codes.ts';
import { forgetData } from '../forget-data.ts';
import { type MadeOf, madeOf, noteMadeOf, readMadeOf } from '../made-of.ts';
import { type Progress, progress } from '../progress.ts';
import { sampleWorkbook } from '../sample/sample-workbook.ts';
import { type LocalService, startLocalService } from '../service.ts';
import type { WorkbookFile } from '../sheets-server/workbook-file.ts';
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
  const source = file === undefined ? undefined : await madeOf(file, options);
  const kept = options.fresh ? undefined : await readMadeOf(options.data);
  if (source && kept && kept.digest !== source.digest) {
    process.stderr.write(otherwiseLost(options.data, kept, source));
    return EXIT.wrongUse;
  }
  const imported =
    file === undefined || kept ? undefined : (await say.step(`Read ${file}`, () => importFile(file, options))).value;
  if (options.fresh || imported) await forgetData(options.data);
  const watch = new SyncWatch();
  const { value: service } = await say.step('Start the embedded DynamoDB and the local Sheets server', () =>
    startLocalService({ dataDir: options.data, port: options.port, page: watch }),
  );
  try {
    const before = hasWorkbook(service);
    if (before)
      say.say(
        `The workbook kept in ${options.data}${kept ? `, made of ${kept.file}` : ''}; npm start -- --fresh begins anew.`,
      );
    else {
      await say.step(imported ? 'Load the file' : 'Seed a sample workbook', async () =>
        seed(service, imported, options),
      );
      if (source) await noteMadeOf(options.data, source);
    }
    if (!options.once) openPage(service, say);
    // What makes reports is loaded when the page is there to look at.
    const { serveReports } = await import('../serve-reports.ts');
    return await serveReports({ service, workbook: DEMO_WORKBOOK, watch, say, once: options.once ?? false });
  } finally {
    await service.close();
  }
}

const otherwiseLost = (data: string, kept: MadeOf, { file }: MadeOf): string =>
  `${data} keeps a workbook that was made of ${kept.file === file ? `another ${file}, or read otherwise` : kept.file}, with what was typed into it since.
--fresh deletes that and reads ${file}; --data FOLDER keeps both.
`;

/** Only who brings a file waits for the code that reads files. */
async function importFile(file: string, options: DemoOptions): Promise<WorkbookFile> {
  return (await import('../import/import-file.ts')).importFile(file, options);
}

/** Says where the page is before the reports are there, and has its script made meanwhile, which a process of its own does. */
function openPage({ sheets }: LocalService, say: Progress): void {
  say.say(`The page is open, and the reports follow: ${sheets.url}w/${DEMO_WORKBOOK}`);
  // Who opens the page hears what is wrong with it.
  fetch(`${sheets.url}page/page.js`)
    .then((answer) => answer.text())
    .catch(() => undefined);
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
