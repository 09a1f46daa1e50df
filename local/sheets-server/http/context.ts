import type { Keys } from '../auth/jwt-grant.ts';
import type { Call } from '../calls.ts';
import type { Faults } from '../faults.ts';
import type { PageHooks } from '../page/hooks.ts';
import type { Quotas } from '../quotas.ts';
import type { Store } from '../store/store.ts';
import type { Guard } from './authorize.ts';

/** What every request meets. */
export interface Context {
  readonly store: Store;
  readonly faults: Faults;
  readonly calls: Call[];
  readonly guard: Guard;
  /** Public keys of service accounts (PEM) by address, whose signatures are checked. */
  readonly keys: Keys;
  /** Absent: nobody counts. */
  readonly quotas: Quotas | undefined;
  readonly page: PageHooks;
  /** Whether faults, log and edits can be had under `/leadsheet/`. */
  readonly control: boolean;
  /** Runs before a call of the API is executed; a test edits the workbook here. */
  readonly beforeCall: (call: Call) => void | Promise<void>;
}
