import { plural } from '../../lambdas/tabs/cells.ts';
import { EXIT } from '../exit-codes.ts';
import { readmeText } from '../export/readme-text.ts';
import { readRemembered } from '../export/remembered.ts';
import { rowsCsv } from '../export/rows-csv.ts';
import { readStoredWorkbook } from '../export/stored-workbook.ts';
import { workbookFileOf } from '../export/workbook-file.ts';
import { checkOut, writeFiles } from '../out-folder.ts';
import { progress } from '../progress.ts';
import { writeXlsx } from '../sheets-server/export/xlsx/write-xlsx.ts';
import { workbookFromFile } from '../sheets-server/workbook-from-file.ts';
import { type AtWorkbook, atWorkbook, nothingStored } from './at-workbook.ts';

export interface ExportOptions {
  readonly out: string;
  /** Folder of a local service; absent = the deployed one. */
  readonly data?: string;
}

/** `export SPREADSHEET --out DIR`: everything that is stored of a workbook, as files. Returns the exit code. */
export async function exportWorkbook(spreadsheet: string, options: ExportOptions): Promise<number> {
  await checkOut(options.out);
  return atWorkbook(spreadsheet, options.data, (at) => exportAt(at, options.out));
}

/** What the command does, with the service at hand. */
export async function exportAt(
  { composed, workbook, data }: Pick<AtWorkbook, 'composed' | 'workbook' | 'data'>,
  out: string,
): Promise<number> {
  const { store, clock } = composed;
  const say = progress();
  const head = await store.readHead(workbook);
  if (!head?.source) throw nothingStored(workbook, data);
  const { source } = head;
  const { value: stored } = await say.step('Read the rows and settings', () =>
    readStoredWorkbook(store, workbook, source),
  );
  const { value: remembered } = await say.step('Read what is remembered', () =>
    readRemembered({ store, workbook, head, stored, now: clock() }),
  );
  await say.step(`Write the files to ${out}`, async () => {
    const book = workbookFromFile('export', workbookFileOf(stored));
    await writeFiles(out, {
      'workbook.xlsx': await writeXlsx(book),
      'rows.csv': rowsCsv(stored.repDays),
      'remembered.json': `${JSON.stringify(remembered, undefined, 1)}\n`,
      'README.txt': readmeText(remembered),
    });
  });
  const cut = longTexts(stored.repDays);
  if (cut > 0)
    say.say(
      `${plural(cut, 'cell')} of more than ${MOST.toLocaleString('en')} characters: whole in rows.csv, cut in workbook.xlsx.`,
    );
  process.stdout.write(
    `${plural(remembered.rows, 'row')} of "${remembered.title}" in ${out}; README.txt says what is what.\n`,
  );
  return EXIT.done;
}

/** Excel takes no more characters in a cell. */
const MOST = 32_767;

function longTexts(repDays: readonly { readonly lines: readonly string[] }[]): number {
  let cells = 0;
  for (const { lines } of repDays)
    for (const line of lines)
      if (line.length > MOST) cells += line.split('\u001f').filter((cell) => cell.length > MOST).length;
  return cells;
}
