import { setTimeout as sleep } from 'node:timers/promises';
import type { Rows, Sheet } from './sheet.ts';

/** The manager's tab as it stood from some moment on (`performance.now()`). */
export interface WeekSeen {
  readonly at: number;
  /** When the sync that wrote it began. */
  readonly runBegan: number;
  /** MSIs of the week that it leads with, by rep. */
  readonly msis: ReadonlyMap<string, number>;
}

/** How often the version is asked for: a few bytes, no cell is rendered. */
const LOOK_EVERY_MS = 20;

/** Notes every state of the tab Week until it is told to stop; the tab is read only when the workbook was written to. */
export function watchWeek(sheet: Sheet): { readonly seen: WeekSeen[]; stop(): Promise<void>; looks(): number } {
  const seen: WeekSeen[] = [];
  let [stopped, looks, version, runBegan, running] = [false, 0, -1, 0, false];
  const watching = (async () => {
    while (!stopped) {
      const status = await sheet.status();
      looks += 1;
      if (status.running && !running) runBegan = performance.now();
      running = status.running;
      if (status.version !== version) {
        const msis = msisOf(await sheet.read('Week!A1:E200'));
        if (!equal(seen.at(-1)?.msis, msis)) seen.push({ at: performance.now(), runBegan, msis });
        version = status.version;
      }
      await sleep(LOOK_EVERY_MS);
    }
  })();
  return {
    seen,
    looks: () => looks,
    async stop() {
      stopped = true;
      await watching;
    },
  };
}

/** The column "This week", on a Monday morning "Last week", by the names in the first one. Throws when the tab has none. */
export function msisOf(rows: Rows): Map<string, number> {
  const head = rows.findIndex(([first]) => first === 'Rep');
  const column = rows[head]?.findIndex((name) => name === 'This week' || name === 'Last week') ?? -1;
  if (column < 0) throw new Error(`the tab Week has no column "This week": ${JSON.stringify(rows.slice(0, 8))}`);
  return new Map(rows.slice(head + 1).map((row) => [row[0] ?? '', Number((row[column] ?? '').replaceAll(',', ''))]));
}

function equal(one: ReadonlyMap<string, number> | undefined, other: ReadonlyMap<string, number>): boolean {
  return one?.size === other.size && [...other].every(([rep, count]) => one.get(rep) === count);
}
