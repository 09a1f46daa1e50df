import { ingest } from '../../lambdas/ingest/ingest.ts';
import { plural } from '../../lambdas/tabs/cells.ts';
import { EXIT } from '../exit-codes.ts';
import { putRemembered } from '../export/put-remembered.ts';
import { type ReadExport, readExport } from '../export/read-export.ts';
import { readStoredWorkbook } from '../export/stored-workbook.ts';
import { runPipeline } from '../pipeline.ts';
import { type Progress, progress } from '../progress.ts';
import { shownRow } from '../shown-row.ts';
import { type AtWorkbook, atWorkbook } from './at-workbook.ts';

export interface ImportCommandOptions {
  /** Folder of a local service; absent = the deployed one. */
  readonly data?: string;
  /** Forget what the workbook remembers itself. */
  readonly replace?: boolean;
}

/** `import DIR SPREADSHEET`: what an export remembered, for a spreadsheet that holds its rows. Returns the exit code. */
export async function importRemembered(
  folder: string,
  spreadsheet: string,
  { data, replace = false }: ImportCommandOptions,
): Promise<number> {
  const say = progress();
  const { value: exported } = await say.step(`Read ${folder}`, () => readExport(folder));
  return atWorkbook(spreadsheet, data, (at) => importAt(at, exported, replace, say));
}

/** `exported` as `readExport` gives it. */
export async function importAt(
  { composed, workbook }: Pick<AtWorkbook, 'composed' | 'workbook'>,
  exported: ReadExport,
  replace: boolean,
  say: Progress,
): Promise<number> {
  const { store } = composed;
  const { value: read } = await say.step('Ingest: the rows of the sheet into the store', () =>
    ingest(composed, { workbook }),
  );
  if (read.stop) return refused(`The sheet needs attention: ${read.stop.message}`);
  const head = await store.readHead(workbook);
  const missing = missingRows(exported.rows, (await readStoredWorkbook(store, workbook, head?.source ?? '')).repDays);
  if (missing.length > 0) {
    const listed = missing.slice(0, LISTED).map((line) => `  ${shownRow(line)}\n`);
    return refused(
      `${plural(missing.length, 'row')} of the export ${missing.length === 1 ? 'is' : 'are'} not in the sheet:\n${listed.join('')}` +
        'Put the rows of workbook.xlsx into the tab Activity first; what should go can go after the import. Is it the right spreadsheet, with the locale of the export?',
    );
  }
  const { value: outcome } = await say.step('Put what is remembered into the store', () =>
    putRemembered(store, workbook, exported.remembered, replace),
  );
  if (outcome === 'differs')
    return refused(
      `${workbook} remembers other closed weeks, targets, forecasts or agendas than the export. --replace takes those of the export instead, for good.`,
    );
  // The reports were laid out from what was remembered before.
  await runPipeline(composed, { workbook }, say);
  const { facts, firstSeen } = exported.remembered;
  const rows = Object.values(firstSeen).reduce((sum, times) => sum + Object.keys(times).length, 0);
  process.stdout.write(
    `Remembered: ${plural(facts?.frozen?.weeks.length ?? 0, 'closed week')}, targets of ${plural(facts?.targets.length ?? 0, 'week')}, ${plural(facts?.forecasts.length ?? 0, 'forecast')}, ${plural(facts?.agendas.length ?? 0, 'agenda')}, first-seen times of ${plural(rows, 'row')}.\n`,
  );
  return EXIT.done;
}

const LISTED = 5;

/** Rows that stand more often in the export than in the store. */
function missingRows(
  wanted: ReadonlyMap<string, number>,
  repDays: readonly { readonly lines: readonly string[] }[],
): string[] {
  const there = new Map<string, number>();
  for (const { lines } of repDays) for (const line of lines) there.set(line, (there.get(line) ?? 0) + 1);
  return [...wanted].flatMap(([line, count]) =>
    new Array<string>(Math.max(0, count - (there.get(line) ?? 0))).fill(line),
  );
}

function refused(message: string): number {
  process.stderr.write(`\nNothing was imported. ${message}\n`);
  return EXIT.sheetNeedsAttention;
}
