import type { Arena } from './arena.ts';
import { FIGURES_TAB, fileOf, tidyWorkbook } from './data.ts';
import { differences, leadsheetMsis, msisOf } from './msis.ts';
import type { Peer } from './peers.ts';

const SIZE = { rows: 3000, reps: 8, weeks: 8 };

/**
 * Everybody once with a few tidy rows: it reads programs into the system's cache, and shows that it is the same work.
 * Throws when rows are missing in a table, or a script counts otherwise than Leadsheet.
 */
export async function warmUp(arena: Arena, peersOf: (spreadsheet: string) => Promise<readonly Peer[]>): Promise<void> {
  const workbook = tidyWorkbook(SIZE);
  const rows = (workbook.tabs.Activity?.length ?? 1) - 1;
  const [mine, theirs, table] = ['tidy-leadsheet', 'tidy-peers', 'leadsheet-tidy'];
  arena.add(fileOf(mine, workbook));
  arena.add(fileOf(theirs, workbook));
  await arena.makeLeadsheetTable(table);
  await arena.run([arena.node('leadsheet-script', { ...arena.env(mine), TABLE: table })]);
  const msis = await leadsheetMsis(arena, mine, table, SIZE.reps);

  for (const { name, table: rowTable, commands, tellsFigures } of await peersOf(theirs)) {
    await arena.run(commands);
    const stored = await arena.countRows(rowTable, theirs);
    if (stored !== rows) throw new Error(`${name} stored ${stored} of ${rows} rows.`);
    if (!tellsFigures) continue;
    const off = differences(msisOf(await arena.read(theirs, FIGURES_TAB)), msis);
    if (msis.size === 0 || off.weeks > 0)
      throw new Error(
        `${name} differs from Leadsheet in ${off.weeks} of ${msis.size} weeks of reps: ${off.msis} MSIs.`,
      );
  }
}
