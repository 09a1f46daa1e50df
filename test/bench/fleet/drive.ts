import type { DrivePort } from '../../../lambdas/ports.ts';
import { DRIVE_LAG_MS, GOOGLE_MS } from './assumptions.ts';
import type { Simulation } from './simulation.ts';

const PAGE = 1000;

/** What happened to the files of one account, in order, and how many of these changes its list shows by now. */
interface Listed {
  readonly changes: [file: string, time: number][];
  shown: number;
}

/** What the service accounts see change. A page token is how many changes stood before it. */
export class Drive {
  /** Pages that were asked for. */
  requests = 0;
  readonly #simulation: Simulation;
  readonly #lists = new Map<string, Listed>();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Somebody wrote into a file now. */
  note(account: string, file: string): void {
    this.#of(account).changes.push([file, this.#simulation.now]);
  }

  port(account: string, live: () => void): DrivePort {
    const asked = async (pages: number): Promise<void> => {
      live();
      this.requests += pages;
      await this.#simulation.sleep(pages * GOOGLE_MS.changes);
    };
    return {
      startPageToken: async () => {
        const token = String(this.#shownTo(account));
        await asked(1);
        return token;
      },
      changesSince: async (token) => {
        const shown = this.#shownTo(account);
        const changed = new Map(this.#of(account).changes.slice(Number(token), shown));
        await asked(Math.max(1, Math.ceil(changed.size / PAGE)));
        return { changed, pageToken: String(shown) };
      },
    };
  }

  #shownTo(account: string): number {
    const list = this.#of(account);
    const until = this.#simulation.now - DRIVE_LAG_MS;
    while ((list.changes[list.shown]?.[1] ?? Number.POSITIVE_INFINITY) <= until) list.shown++;
    return list.shown;
  }

  #of(account: string): Listed {
    const known = this.#lists.get(account);
    if (known) return known;
    const none: Listed = { changes: [], shown: 0 };
    this.#lists.set(account, none);
    return none;
  }
}
