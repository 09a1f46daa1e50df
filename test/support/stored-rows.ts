import type { SourceRoot } from '../../lambdas/domain/source/source-tree.ts';
import type { MemoryTable } from './memory-store.ts';

type Items = ReadonlyMap<string, { readonly body: string }>;

/**
 * Every row that a source root holds, one text a row with its cells in the order of the columns' names as stored, read by
 * way of the table itself: nothing of how stages read trees is used.
 */
export function storedRows(table: MemoryTable, workbook: string, source: string, columns: number): string[] {
  const items: Items = table.items.get(workbook) ?? new Map();
  const body = (area: string, digest: string): string => {
    const item = items.get(`${area}#${digest}`);
    if (!item) throw new Error(`${area}#${digest} is named and not stored`);
    return item.body;
  };
  const { months } = JSON.parse(body('source', source)) as SourceRoot; // as stored
  const rows: string[] = [];
  for (const [month, node] of months) {
    for (const [, dayNode] of JSON.parse(body(`month/${month}`, node)) as [number, string][]) {
      for (const [, leaf] of JSON.parse(body(`day/${month}`, dayNode)) as [string, string][]) {
        const lines = body(`rows/${month}`, leaf).split('\n');
        rows.push(...lines.map((line) => JSON.stringify(cellsOf(line, columns))));
      }
    }
  }
  return rows.sort();
}

function cellsOf(line: string, columns: number): (string | number)[] {
  const cells = line.split('\u001f').map((cell) => (cell.startsWith('\u0001') ? Number(cell.slice(1)) : cell));
  return Array.from({ length: columns }, (_, at) => cells[at] ?? '');
}
