import type { RegistryPort } from '../../ports.ts';
import { requestsOf, type StoreOptions } from '../store-options.ts';
import { claim } from './claim.ts';
import { readPageToken, savePageToken } from './page-tokens.ts';
import { find, list, noteDue, register, unregister } from './registrations.ts';

/** The registry in DynamoDB, in the table of the store. Its methods throw `StoreError`, which says what to do. */
export function openRegistry(options: StoreOptions): RegistryPort {
  const requests = requestsOf(options);
  return {
    list: () => list(requests),
    find: (workbook) => find(requests, workbook),
    register: (entry) => register(requests, entry),
    unregister: (workbook) => unregister(requests, workbook),
    noteDue: (workbook, dueAt, ifStill) => noteDue(requests, workbook, dueAt, ifStill),
    readPageToken: (account) => readPageToken(requests, account),
    savePageToken: (account, pageToken) => savePageToken(requests, account, pageToken),
    claim: (key, until) => claim(requests, key, until),
  };
}
