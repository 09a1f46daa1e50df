import { setTimeout as sleep } from 'node:timers/promises';
import { dayToType } from './day-to-type.ts';
import type { DemoProcess, SyncSeconds } from './demo-process.ts';
import type { Sheet } from './sheet.ts';
import { type Crowd, type Typing, typingsOf } from './typing.ts';
import { msisOf, type WeekSeen, watchWeek } from './week-watch.ts';

/** Milliseconds of one typed row or edit. */
export interface Delay {
  /** From the moment that it was sent until the tab Week showed it. */
  readonly shown: number;
  /** The part of it before a sync took it up. */
  readonly waited: number;
  /** Until the sheet had taken it. */
  readonly answered: number;
}

export interface Typed {
  readonly delays: readonly Delay[];
  /** How often was looked whether something changed. */
  readonly looks: number;
  /** Of the service, from the first thing typed to the last that was shown, looks included. */
  readonly processorSeconds: number;
  /** The syncs meanwhile. */
  readonly syncs: readonly SyncSeconds[];
}

const LONGEST_MS = 120_000;

/** Lets a crowd type, and returns when each thing typed stood in the tab Week. Throws when one never does. */
export async function measureTyping(sheet: Sheet, demo: DemoProcess, crowd: Crowd): Promise<Typed> {
  const typings = typingsOf(crowd);
  const day = dayToType(await sheet.read('Week!A1:A2'));
  const rowOf = ({ rep, prospect, activity }: Typing, outcome: string): string[] => [
    day,
    rep,
    prospect,
    '',
    activity,
    outcome,
  ];
  // What will be edited stands there before; none of it counts yet.
  const edits = typings.filter(({ kind }) => kind === 'edit');
  const first = await sheet.append(edits.map((edit) => rowOf(edit, 'Left a message')));
  const editedRow = new Map(edits.map((edit, index) => [edit, first + index]));
  await untilQuiet(sheet);
  const before = msisOf(await sheet.read('Week!A1:E200'));

  const watch = watchWeek(sheet);
  const [used, syncsBefore] = [demo.processorSeconds(), demo.syncs().length];
  const began = performance.now();
  const typed = await Promise.all(
    typings.map(async (typing) => {
      await sleep(began + typing.at - performance.now());
      const at = performance.now();
      const row = editedRow.get(typing);
      if (row === undefined) await sheet.append([rowOf(typing, 'Spoke to the buyer')]);
      else await sheet.write(`Activity!F${row}`, [['Spoke to the buyer']]);
      return { rep: typing.rep, at, answered: performance.now() - at };
    }),
  );
  const all = new Map(
    crowd.reps.map((rep) => [rep, (before.get(rep) ?? 0) + typings.filter((one) => one.rep === rep).length]),
  );
  while ([...all].some(([rep, count]) => (watch.seen.at(-1)?.msis.get(rep) ?? 0) < count)) {
    if (performance.now() > began + crowd.within + LONGEST_MS)
      throw new Error(
        `not everything that was typed came to be shown: ${JSON.stringify([[...all], [...(watch.seen.at(-1)?.msis ?? [])]])}`,
      );
    await sleep(50);
  }
  await watch.stop();
  const processorSeconds = demo.processorSeconds() - used;
  const spoken = new Map<string, number>();
  const delays = typed
    .sort((a, b) => a.at + a.answered - (b.at + b.answered))
    .map(({ rep, at, answered }): Delay => {
      const nth = (spoken.get(rep) ?? 0) + 1;
      spoken.set(rep, nth);
      const seen = firstWith(watch.seen, rep, (before.get(rep) ?? 0) + nth);
      return { shown: seen.at - at, waited: Math.max(0, seen.runBegan - at), answered };
    });
  return { delays, looks: watch.looks(), processorSeconds, syncs: demo.syncs().slice(syncsBefore) };
}

/** Each state of the tab is one that the sheet was in, so the n-th thing that a rep typed is there when n of them are. */
function firstWith(seen: readonly WeekSeen[], rep: string, count: number): WeekSeen {
  const found = seen.find(({ msis }) => (msis.get(rep) ?? 0) >= count);
  if (!found) throw new Error(`${rep} never had ${count} MSIs`);
  return found;
}

/** Three seconds without a write: the syncs of what was typed before are over. */
async function untilQuiet(sheet: Sheet): Promise<void> {
  let [version, since] = [-1, performance.now()];
  while (performance.now() - since < 3_000) {
    const status = await sheet.status();
    if (status.version !== version || status.running) {
      version = status.version;
      since = performance.now();
    }
    await sleep(100);
  }
}
