import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import type { LogSize } from './data/activity-rows.ts';
import { benchWorkbook, STANDARD } from './data/workbook.ts';
import { startArena } from './peers/arena.ts';
import { allWorks, type Contest, typedRow } from './peers/contest.ts';
import { fileOf, versionsOf } from './peers/data.ts';
import { figuresOf } from './peers/figures.ts';
import { Ours } from './peers/ours.ts';
import { type Peer, peersAt, tableOf } from './peers/peers.ts';
import { pythonWithPeers } from './peers/python.ts';
import { setUpTap } from './peers/singer-catalog.ts';
import { warmUp } from './peers/warm-up.ts';

const SPREADSHEET = 'theirs';
/** Of the same density: as many rows a rep and day. */
const QUICK: LogSize = { rows: STANDARD.rows / 10, reps: STANDARD.reps / 10, weeks: STANDARD.weeks };

export const bench: Bench = {
  name: 'peers',
  about: 'Leadsheet beside what people would use instead: the same rows, the same Sheets server, the same DynamoDB',
  onlyByName: true,
  budgets: {
    'first load, of the fastest': 0.2,
    'unchanged, of the fastest': 0.1,
    '1 % changed, write units, of the fewest': 0.05,
  },

  async run({ runs, folder, progress }) {
    // Those who write a row at a time take minutes for all rows.
    const size = runs(3) < 3 ? QUICK : STANDARD;
    const python = pythonWithPeers(progress);
    if ('missing' in python) progress(`without the peers in Python: ${python.missing}`);
    const arena = await startArena(folder);
    try {
      const peersOf = async (spreadsheet: string): Promise<Peer[]> => {
        const kept = join(folder, spreadsheet);
        mkdirSync(kept);
        const env = arena.env(spreadsheet);
        if ('missing' in python) return peersAt({ node: arena.node, env });
        const { program } = python;
        return peersAt({
          node: arena.node,
          env,
          python: { program, kept, tap: await setUpTap(program, 'Activity', kept, env) },
        });
      };
      progress('warming up');
      const workbook = benchWorkbook(size);
      arena.add(fileOf(SPREADSHEET, workbook));
      const peers = await peersOf(SPREADSHEET);
      for (const { name } of peers) await arena.makeRowTable(tableOf(name));
      const missing = await warmUp(arena, peersOf);

      const versions = versionsOf(workbook);
      const ours = new Ours(arena, workbook, versions);
      const contest: Contest = { arena, peers, ours, spreadsheet: SPREADSHEET, versions, progress };
      const works = await allWorks(contest);
      return figuresOf(works, await typedRow(contest), missing);
    } finally {
      await arena.close();
    }
  },
};
