import type { ApiError } from './api-error.ts';
import { driveQuotaError } from './drive/as-drive-error.ts';
import { quotaError } from './http/quota-error.ts';

/** Requests a minute; those of Sheets for reads and writes apart. */
export interface QuotaLimits {
  readonly perUser: number;
  readonly perProject: number;
  /** Of Drive, all users and calls together; without it nobody counts them. */
  readonly drive?: number;
}

export const GOOGLE_QUOTAS = { perUser: 60, perProject: 300, drive: 12_000 } as const satisfies QuotaLimits;

const MINUTE = 60_000;
const READS = new Set(['spreadsheets.getByDataFilter', 'values.batchGetByDataFilter', 'developerMetadata.search']);

/** Counts the calls of each minute by the clock, as Google refills its quotas. One call is one, however much is in it. */
export class Quotas {
  private readonly limits: QuotaLimits;
  private readonly clock: () => number;
  private minute = 0;
  private counts = new Map<string, number>();

  constructor(limits: QuotaLimits, clock: () => number) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes one call from the quotas; throws when there is none left: a 429, or Drive's 403. */
  take(operation: string, method: string, user: string): void {
    const minute = Math.floor(this.clock() / MINUTE);
    if (minute !== this.minute) this.counts = new Map();
    this.minute = minute;
    if (operation.startsWith('drive.')) {
      this.count('drive', this.limits.drive, driveQuotaError);
      return;
    }
    const kind = method === 'GET' || READS.has(operation) ? 'read' : 'write';
    const { perUser, perProject } = this.limits;
    this.count(`${kind} user ${user}`, perUser, () => quotaError({ kind, per: 'user', limit: perUser }));
    this.count(`${kind} project`, perProject, () => quotaError({ kind, per: 'project', limit: perProject }));
  }

  private count(key: string, limit: number | undefined, refusal: (limit: number) => ApiError): void {
    const count = (this.counts.get(key) ?? 0) + 1;
    if (limit !== undefined && count > limit) throw refusal(limit);
    this.counts.set(key, count);
  }
}
