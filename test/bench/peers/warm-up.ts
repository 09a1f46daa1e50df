import type { Arena } from './arena.ts';
import { FIGURES_TAB, fileOf, tidyWorkbook } from './data.ts';
import { differences, leadsheetMsis, msisOf } from './msis.ts';
import { type Peer, tableOf } from './peers.ts';

const SIZE = { rows: 3000, reps: 8, weeks: 8 };

/**
 * Everybody once with a few tidy rows: it reads programs into the system's cache, and shows that it is the same work.
 * Throws when a script counts otherwise than Leadsheet. Returns how many rows each peer left out.
 */
export async function warmUp(
  arena: Arena,
  peersOf: (spreadsheet: string) => Promise<readonly Peer[]>,
): Promise<ReadonlyMap<string, number>> {
  const workbook = tidyWorkbook(SIZE);
  const rows = (workbook.tabs.Activity?.length ?? 1) - 1;
  const [mine, theirs, table] = ['tidy-leadsheet', 'tidy-peers', 'leadsheet-tidy'];
  arena.add(fileOf(mine, workbook));
  arena.add(fileOf(theirs, workbook));
  await arena.makeLeadsheetTable(table);
  await arena.run([arena.node('leadsheet-script', { ...arena.env(mine), TABLE: table })]);
  const msis = await leadsheetMsis(arena, mine, table, SIZE.reps);

  const missing = new Map<string, number>();
  for (const { name, commands, tellsFigures } of await peersOf(theirs)) {
    await arena.run(commands);
    missing.set(name, rows - (await arena.countRows(tableOf(name), theirs)));
    if (!tellsFigures) continue;
    const off = differences(msisOf(await arena.read(theirs, FIGURES_TAB)), msis);
    if (msis.size === 0 || off.weeks > 0)
      throw new Error(
        `${name} differs from Leadsheet in ${off.weeks} of ${msis.size} weeks of reps: ${off.msis} MSIs.`,
      );
  }
  return missing;
}
