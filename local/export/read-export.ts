import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { rowsOf } from '../../lambdas/domain/rows/snapshot.ts';
import { digest } from '../../lambdas/domain/trees/digest.ts';
import { readWorkbook } from '../../lambdas/ingest/read-workbook.ts';
import { importFile } from '../import/import-file.ts';
import { codeOf } from '../import/read-bytes.ts';
import { REMEMBERED, type Remembered } from './remembered.ts';

export interface ReadExport {
  readonly remembered: Remembered;
  /** How often each row stands in the workbook. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The folder that `export` wrote; throws an error that says what is wrong with it. */
export async function readExport(folder: string): Promise<ReadExport> {
  const remembered = await readRememberedFile(join(folder, 'remembered.json'));
  const { title, locale, timeZone } = remembered;
  const book = await importFile(join(folder, 'workbook.xlsx'), { locale, timeZone });
  const tabs = Object.fromEntries(book.tabs.map((tab) => [tab.title, tabOf(tab.rows)]));
  const read = readWorkbook({ title, locale, timeZone }, tabs);
  if ('message' in read) throw new Error(`${folder}/workbook.xlsx can't be read: ${read.message}`);
  const rows = new Map<string, number>();
  for (const { line } of rowsOf(read.snapshot)) rows.set(line, (rows.get(line) ?? 0) + 1);
  return { remembered, rows };
}

async function readRememberedFile(path: string): Promise<Remembered> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${unreadable(path, error)}. Name the folder that leadsheet export wrote.`, { cause: error });
  });
  const read = jsonOf(text);
  const parsed = REMEMBERED.safeParse(read);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${path} is no export of this version: ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  checkClosedWeeks(parsed.data, path);
  // As it was read: facts go by the digest of their text, in which the order of the fields counts.
  return read as Remembered;
}

function unreadable(path: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path}`;
  return `${path} ${code === 'EACCES' || code === 'EPERM' ? 'may not be read' : `can't be read (${String(error)})`}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Closed weeks go by the digest of their counts: one that was edited or lost would be found missing far too late. */
function checkClosedWeeks({ facts, closedWeeks }: Remembered, path: string): void {
  for (const [week, name] of facts?.frozen?.weeks ?? []) {
    const counts = closedWeeks[name];
    if (counts === undefined || digest(counts) !== name)
      throw new Error(`${path}: the counts of a closed week (${week}) are missing or were changed. Export again.`);
  }
}
