import type { Registration, RegistryPort } from '../../lambdas/ports.ts';

/** What sync-now asks of a registry, on plain maps. */
export interface MemoryRegistry extends Pick<RegistryPort, 'find' | 'claim'> {
  /** Key -> epoch milliseconds until which it is claimed. */
  readonly claims: Map<string, number>;
}

export function memoryRegistry(entries: readonly Registration[], clock: () => number): MemoryRegistry {
  const claims = new Map<string, number>();
  return {
    claims,
    find: async (workbook) => entries.find((entry) => entry.workbook === workbook),
    async claim(key, until) {
      if ((claims.get(key) ?? 0) > clock()) return false;
      claims.set(key, until);
      return true;
    },
  };
}
