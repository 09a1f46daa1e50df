import type { Grid } from '../../lambdas/domain/cells/cell.ts';
import type { Inputs } from '../../lambdas/domain/inputs/rules.ts';

export interface ChangedTab {
  readonly name: string;
  /** As it was then; empty = it was not there, or had nothing on it. */
  readonly was: Grid;
}

/** The settings tabs that were other then than they are now. */
export function changedSettings(then: Inputs['tabs'], now: Inputs['tabs']): ChangedTab[] {
  const before = new Map(Object.entries(then));
  const after = new Map(Object.entries(now));
  const text = (grid: Grid | undefined): string => JSON.stringify(grid ?? []);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => text(before.get(name)) !== text(after.get(name)))
    .map((name) => ({ name, was: before.get(name) ?? [] }));
}
