import { ACTIVITY_HEADER } from '../data/activity-rows.ts';
import { median } from '../median.ts';
import type { Arena, Turn } from './arena.ts';
import type { Versions } from './data.ts';
import type { Ours } from './ours.ts';
import { type Peer, WORKS, type Work } from './peers.ts';

export interface WorkResult {
  /** Before, between and after the peers. */
  readonly ours: readonly Turn[];
  readonly theirs: ReadonlyMap<string, Turn>;
}

/** What stands in the spreadsheet of the peers while a work is done. */
const SHOWN: Readonly<Record<Work, keyof Versions>> = {
  'first load': 'base',
  unchanged: 'base',
  '1 % changed': 'onePercent',
  '100 % changed': 'all',
};

export interface Contest {
  readonly arena: Arena;
  readonly peers: readonly Peer[];
  readonly ours: Ours;
  /** The spreadsheet of the peers. */
  readonly spreadsheet: string;
  readonly versions: Versions;
  progress(message: string): void;
}

/** Every work by everybody, in turns. */
export async function allWorks(contest: Contest): Promise<ReadonlyMap<Work, WorkResult>> {
  const results = new Map<Work, WorkResult>();
  for (const work of WORKS) results.set(work, await oneWork(contest, work));
  return results;
}

async function oneWork(contest: Contest, work: Work): Promise<WorkResult> {
  const { arena, peers, ours, spreadsheet, versions, progress } = contest;
  const theirs = new Map<string, Turn>();
  const told = (who: string, { steps, report, serverSeconds }: Turn): void => {
    const [stored, own, servers] = [steps.get('stored'), report?.processorSeconds, serverSeconds].map((one) =>
      one?.toFixed(1),
    );
    progress(`${work}, ${who}: ${stored} s (processor ${own} s, of the servers ${servers} s)`);
  };
  await ours.settle(work);
  arena.serve(spreadsheet, versions[SHOWN[work]]);
  const turns: Turn[] = [];
  const ourTurn = async (): Promise<void> => {
    const turn = await ours.turn(work);
    told('Leadsheet', turn);
    turns.push(turn);
  };
  for (const { name, commands } of peers) {
    await ourTurn();
    const turn = await arena.run(commands);
    told(name, turn);
    theirs.set(name, turn);
  }
  await ourTurn();
  return { ours: turns, theirs };
}

const KIND = ACTIVITY_HEADER.indexOf('Activity');
/** What is typed over an outcome, in turns: the first is an MSI, the second is none. */
const TYPED = ['Handled objection', 'No answer'] as const;

/** Seconds from one row that is typed to other figures in the tabs, of those who write any. */
export async function typedRow(contest: Contest): Promise<ReadonlyMap<string, number>> {
  const { arena, peers, ours, spreadsheet, versions, progress } = contest;
  const cell = `F${versions.base.findLastIndex((cells) => cells[KIND] === 'Attempt to connect') + 1}`;
  await ours.settle('unchanged');
  arena.serve(spreadsheet, versions.base);
  const seconds = new Map<string, number>();
  const mine: number[] = [];
  for (const { name, commands } of peers.filter(({ tellsFigures }) => tellsFigures)) {
    for (const text of TYPED) mine.push((await ours.typedRow(cell, text)).seconds);
    arena.type(spreadsheet, cell, TYPED[0]);
    const { steps } = await arena.run(commands, { until: 'told' });
    const told = steps.get('told') ?? Number.NaN;
    progress(`one row typed, ${name}: ${told.toFixed(1)} s`);
    seconds.set(name, told);
  }
  return seconds.set('leadsheet', median(mine));
}
