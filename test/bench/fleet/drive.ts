import type { DrivePort } from '../../../lambdas/ports.ts';
import { DRIVE_LAG_MS, GOOGLE_MS } from './assumptions.ts';
import type { Simulation } from './simulation.ts';

const PAGE = 1000;

/** What the service accounts see change. A page token is how many changes stood before it. */
export class Drive {
  /** Pages that were asked for. */
  requests = 0;
  readonly #simulation: Simulation;
  readonly #changes = new Map<string, [file: string, time: number][]>();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Somebody wrote into a file now. */
  note(account: string, file: string): void {
    const time = this.#simulation.now;
    this.#simulation.after(DRIVE_LAG_MS, () => this.#of(account).push([file, time]));
  }

  port(account: string, live: () => void): DrivePort {
    const changes = this.#of(account);
    const asked = async (pages: number): Promise<void> => {
      live();
      this.requests += pages;
      await this.#simulation.sleep(pages * GOOGLE_MS.changes);
    };
    return {
      startPageToken: async () => {
        const token = String(changes.length);
        await asked(1);
        return token;
      },
      changesSince: async (token) => {
        const pageToken = String(changes.length);
        const changed = new Map(changes.slice(Number(token)));
        await asked(Math.max(1, Math.ceil(changed.size / PAGE)));
        return { changed, pageToken };
      },
    };
  }

  #of(account: string): [file: string, time: number][] {
    const known = this.#changes.get(account);
    if (known) return known;
    const none: [file: string, time: number][] = [];
    this.#changes.set(account, none);
    return none;
  }
}
