import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Figures } from './bench.ts';
import type { LogSize } from './data/activity-rows.ts';
import { benchWorkbook, STANDARD } from './data/workbook.ts';
import { measuredOn } from './pages/measured-on.ts';
import { fillIn } from './pages/page.ts';
import { startArena } from './peers/arena.ts';
import { allWorks, typedRow } from './peers/contest.ts';
import { fileOf, versionsOf } from './peers/data.ts';
import { figuresOf } from './peers/figures.ts';
import { Ours } from './peers/ours.ts';
import { type Peer, peersAt } from './peers/peers.ts';
import { pythonWithPeers } from './peers/python.ts';
import { setUpTap } from './peers/singer-catalog.ts';
import { peersTable } from './peers/table.ts';
import { warmUp } from './peers/warm-up.ts';

/** Of the same density as STANDARD: as many rows a rep and day. */
const SMALL: LogSize = { rows: STANDARD.rows / 10, reps: STANDARD.reps / 10, weeks: STANDARD.weeks };

export const bench: Bench = {
  name: 'peers',
  about:
    'the same rows into the same DynamoDB by Leadsheet and by what people would use instead; fills in docs/peers.md',
  onlyByName: true,
  budgets: {
    'first load, of the fastest': 0.2,
    'unchanged, of the fastest': 0.1,
    '1 % changed, write units, of the fewest': 0.05,
  },

  async run({ runs, folder, progress }) {
    const isQuick = runs(3) < 3;
    const python = pythonWithPeers(progress);
    if ('missing' in python) progress(`without the peers in Python: ${python.missing}`);
    const arena = await startArena(folder);

    const peersOf = async (spreadsheet: string): Promise<Peer[]> => {
      const kept = join(folder, spreadsheet);
      mkdirSync(kept);
      const env = arena.env(spreadsheet);
      const tools =
        'missing' in python
          ? {}
          : { python: { ...python, kept, tap: await setUpTap(python.program, 'Activity', kept, env) } };
      const peers = peersAt({ node: arena.node, env, ...tools });
      for (const { table } of peers) await arena.makeRowTable(table);
      return peers;
    };
    const contestOf = async (size: LogSize): Promise<Figures> => {
      progress(`${size.rows} rows`);
      const workbook = benchWorkbook(size);
      const versions = versionsOf(workbook);
      const spreadsheet = `theirs-${size.rows}`;
      arena.add(fileOf(spreadsheet, workbook));
      const ours = new Ours(arena, `ours-${size.rows}`, workbook, versions);
      const contest = { arena, peers: await peersOf(spreadsheet), ours, spreadsheet, versions, progress };
      const figures = figuresOf(await allWorks(contest), await typedRow(contest));
      if (isQuick || 'missing' in python) return figures;
      fillIn('peers.md', `${size.rows} rows`, peersTable(figures));
      return figures;
    };

    try {
      progress('warming up');
      await warmUp(arena, peersOf);
      if (isQuick) return await contestOf(SMALL);
      const large = await contestOf(STANDARD);
      const small = await contestOf(SMALL);
      if ('program' in python) fillIn('peers.md', 'measured', `Measured ${measuredOn()}.`);
      return { ...large, ...prefixed('10,000 rows, ', small) };
    } finally {
      await arena.close();
    }
  },
};

const prefixed = (prefix: string, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [prefix + name, figure]));
