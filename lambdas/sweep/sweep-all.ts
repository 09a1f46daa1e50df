import type { RegistryPort } from '../ports.ts';
import { type SweepDeps, type SweepResult, sweep } from './sweep.ts';

export interface SweepAllDeps extends SweepDeps {
  readonly registry: Pick<RegistryPort, 'list'>;
  /** Epoch milliseconds after which no further workbook is begun; the first one always is. */
  readonly end: number;
  /** 0 <= random < 1: decides who is first, so that it is not always the same ones that are left. */
  readonly random: () => number;
}

export interface SweepAllResult {
  readonly swept: ReadonlyMap<string, SweepResult>;
  readonly failed: ReadonlyMap<string, unknown>;
  /** Not begun for lack of time. */
  readonly left: readonly string[];
}

/** Sweeps every registered workbook in turn while time lasts; one that fails holds up no other. */
export async function sweepAll({ registry, end, random, ...deps }: SweepAllDeps): Promise<SweepAllResult> {
  const listed = (await registry.list()).map(({ workbook }) => workbook);
  const first = Math.floor(random() * listed.length);
  const workbooks = [...listed.slice(first), ...listed.slice(0, first)];
  const swept = new Map<string, SweepResult>();
  const failed = new Map<string, unknown>();
  for (const [at, workbook] of workbooks.entries()) {
    if (at > 0 && deps.clock() >= end) return { swept, failed, left: workbooks.slice(at) };
    try {
      swept.set(workbook, await sweep(deps, { workbook }));
    } catch (error) {
      failed.set(workbook, error);
    }
  }
  return { swept, failed, left: [] };
}
