import { type Around, Crash } from './intercept.ts';
import { type MemoryService, memoryService, type Stage } from './memory-service.ts';
import { testRandom } from './simulated-team.ts';
import { SOAK_HEADER, type SoakTeam } from './soak-team.ts';

export const BOOK = 'workbook';

/** Calls of ports that fail by chance, before they are applied or after. */
export class ChanceFaults implements Around {
  met = 0;
  private readonly random: () => number;
  private readonly share: number;

  constructor(share: number, seed: number) {
    this.share = share;
    this.random = testRandom(seed);
  }
  before(method: string): void {
    this.strike(`the request is lost: ${method}`);
  }
  after(method: string): void {
    this.strike(`the answer is lost: ${method}`);
  }
  private strike(what: string): void {
    if (this.random() >= this.share / 2) return;
    this.met += 1;
    throw new Crash(what);
  }
}

/** Which version of the sheet was in force when weeks were closed, as it was seen from outside. */
export interface Closing {
  readonly day: number;
  readonly version: number;
}

export interface Soaked {
  readonly service: MemoryService;
  readonly closings: readonly Closing[];
  /** The day of the first rollup. */
  readonly since: number;
  readonly faults: number;
  readonly lastDay: number;
  readonly lastVersion: number;
}

const EVENING_UTC = 17 * 3_600_000;
const instantOf = (day: number): number => (day - 25_569) * 86_400_000 + EVENING_UTC;
/** As often as a queue tries before a message becomes a dead letter. */
const TRIES = 3;

/** So many days of work with a run each evening, in which calls fail by chance; then one clean run. */
export async function soak(team: SoakTeam, first: number, days: number, share: number): Promise<Soaked> {
  const service = memoryService(instantOf(first), { [BOOK]: { Activity: [[...SOAK_HEADER, 'Check']] } });
  const faults = new ChanceFaults(share, 7);
  const closings: Closing[] = [];
  let since = 0;
  let inForce = 0;
  const head = () => service.store.table.heads.get(BOOK);
  const attempt = async (stage: Stage, day: number, version: number, around: Around): Promise<boolean> => {
    const before = head();
    const done = await service.run(stage, BOOK, around).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Crash) return false;
        throw error;
      },
    );
    const now = head();
    if (stage === 'ingest' && now?.source !== before?.source) inForce = version;
    if (stage === 'rollup' && now?.facts !== before?.facts) {
      if (since === 0) since = day;
      closings.push({ day, version: inForce });
    }
    return done;
  };
  const day = (n: number): number => first + n;
  for (let n = 0; n < days; n++) {
    const version = n + 1;
    team.live(day(n), version);
    service.now = instantOf(day(n));
    showOnSheet(service, team);
    const stages: Stage[] = n % 7 === 6 ? ['ingest', 'rollup', 'report', 'sweep'] : ['ingest', 'rollup', 'report'];
    for (const stage of stages) {
      let tries = 0;
      while (tries++ < TRIES && !(await attempt(stage, day(n), version, faults)));
    }
  }
  const last = { lastDay: day(days - 1), lastVersion: days };
  for (let n = 0; n < 3; n++) {
    for (const stage of ['ingest', 'rollup', 'report'] as const)
      await attempt(stage, last.lastDay, last.lastVersion, {});
  }
  return { service, closings, since, faults: faults.met, ...last };
}

/** What reps see: verdicts stay beside their rows. */
function showOnSheet(service: MemoryService, team: SoakTeam): void {
  const tab = service.sheet(BOOK).tab('Activity');
  const [header = []] = tab.rows;
  const check = header.indexOf('Check');
  const verdicts = new Map(tab.rows.slice(1).map((cells) => [JSON.stringify(cells.slice(0, check)), cells[check]]));
  tab.rows = [header, ...team.cells().map((cells) => [...cells, verdicts.get(JSON.stringify(cells)) ?? ''])];
}
