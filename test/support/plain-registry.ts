import type { Registration, RegistryPort } from '../../lambdas/ports.ts';
import type { RegistryUnderTest } from './registry-contract.ts';

/** A whole `RegistryPort` on plain maps; it keeps to the same contract as DynamoDB. */
export function plainRegistry(): RegistryUnderTest {
  const workbooks = new Map<string, Registration>();
  const tokens = new Map<string, string>();
  const claims = new Map<string, number>();
  const open = (clock: () => number): RegistryPort => ({
    list: async () => [...workbooks.values()].sort((a, b) => (a.workbook < b.workbook ? -1 : 1)),
    find: async (workbook) => workbooks.get(workbook),
    async register(entry) {
      const registeredAt = workbooks.get(entry.workbook)?.registeredAt ?? clock();
      workbooks.set(entry.workbook, { ...entry, registeredAt, dueAt: clock() });
    },
    unregister: async (workbook) => workbooks.delete(workbook),
    async noteDue(workbook, dueAt, ifStill) {
      const known = workbooks.get(workbook);
      if (known && (ifStill === undefined || known.dueAt === ifStill)) workbooks.set(workbook, { ...known, dueAt });
    },
    readPageToken: async (account) => tokens.get(account),
    savePageToken: async (account, pageToken) => void tokens.set(account, pageToken),
    async claim(key, until) {
      if ((claims.get(key) ?? 0) > clock()) return false;
      claims.set(key, until);
      return true;
    },
  });
  return { open, close: async () => {} };
}
