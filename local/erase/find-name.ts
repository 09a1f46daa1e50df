import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { SheetsPort, StorePort } from '../../lambdas/ports.ts';
import type { Person } from './person.ts';
import { listAll, readItems } from './read-items.ts';

/** Where a name still stands -> in how many items, or cells. */
export type Found = ReadonlyMap<string, number>;

/** Every stored item of the workbook, by area; `unreadable` = how many items were there only in part. */
export async function findInStore(
  store: StorePort,
  workbook: string,
  person: Person,
  told: (looked: number, all: number) => void,
): Promise<{ readonly found: Found; readonly items: number; readonly unreadable: number }> {
  const found = new Map<string, number>();
  const items = await listAll(store, workbook);
  const add = (place: string): void => void found.set(place, (found.get(place) ?? 0) + 1);
  let [looked, unreadable] = [0, 0];
  for await (const group of readItems(store, workbook, items)) {
    for (const { area, body } of group) {
      if (body === undefined) unreadable++;
      else if (person.isNamedIn(plainText(body))) add(area.split('/')[0] ?? area);
    }
    looked += group.length;
    told(looked, items.length);
  }
  const head = await store.readHead(workbook);
  if (head && person.isNamedIn(plainText(JSON.stringify(head)))) add('head');
  return { found, items: items.length, unreadable };
}

/** The text of a body: what separates cells, and what JSON escapes, separates words. */
const plainText = (body: string): string =>
  body
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrtbf]/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/[\u0000-\u001f]/g, ' ');

/** Every tab of a spreadsheet, by title. */
export async function findOnTabs(sheets: SheetsPort, workbook: string, person: Person): Promise<Found> {
  const found = new Map<string, number>();
  const { tabs } = await sheets.describe(workbook);
  const grids = tabs.filter(({ rowCount }) => rowCount > 0);
  if (grids.length === 0) return found;
  const read = await sheets.read(
    workbook,
    grids.map(({ sheetId }) => sheetId),
  );
  for (const [at, grid] of read.grids().entries()) {
    const cells = grid.flat().filter((cell: Cell) => typeof cell === 'string' && person.isNamedIn(cell)).length;
    if (cells > 0) found.set(grids[at]?.title ?? '', cells);
  }
  return found;
}
