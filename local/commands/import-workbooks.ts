import { type ImportOptions, importFile } from '../import/import-file.ts';
import type { WorkbookFile } from '../sheets-server/workbook-file.ts';

/**
 * Files as workbooks, each with an id that follows from its name: `book.xlsx` is `book`, at the same address every time.
 * The tab of a CSV is named after the file, as Google names it. Throws when two have the same name.
 */
export async function importWorkbooks(
  files: readonly string[],
  options: ImportOptions,
): Promise<(WorkbookFile & { readonly id: string; readonly file: string })[]> {
  const books = new Map<string, WorkbookFile & { readonly id: string; readonly file: string }>();
  for (const file of files) {
    const book = await importFile(file, options);
    const id = book.title.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'workbook';
    const before = books.get(id);
    if (before !== undefined)
      throw new Error(`${before.file} and ${file} would both be the workbook "${id}": rename one of them.`);
    const [tab] = book.tabs;
    const tabs = tab === undefined || /\.xls[xm]$/i.test(file) ? book.tabs : [{ ...tab, title: book.title }];
    books.set(id, { ...book, tabs, id, file });
  }
  return [...books.values()];
}
