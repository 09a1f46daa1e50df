import { dispatch } from '../../../lambdas/dispatch/dispatch.ts';
import type { RegistryPort, StageHint } from '../../../lambdas/ports.ts';
import { AWS_CORE_MS, AWS_MS, computing, TIMEOUT_MS } from './assumptions.ts';
import type { Drive } from './drive.ts';
import type { Simulation } from './simulation.ts';

const MINUTE = 60_000;
/** Registrations that one answer of DynamoDB holds, and milliseconds of a full core to read one of them. */
const LISTED_AT_ONCE = 3400;
const LIST_CORE_MS = 0.02;

export interface DispatcherDeps {
  readonly simulation: Simulation;
  readonly registry: RegistryPort;
  readonly drive: Drive;
  send(hint: StageHint): void;
}

export interface Ticks {
  /** Milliseconds of each tick that ended. */
  readonly lasted: number[];
  /** Ticks whose time was over before. */
  cut: number;
}

class TimeIsOver extends Error {}

/** The real dispatch at every full minute, with ports that take their time. It sends to its queue until its time is over. */
export function startDispatcher(deps: DispatcherDeps): Ticks {
  const { simulation } = deps;
  const ticks: Ticks = { lasted: [], cut: 0 };
  const tick = (): void => {
    simulation.after(MINUTE, tick);
    simulation.begin(async () => {
      const begun = simulation.now;
      try {
        const { failed } = await dispatch(portsOf(deps));
        if (failed.length > 0) throw failed[0]?.error;
        ticks.lasted.push(simulation.now - begun);
      } catch (error) {
        if (!(error instanceof TimeIsOver)) throw error;
        ticks.cut++;
      }
    });
  };
  simulation.at(Math.ceil(simulation.now / MINUTE) * MINUTE, tick);
  return ticks;
}

function portsOf({ simulation, registry, drive, send }: DispatcherDeps): Parameters<typeof dispatch>[0] {
  const end = simulation.now + TIMEOUT_MS.dispatch;
  const live = (): void => {
    if (simulation.now >= end) throw new TimeIsOver();
  };
  let freeAt = simulation.now;
  /** One request of AWS: it waits for its turn at the processor, which the function has a part of. */
  const asked = async (requests = 1, coreMs = AWS_CORE_MS): Promise<void> => {
    live();
    freeAt = Math.max(freeAt, simulation.now) + computing('dispatch', coreMs / 1000);
    await simulation.sleep(freeAt - simulation.now + requests * AWS_MS);
    live();
  };
  return {
    clock: () => simulation.now,
    drive: (account) => drive.port(account, live),
    queue: {
      async send(hint) {
        await asked();
        send(hint);
      },
    },
    registry: {
      ...registry,
      async list() {
        const all = await registry.list();
        await asked(Math.max(1, Math.ceil(all.length / LISTED_AT_ONCE)), all.length * LIST_CORE_MS);
        return all;
      },
      async noteDue(...note) {
        await asked();
        return registry.noteDue(...note);
      },
      async readPageToken(account) {
        await asked();
        return registry.readPageToken(account);
      },
      async savePageToken(...token) {
        await asked();
        return registry.savePageToken(...token);
      },
    },
  };
}
