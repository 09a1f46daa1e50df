import type { Registration, RegistryPort } from '../ports.ts';

/** A workbook that the deployment itself was told of. */
export type Seed = Pick<Registration, 'workbook' | 'title' | 'account'>;

/**
 * Every workbook that is served. "`npx cdk deploy` with a workbook id is enough": one that the deployment was told of is
 * registered by the first tick that misses it, so it comes back for as long as the setting names it.
 */
export async function seeded(registry: RegistryPort, seeds: readonly Seed[]): Promise<readonly Registration[]> {
  const registered = await registry.list();
  const known = new Set(registered.map(({ workbook }) => workbook));
  const missing = seeds.filter(({ workbook }) => !known.has(workbook));
  if (missing.length === 0) return registered;
  for (const seed of missing) await registry.register(seed);
  return registry.list();
}

/** They are shared with the first service account; without one nobody could read them, so none is registered. */
export const seedsOf = (workbooks: readonly string[], [account]: readonly string[]): Seed[] =>
  account === undefined ? [] : workbooks.map((workbook) => ({ workbook, title: workbook, account }));
